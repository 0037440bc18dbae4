import { withCaptureKeys } from '../runtime/cloud/capture-keys.ts';
import { withCursors } from '../runtime/cloud/cursors.ts';
import { cloudDeps } from '../runtime/cloud/deps.ts';
import { withRegister } from '../runtime/cloud/register.ts';
import { createEndpoint } from '../runtime/endpoint.ts';
import { operations } from './operations.ts';

/** Exported for the tests that run the bundle with a clock and keys of their own. */
export const deps = cloudDeps(withCursors, withRegister, withCaptureKeys);
export const handler = createEndpoint('scores', operations, deps);
