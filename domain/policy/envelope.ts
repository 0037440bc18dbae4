import type { System } from '../facts/app-systems.ts';
import { type Block, listExempted } from './block-list.ts';
import type { PolicyDocument, Ruling, SetAsidePlatform } from './document.ts';
import type { Enforcement } from './enforcement.ts';
import { listGaps } from './gaps.ts';

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
  /** Platforms whose record cannot be read: what is said of them is what the revision before said. Left out where there are none. */
  readonly setAside?: readonly SetAsidePlatform[];
};

/** What every export says of itself; `systems` are those whose apps it carries, where not all. */
export function toEnvelope(
  document: PolicyDocument,
  { max, used }: { max: number | null; used: number },
  controls: readonly Enforcement[],
  systems?: readonly System[],
): Envelope {
  const { revision, dataAsOf, freshUntil, rulings, setAside } = document;
  const gaps = listGaps(document, systems);
  const enforcement = controls.map((control) => ({ ...control, gaps: [...control.gaps, ...gaps] }));
  return { revision, dataAsOf, freshUntil, decisions: rulings.length, limits: { max, used, dropped: 0 }, enforcement, ...(setAside && { setAside }) };
}

/**
 * A block as lists name it beside the tool's own fields: why, until when, and whom it does not bind. Platform to consequence are those of
 * the suspension whose deadline is the earliest; `rulings` has every one.
 */
export function toEntry(block: Block) {
  const { appId, ruling, rulings } = block;
  return {
    appId,
    ...toReason(ruling),
    exemptions: listExempted(block),
    rulings: rulings.map((one) => ({ ...toReason(one), exemptions: one.exemptions })),
  };
}

function toReason({ platform, id, scope, enforceBy, consequence }: Ruling) {
  return { platform, decisionId: id, scope, enforceBy, consequence };
}

/** The same of a decision in a line, for formats that have remarks alone. */
export function toRemark({ id, decision, platform, scope, enforceBy, consequence, exemptions }: Ruling): string {
  const exempted = exemptions.map(({ group, until }) => `; exempted ${group} until ${until}`).join('');
  return `decision ${id}: ${decision} ${platform} on ${scope.join(' and ')}, enforced by ${enforceBy}: ${toLine(consequence)}${exempted}`;
}

/** What people wrote, without what would end a line or is no letter; so that it can follow a remark's sign. */
export function toLine(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]+/gu, ' ')
    .trim()
    .toWellFormed();
}

/** A control in a line. */
export function toControl({ target, method, strength, needs, gaps }: Enforcement): string {
  return `${target}: ${method}, ${strength}; needs: ${needs.join('; ')}; gaps: ${gaps.join('; ')}`;
}
