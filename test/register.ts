import { readFileSync } from 'node:fs';
import { Register } from '../domain/score/register.ts';

/** The register as functions load it. */
export const register = Register.parse(JSON.parse(readFileSync(new URL('../register/compact.json', import.meta.url), 'utf8')));
