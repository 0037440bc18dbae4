import { readFileSync } from 'node:fs';
import { Register } from '../domain/score/register.ts';

const read = (path: string): Register => Register.parse(JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')));

/** The register as functions load it. */
export const register = read('../register/compact.json');

/** The register by which the worked examples and the vectors of the method were computed: kept, so that a newer law moves none of them. */
export const goldenRegister = read('golden/register-2026.11.22.json');
