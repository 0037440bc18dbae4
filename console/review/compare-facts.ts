import type { Assessment } from '../api/views.ts';
import { listFacts, type ReviewedFact } from './list-facts.ts';

/** What is new in a fact since another revision; `before` is what was claimed then, where that differs. */
type FactChange = { readonly change: 'added' | 'changed'; readonly before: string | undefined };
export type Comparison = { readonly changes: ReadonlyMap<string, FactChange>; readonly removed: readonly ReviewedFact[] };

/** Fact by fact: what is new, what is claimed or evidenced otherwise, what is gone. A source graded otherwise changes what rests on it. */
export function compareFacts(before: Assessment, after: Assessment): Comparison {
  const [old, facts] = [new Map(listFacts(before).map((fact) => [fact.fact, fact])), listFacts(after)];
  const named = new Set(facts.map(({ fact }) => fact));
  const changes = facts.flatMap((fact): [string, FactChange][] => {
    const was = old.get(fact.fact);
    if (!was) return [[fact.fact, { change: 'added', before: undefined }]];
    if (toText(was, before) === toText(fact, after)) return [];
    return [[fact.fact, { change: 'changed', before: was.rest === fact.rest ? undefined : was.rest }]];
  });
  return { changes: new Map(changes), removed: [...old.values()].filter(({ fact }) => !named.has(fact)) };
}

const toText = ({ lead, rest, evidence }: ReviewedFact, { sources }: Assessment) =>
  JSON.stringify([lead, rest, evidence, evidence.map(({ source }) => sources[source])]);
