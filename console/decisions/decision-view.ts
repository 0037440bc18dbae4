import type { DecisionState } from '../../domain/decision.ts';

type Word = { readonly by: string; readonly at: string; readonly note?: string };

/** A decision as the API shows it. */
export type DecisionView = {
  readonly id: string;
  readonly platform: string;
  readonly decision: 'allow' | 'limit' | 'suspend';
  readonly scope: readonly string[];
  readonly effectiveAt: string;
  readonly enforceBy: string;
  readonly expiresAt: string;
  readonly consequence: string;
  readonly conditions?: readonly { readonly id: string; readonly text: string }[];
  readonly exemptions?: readonly { readonly group: string; readonly reason: string; readonly until: string }[];
  readonly note: string;
  readonly grounds: {
    readonly score: string;
    readonly assessment: { readonly revision: number };
    readonly apps: Readonly<Record<'android' | 'ios' | 'web', readonly string[]>>;
  };
  readonly hash: string;
  readonly proposedBy: string;
  readonly proposedAt: string;
  readonly state: DecisionState;
  readonly approvals: readonly Word[];
  readonly revocations: readonly Word[];
};

export const isEnded = ({ state }: DecisionView) => state === 'revoked' || state === 'expired';
