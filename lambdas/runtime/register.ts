import type { Register } from '../../domain/score/register.ts';
import compact from '../../register/compact.json' with { type: 'json' };

/** The register that this version ships. Its file is our own, made from the law's data and held against its schema by a test. */
export const register = compact as unknown as Register;
