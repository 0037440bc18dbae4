import { cloudDeps } from '../runtime/cloud/deps.ts';
import { withLogPolicy } from '../runtime/cloud/log-policy.ts';
import { createEndpoint } from '../runtime/endpoint.ts';
import { operations } from './operations.ts';

/** Exported for the tests that run the bundle with a clock and keys of their own. */
export const deps = cloudDeps(withLogPolicy);
export const handler = createEndpoint('log', operations, deps);
