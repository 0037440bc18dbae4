import type { components } from '../../docs/api-types.ts';

export type DecisionView = components['schemas']['Decision'];

export const isEnded = ({ state }: DecisionView) => state === 'revoked' || state === 'expired';
