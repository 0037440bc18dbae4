import type { Assessment } from '../facts/assessment.ts';
import type { Evidence, Source } from '../facts/evidence.ts';
import { expandPath } from '../facts/expand-paths.ts';
import type { Scored } from '../score/score.ts';
import { witnessOf } from '../score/witnesses.ts';
import { compare, toChange } from './change.ts';
import type { Counterfactual } from './counterfactual.ts';
import { daysBefore } from './describe-fact.ts';
import { outcomeOf } from './edit.ts';
import type { HangsOn } from './explanation.ts';
import { listWeighedFacts, reweigh, type WeighedFact, witnessesOf } from './weighed-facts.ts';

/** Most items that the explanation names, each of which alone decides the gate. */
const MOST_ITEMS = 5;

/** What one source says in one place, however many facts rest on it. */
type Item = { readonly evidence: Evidence; readonly facts: WeighedFact[] };

/** Section 8.3: the single items of evidence without which the gate would be another, the one that moves the point most first. */
export function findWhatTheGateHangsOn(assessment: Assessment, scored: Scored, counterfactual: Counterfactual): HangsOn[] {
  const witnesses = witnessesOf(assessment, scored);
  const facts = listWeighedFacts(assessment, scored);
  const items = new Map<string, Item>();
  for (const fact of facts)
    for (const evidence of fact.lists.flat()) {
      if (witnessOf(evidence, witnesses, scored.findings) === undefined) continue;
      const item = items.get(keyOf(evidence)) ?? { evidence, facts: [] };
      if (!item.facts.includes(fact)) item.facts.push(fact);
      items.set(keyOf(evidence), item);
    }
  return [...items]
    .flatMap(([key, item]) => {
      const edits = item.facts.map((fact) => fact.edit(reweigh(fact, (list) => list.filter((one) => keyOf(one) !== key), witnesses, scored)));
      const change = toChange(counterfactual.now, outcomeOf(edits, scored, counterfactual));
      return change.gate === undefined ? [] : [describe(item, assessment, scored, change)];
    })
    .sort((x, y) => Math.abs(y.change.point) - Math.abs(x.change.point) || compare(x.source, y.source) || compare(x.facts.join(), y.facts.join()))
    .slice(0, MOST_ITEMS);
}

function keyOf({ source, quote, locator }: Evidence): string {
  return JSON.stringify([source, quote ?? locator ?? '']);
}

/** What the item is: whose word, of how many countries, and whether it names a company and the data. */
function describe({ evidence, facts }: Item, { sources, paths }: Assessment, scored: Scored, change: HangsOn['change']): HangsOn {
  const { source, observed, quote } = evidence;
  const { title, publisher, statementBy } = sources[source] as Source;
  const refs = new Set(facts.map(({ ref }) => ref));
  const entries = paths.filter(({ id }) => refs.has(id));
  const countries = new Set(entries.flatMap((entry) => expandPath(entry).map(({ jurisdiction }) => jurisdiction)));
  return {
    source,
    title,
    publisher,
    observed,
    days: daysBefore(observed, scored),
    ...(quote && { quote }),
    facts: [...refs].sort(),
    countries: [...countries].sort() as HangsOn['countries'],
    parties: [...new Set(entries.flatMap(({ party }) => party ?? []))].sort(),
    namesData: entries.length === 0 || entries.some(({ data }) => typeof data === 'string' || data.low === data.high),
    ownWord: statementBy === 'platform' || statementBy === 'platform-accountable',
    reserves: evidence.stance === 'reserves',
    change,
  };
}
