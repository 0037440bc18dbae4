import { cloudDeps } from '../runtime/cloud/deps.ts';
import { createEndpoint } from '../runtime/endpoint.ts';
import { operations } from './operations.ts';

export const handler = createEndpoint('policy', operations, cloudDeps());
