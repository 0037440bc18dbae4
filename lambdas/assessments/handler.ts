import { withCursors } from '../runtime/cloud/cursors.ts';
import { cloudDeps } from '../runtime/cloud/deps.ts';
import { withRegister } from '../runtime/cloud/register.ts';
import { withVault } from '../runtime/cloud/vault.ts';
import { createEndpoint } from '../runtime/endpoint.ts';
import { operations } from './operations.ts';

/** Exported for the tests that run the bundle with a clock and keys of their own. */
export const deps = cloudDeps(withCursors, withRegister, withVault);
export const handler = createEndpoint('assessments', operations, deps);
