import { cloudDeps } from '../runtime/cloud/deps.ts';
import { createEndpoint } from '../runtime/endpoint.ts';
import { operations } from './operations.ts';

/** Exported for the tests that run the bundle with a clock and keys of their own. */
export const deps = cloudDeps();
export const handler = createEndpoint('drafts', operations, deps);
