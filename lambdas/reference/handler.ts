import { withArchive } from '../runtime/cloud/archive.ts';
import { withCheckpointKeys } from '../runtime/cloud/checkpoint-keys.ts';
import { withCursors } from '../runtime/cloud/cursors.ts';
import { cloudDeps } from '../runtime/cloud/deps.ts';
import { withLogKey } from '../runtime/cloud/log-key.ts';
import { withRegister } from '../runtime/cloud/register.ts';
import { withSigning } from '../runtime/cloud/signing.ts';
import { createEndpoint } from '../runtime/endpoint.ts';
import { operations } from './operations.ts';

/** Exported for the tests that run the bundle with a clock and keys of their own. */
export const deps = cloudDeps(withArchive, withCheckpointKeys, withCursors, withLogKey, withRegister, withSigning);
export const handler = createEndpoint('reference', operations, deps);
