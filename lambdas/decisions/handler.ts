import { withCursors } from '../runtime/cloud/cursors.ts';
import { cloudDeps } from '../runtime/cloud/deps.ts';
import { withRegister } from '../runtime/cloud/register.ts';
import { createEndpoint } from '../runtime/endpoint.ts';
import { operations } from './operations.ts';

export const handler = createEndpoint('decisions', operations, cloudDeps(withCursors, withRegister));
