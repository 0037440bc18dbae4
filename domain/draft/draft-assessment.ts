import { expandPaths } from '../facts/expand-paths.ts';
import { isDrafted } from './is-drafted.ts';
import type { DraftedFact, Proposal } from './proposal.ts';

/** The text that facts were drafted from: the SHA-256 of its capture, the day it was read, and what is known of it. */
export type DraftedText = {
  readonly capture: string;
  readonly day: string;
  /** The id of the watched document that it is a version of. */
  readonly document?: string | undefined;
  readonly publisher: string;
  readonly url?: string | undefined;
  readonly language?: string | undefined;
};

type Item = Record<string, unknown>;
/** JSON of an assessment that is not finished: a grade that a person has to give is null. */
export type DraftedAssessment = {
  readonly asOf?: string;
  readonly sources: Readonly<Record<string, unknown>>;
  readonly paths: readonly unknown[];
};

/**
 * A file, standing or begun, with what was drafted put into it. Every grade of what is new (the source's reliability, the item's
 * credibility, the path's data) is null, which no submission takes: a person gives it. Items and paths that stand are left as they are.
 */
export function draftAssessment(from: DraftedAssessment | undefined, proposals: readonly Proposal[], text: DraftedText): DraftedAssessment {
  const { asOf, ...rest } = from ?? { sources: {}, paths: [] };
  const fresh = proposals.filter((proposal) => !isDrafted(rest, proposal, text.capture));
  const source = toSource(text);
  const id = Object.keys(rest.sources).find((one) => isSame(rest.sources[one], source)) ?? freeId(`read-${text.day}`, Object.keys(rest.sources));
  const paths = structuredClone(rest.paths) as Item[];
  for (const proposal of fresh) put(paths, proposal, toItem(proposal, id, text));
  const sources = fresh.length === 0 ? rest.sources : { ...rest.sources, [id]: rest.sources[id] ?? source };
  return { asOf: asOf === undefined || asOf < text.day ? text.day : asOf, ...rest, sources, paths };
}

const toSource = ({ day, document, publisher, url }: DraftedText) => ({
  title: `Terms as read on ${day}`,
  publisher,
  ...(url !== undefined && { url }),
  ...(document !== undefined && { document }),
  ...{ published: day, recorded: day, reliability: null, statementBy: 'platform' },
});

/** A source that was drafted from the same text, graded since or not. */
const isSame = (one: unknown, source: object) =>
  Object.entries(source).every(([field, value]) => value === null || (one as Item | undefined)?.[field] === value);

function toItem({ fact, quote }: Proposal, source: string, { day, capture, language }: DraftedText): Item {
  const isReserved = fact.kind === 'path' && fact.stance !== undefined;
  return {
    source,
    credibility: null,
    observed: day,
    ...(isReserved && { stance: fact.stance }),
    quote,
    ...(language !== undefined && { language }),
    capture,
  };
}

function put(paths: Item[], proposal: Proposal, item: Item): void {
  const { fact } = proposal;
  const own = paths.filter((path) => isOn(path, fact));
  if (fact.kind === 'path') {
    const [standing] = own;
    if (standing) standing.evidence = [...(standing.evidence as Item[]), item];
    else paths.push(toPath(paths, proposal, item));
  } else if (fact.kind === 'tool') for (const path of own) path.transfer ??= { tool: fact.tool, evidence: [item] };
  else for (const path of own) path.ended ??= { on: item.observed, evidence: [item] };
}

/** Whether a path is what a fact is about; one with several jurisdictions is divided by a person. */
function isOn(path: Item, fact: DraftedFact): boolean {
  if (path.jurisdiction !== fact.jurisdiction) return false;
  return fact.kind === 'tool'
    ? path.mode !== 'storage' && path.mode !== 'control'
    : path.mode === fact.mode && (fact.kind === 'path' || path.ended === undefined);
}

function toPath(paths: readonly Item[], { fact, because }: Proposal, item: Item): Item {
  const taken = expandPaths(paths as never).map(({ id }) => id);
  const { mode, jurisdiction, party } = fact as Extract<DraftedFact, { kind: 'path' }>;
  return {
    id: freeId(`${mode}-${jurisdiction.toLowerCase()}`, [...taken, ...paths.map(({ id }) => String(id))]),
    ...{ jurisdiction, mode, data: null },
    ...(party !== undefined && { party }),
    note: `Drafted: ${because.map(({ says, words }) => `"${words}" was read as ${says}`).join(', ')}.`,
    evidence: [item],
  };
}

function freeId(wanted: string, taken: readonly string[]): string {
  let id = wanted;
  for (let number = 2; taken.includes(id); number += 1) id = `${wanted}-${number}`;
  return id;
}
