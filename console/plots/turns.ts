import { type DecisionView, endersOf, NEEDED } from '../decisions/decision-view.ts';

type TurnKind = 'proposed' | 'effective' | 'withdrawn' | 'revoked' | 'expired';
/** A moment at which a decision began, took hold or ended. */
export type Turn = { readonly on: Date; readonly kind: TurnKind; readonly decision: DecisionView };

/** What became of decisions up to a moment, oldest first. One takes hold with its last approval, or on its day when that comes later. */
export function listTurns(decisions: readonly DecisionView[], end: Date): Turn[] {
  const turns = decisions.flatMap((decision): Turn[] => {
    const { proposedAt, effectiveAt, expiresAt, approvals, withdrawn, state } = decision;
    const lastApproval = approvals[NEEDED - 1]?.at;
    const ended = withdrawn?.at ?? endersOf(decision)[NEEDED - 1]?.at ?? (state === 'expired' ? expiresAt : undefined);
    const began = lastApproval === undefined ? undefined : new Date(Math.max(Date.parse(lastApproval), Date.parse(effectiveAt)));
    return [
      { on: new Date(proposedAt), kind: 'proposed', decision },
      ...(began && (ended === undefined || began < new Date(ended)) ? [{ on: began, kind: 'effective', decision } as const] : []),
      ...(ended === undefined
        ? []
        : [{ on: new Date(ended), kind: state === 'expired' || state === 'withdrawn' ? state : 'revoked', decision } as const]),
    ];
  });
  return turns.filter(({ on }) => on <= end).sort((a, b) => a.on.getTime() - b.on.getTime());
}
