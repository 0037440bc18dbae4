import { register } from '../register.ts';
import type { CloudPart } from './deps.ts';

/** For functions that score, or answer questions about the law. */
export const withRegister: CloudPart = () => ({ register });
