import type { Block } from './block-list.ts';
import type { PolicyDocument } from './document.ts';
import type { Enforcement } from './enforcement.ts';

/** How many entries a tool takes in one list (null: it names no limit), how many there are, and that none was left out. */
type Limits = { readonly max: number | null; readonly used: number; readonly dropped: 0 };

export type Envelope = {
  readonly revision: string;
  readonly dataAsOf: string;
  readonly freshUntil: string;
  /** Decisions in force. */
  readonly decisions: number;
  readonly limits: Limits;
  readonly enforcement: readonly Enforcement[];
};

/** What every export says of itself. */
export function toEnvelope(
  { revision, dataAsOf, freshUntil, rulings }: PolicyDocument,
  { max, used }: { max: number | null; used: number },
  enforcement: readonly Enforcement[],
): Envelope {
  return { revision, dataAsOf, freshUntil, decisions: rulings.length, limits: { max, used, dropped: 0 }, enforcement };
}

/** A block as lists name it beside the tool's own fields: why, until when, and whom it does not bind. */
export function toEntry({ appId, ruling: { platform, id, scope, enforceBy, consequence, exemptions } }: Block) {
  return { appId, platform, decisionId: id, scope, enforceBy, consequence, exemptions };
}
