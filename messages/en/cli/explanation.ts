import type { Count } from '../../parameters.ts';
import { plural } from '../format.ts';

const asIs = (code: string) => code;

/** The tables behind an explanation. */
export const explained = {
  sentences: 'In sentences',
  paths: 'Paths, by what reaches through them',
  belief: 'Belief in them, and their quotes',
  beliefOf: (low: number, point: number, high: number) => `${low}-${point}-${high} %`,
  newest: (day: string) => `of ${day}`,
  quotesOf: (states: string) => `quotes: ${states}`,
  ended: (belief: string) => `ended ${belief}`,
  quotes: 'Quotes',
  leads: 'Leads: too weak to be scored',
  leadKinds: { path: 'path', incident: 'incident' },
  leadBelief: (belief: string) => `belief ${belief}`,
  unnamed: 'What nobody has named',
  listProven: (percent: number) => `list proven ${percent} %`,
  openOf: (points: number) => `open ${points}`,
  facts: 'What each fact does',
  lowers: 'What would lower it',
  columns: ['point', 'high', 'width', 'open'],
  act: asIs,
  fewest: 'The fewest jurisdictions to end',
  toBand: (band: string) => `to ${band}`,
  none: 'none of up to three',
  promises: 'Promises, weighing 0, as if delivered and proven',
  becomes: (point: number, band: string) => `to ${point} ${band}`,
  band: (band: string) => `band ${band}`,
  /** A quote in a file names a capture, or an excerpt that proves nothing by itself. */
  captures: (held: number, quotes: Count, excerpts: Count) =>
    `${plural(quotes, { one: `${held} of 1 quote names a capture`, other: `${held} of ${quotes} quotes name a capture` })}${plural(excerpts, { 0: '', one: '; 1 an excerpt alone', other: `; ${excerpts} an excerpt alone` })}`,
  quoteState: {
    held: (count: number) => `${count} held`,
    captured: (count: number) => `${count} captured`,
    erased: (count: number) => `${count} erased`,
    excerpt: (count: number) => `${count} excerpt`,
    unverified: (count: number) => `${count} unverified`,
  },
  noQuote: 'none',
  gate: (gate: string) => `gate ${gate}`,
};
