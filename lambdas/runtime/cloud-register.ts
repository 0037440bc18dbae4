import type { CloudPart } from './cloud-deps.ts';
import { register } from './register.ts';

/** For functions that score, or tell of the law. */
export const withRegister: CloudPart = () => ({ register });
