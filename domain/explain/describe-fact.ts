import type { Assessment } from '../facts/assessment.ts';
import { toDayNumber } from '../facts/date.ts';
import type { Evidence, Source } from '../facts/evidence.ts';
import { massOf } from '../score/belief.ts';
import type { FoundPath } from '../score/findings.ts';
import type { Scored } from '../score/score.ts';
import { type Witnesses, witnessOf } from '../score/witnesses.ts';
import { compare } from './change.ts';
import type { HeldFact } from './explanation-holds.ts';
import { type WeighedFact, witnessesOf } from './weighed-facts.ts';

type Item = { readonly item: Evidence; readonly source: Source };

/** An adverse fact as a reader would put it: who reaches what from where, whose words say so, how old they are, and whether it is said to have ended. */
export function describeIn(assessment: Assessment, scored: Scored): (fact: WeighedFact) => HeldFact {
  const witnesses = witnessesOf(assessment, scored);
  const claims = new Map(assessment.paths.map((claim) => [claim.id, claim]));
  const countriesOf = countriesIn(scored);
  return ({ ref, lists, paths }) => {
    const items = lists.flatMap((list) => listSupporting(list, witnesses, scored));
    const { item, source } = items.reduce((best, next) => (outweighs(next, best, scored) ? next : best));
    const claim = claims.get(ref);
    const [path] = paths;
    const incident = path ? undefined : scored.incidents.find(({ id }) => id === ref);
    const ended = claim?.ended && path?.ended && newestOf(listSupporting(claim.ended.evidence, witnesses, scored), scored);
    return {
      fact: ref,
      kind: path ? 'path' : 'incident',
      countries: countriesOf(paths),
      ...(path && { mode: path.mode, ...(path.mode === 'control' && { stake: path.stake }) }),
      data: path?.data[1] ?? incident?.data ?? 'content',
      ...(incident && { incident: incident.kind, on: incident.on, summary: assessment.incidents?.find(({ id }) => id === ref)?.summary }),
      parties: claim?.party ? [claim.party] : [],
      words: {
        source: item.source,
        title: source.title,
        publisher: source.publisher,
        by: source.statementBy ?? 'third-party',
        reserves: item.stance === 'reserves',
        observed: item.observed,
        days: daysBefore(item.observed, scored),
        ...(item.quote && { quote: item.quote }),
      },
      items: items.length,
      newest: newestOf(items, scored),
      ...(claim?.ended && path?.ended && ended && { ended: { on: claim.ended.on, proven: path.ended[1], ...ended } }),
    } as HeldFact;
  };
}

/** The countries that a fact reaches from, the strongest first. */
export function countriesIn(scored: Scored): (paths: readonly FoundPath[]) => string[] {
  const exposures = new Map(scored.paths.map(({ path, exposure }) => [path, exposure[1]]));
  return (paths) =>
    [...paths]
      .sort((x, y) => (exposures.get(y) ?? 0) - (exposures.get(x) ?? 0) || compare(x.jurisdiction, y.jurisdiction))
      .map(({ jurisdiction }) => jurisdiction);
}

/** The items that say so, or reserve the right to, of those that existed on the day. */
export function listSupporting(evidence: readonly Evidence[], witnesses: Witnesses, { findings }: Scored): Item[] {
  return evidence.flatMap((item) => {
    const source = item.stance === 'contradicts' ? undefined : witnessOf(item, witnesses, findings)?.source;
    return source ? [{ item, source }] : [];
  });
}

/** The newest of items that existed on the day, with its age in days. */
export function newestOf(items: readonly Item[], scored: Scored): { observed: string; days: number } {
  const observed = items
    .map(({ item }) => item.observed)
    .sort()
    .at(-1) as string;
  return { observed, days: daysBefore(observed, scored) };
}

/** The age of what was observed on a day, at the day of the score. */
export function daysBefore(day: string, { findings }: Scored): number {
  return Math.max(0, toDayNumber(findings.asOf) - toDayNumber(day));
}

function outweighs(x: Item, y: Item, { method }: Scored): boolean {
  const states = ({ item }: Item) => Number(item.stance !== 'reserves');
  const mass = ({ item, source }: Item) => massOf('adverse', item, source, method);
  return (states(x) - states(y) || mass(x) - mass(y) || compare(x.item.observed, y.item.observed)) > 0;
}
