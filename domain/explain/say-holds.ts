import type { HeldFact, Holds } from './explanation-holds.ts';
import { say } from './say.ts';
import type { Sentence } from './sentence.ts';

/** Most countries of one fact that a sentence names. */
const MOST_NAMED = 3;

/** What holds the gate, before its facts. */
export function sayHolds({ facts, decides, without, lists }: Holds, gate: string): Sentence[] {
  const open = lists.length > 0 ? [say('holds-lists', { modes: lists })] : gate === 'allow' ? [say('holds-nothing', {})] : [];
  if (facts.length === 0) return open;
  if (gate === 'unproven' || gate === 'allow') return [...open, say('named-strongest', {})];
  if (!decides) return [say('holds-strongest', { gate: without })];
  return [facts.length === 1 ? say('holds-one', { gate: without }) : say('holds-several', { count: facts.length, gate: without })];
}

/** A fact that holds it: what it is, whose words it rests on, how old they are, and whether it is said to have ended. */
export function sayHeldFact({ countries, items, words, newest, ended, ...fact }: HeldFact): Sentence[] {
  const more = countries.length - MOST_NAMED;
  const { title, publisher, by, reserves, observed, days } = words;
  return [
    sayFact({ ...fact, countries: countries.slice(0, MOST_NAMED) }),
    ...(more > 0 ? [say('fact-more-countries', { count: more })] : []),
    say(reserves ? 'words-reserve' : `words-${by}`, { title, publisher, observed, days }),
    ...(items > 1 ? [say('words-more', { count: items, ...newest })] : []),
    ...(ended ? [say('fact-ended', { on: ended.on, proven: ended.proven, observed: ended.observed, days: ended.days })] : []),
  ];
}

type Fact = Pick<HeldFact, 'mode' | 'stake' | 'data' | 'incident' | 'on' | 'summary' | 'parties' | 'countries'>;

function sayFact({ mode, stake = 'sole', data, incident, on = '', summary = '', parties, countries }: Fact): Sentence {
  if (mode === undefined) return say('fact-incident', { on, incident: incident ?? '', summary });
  if (mode === 'control') return say('fact-control', { countries, parties, stake, data });
  return say(`fact-${mode}`, { countries, parties, data });
}
