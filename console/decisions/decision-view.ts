import type { components } from '../../docs/api-types.ts';

export type DecisionView = components['schemas']['Decision'];

export const isEnded = ({ state }: DecisionView) => state === 'revoked' || state === 'expired' || state === 'withdrawn';

/** Who still asks for its end. */
export const endersOf = ({ revocations }: DecisionView) => revocations.filter(({ withdrawnAt }) => withdrawnAt === undefined);

/** How many people approve a decision besides its proposer, and how many end it. */
export const NEEDED = 2;
