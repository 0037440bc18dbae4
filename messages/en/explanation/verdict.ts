import type { Count } from '../../parameters.ts';
import { format, plural } from '../format.ts';
import { GATE_ASKS } from '../gates.ts';
import { ageOf, countriesOf, dataOf, incidentOf, inside, modesOf, type PathInWords, pathOf } from './words.ts';

type List = readonly string[];
type Reached = { readonly countries: List; readonly parties: List; readonly data: string };
/** The newest item that says so, and its age on the day of the score. */
type Newest = { readonly observed: string; readonly days: number };
type Said = Newest & { readonly title: string; readonly publisher: string };

const said = ({ title, publisher, observed, days }: Said) => `“${title}” by ${publisher}, ${observed}, ${ageOf(days)} old`;

/** What a score says and what it rests on: its gate, what holds that, how old it is, and on which item it hangs. */
export const verdict = {
  'score-is': ({ point, band, low, high }: { point: number; band: string; low: number; high: number }) =>
    `The score is ${point} of 100, ${band}, between ${low} and ${high}.`,
  'score-unrated': ({ low, high }: { low: number; high: number }) => `The score is unrated, between ${low} and ${high} of 100.`,

  'gate-restrict': `The gate restrict ${GATE_ASKS.restrict}.`,
  'gate-precaution': `The gate precaution ${GATE_ASKS.precaution}.`,
  'gate-review': `The gate review ${GATE_ASKS.review}.`,
  'gate-unproven': `The gate unproven ${GATE_ASKS.unproven}.`,
  'gate-allow': `The gate allow ${GATE_ASKS.allow}.`,

  'unrated-nothing': 'It is unrated: no path of storage, staff access or control is admitted.',
  'unrated-storage': 'It is unrated: nobody has looked at where the data is kept.',
  'unrated-access': 'It is unrated: nobody has looked at whose staff and owners can reach the data.',

  'holds-one': ({ gate }: { gate: string }) => `One fact holds the gate; without it, the gate would be ${gate}.`,
  'holds-several': ({ count, gate }: { count: Count; gate: string }) =>
    plural(count, {
      one: `One fact holds the gate; without it, it would be ${gate}.`,
      other: `${count} facts hold the gate; without them, it would be ${gate}.`,
    }),
  'holds-strongest': ({ gate }: { gate: string }) =>
    `Named here is the strongest of what holds the gate; without it, the gate would still be ${gate}.`,
  'holds-lists': ({ modes }: { modes: List }) => `What nobody has named holds the gate: no list is proven complete of ${modesOf(modes)}.`,
  'open-is': ({ points }: { points: number }) => `What nobody has named leaves ${points} of 100 points open.`,
  'rests-on': ({ facts, sources }: { facts: Count; sources: Count }) => {
    const paths = plural(facts, { one: '1 path or incident', other: `${facts} paths and incidents` });
    return `All of it rests on ${paths}, from ${plural(sources, { one: '1 source', other: `${sources} sources` })}.`;
  },
  'holds-nothing': 'No fact holds the gate.',
  'named-strongest': 'The strongest of what is named:',
  'fact-storage': ({ data, countries, parties }: Reached) => `Data up to ${dataOf(data)} is kept in ${countriesOf(countries)}${inside(parties)}.`,
  'fact-remote-access': ({ data, countries, parties }: Reached) =>
    `Staff in ${countriesOf(countries)}${inside(parties)} can reach data up to ${dataOf(data)}.`,
  'fact-control': ({ data, countries, parties, stake }: Reached & { stake: string }) =>
    `Control lies in ${countriesOf(countries)}${inside(parties)}, by a stake that is ${stake}, over data up to ${dataOf(data)}.`,
  'fact-subprocessor': ({ data, countries, parties }: Reached) =>
    `A subprocessor in ${countriesOf(countries)}${inside(parties)} has data up to ${dataOf(data)}.`,
  'fact-client-code': ({ data, countries, parties }: Reached) =>
    `The code of the client can be shipped from ${countriesOf(countries)}${inside(parties)}, and reach data up to ${dataOf(data)}.`,
  'fact-incident': ({ on, incident, summary }: { on: string; incident: string; summary: string }) =>
    `Incident of ${on}, ${incidentOf(incident)}: ${summary}`,
  'fact-more-countries': ({ count }: { count: Count }) =>
    `The same words name ${plural(count, { one: '1 more country', other: `${count} more countries` })}.`,
  'words-third-party': (words: Said) =>
    `So says ${words.publisher}, not the platform: “${words.title}”, ${words.observed}, ${ageOf(words.days)} old.`,
  'words-platform': (words: Said) => `So says the platform itself: ${said(words)}.`,
  'words-platform-accountable': (words: Said) => `So says the platform where it has to answer for its words: ${said(words)}.`,
  'words-reserve': (words: Said) => `That is a right that is reserved, not a fact: ${said(words)}.`,
  'words-more': ({ count, observed, days }: Newest & { count: Count }) =>
    plural(count, {
      one: `It is the one item, of ${observed}, ${ageOf(days)} old.`,
      other: `It is one of ${count} items, the newest of ${observed}, ${ageOf(days)} old.`,
    }),
  'fact-ended': ({ on, proven, observed, days }: Newest & { on: string; proven: number }) =>
    `It is said to have ended on ${on}; that is believed ${proven} %, by evidence of ${observed}, ${ageOf(days)} old.`,
  'ended-path': ({ on, proven, observed, days, ...path }: PathInWords & Newest & { on: string; proven: number }) =>
    `Ended on ${on}, it is said: ${pathOf(path)}; that is believed ${proven} %, by evidence of ${observed}, ${ageOf(days)} old.`,
  'stale-path': ({ observed, days, ...path }: PathInWords & Newest) =>
    `Stale: of ${pathOf(path)} nothing is known that is newer than ${observed}, ${ageOf(days)} old.`,

  'hangs-on-item': ({ gate }: { gate: string }) => `The gate hangs on one item: without it, the gate would be ${gate}.`,
  'hangs-on-items': ({ count, gate }: { count: Count; gate: string }) =>
    plural(count, {
      one: `The gate hangs on one item: without it, it would be ${gate}.`,
      other: `The gate hangs on each of ${count} items: without the first of them, it would be ${gate}.`,
    }),
  'item-of': ({ title, publisher, observed, days }: Said) => `The item is of ${observed}, ${ageOf(days)} old, from “${title}” by ${publisher}.`,
  'item-own-word': 'It is the platform’s own word.',
  'item-reserves': 'It reserves a right and states no fact.',
  'item-list': ({ count, countries }: { count: Count; countries: List }) =>
    plural(count, {
      one: `It is a list of one country (${format.and(countries)}).`,
      other: `It is one list of ${count} countries (${format.and(countries)}).`,
    }),
  'item-names-no-company': 'It names no company.',
  'item-names-no-data': 'It does not say which data.',
  'item-names-nothing': 'It names no company and no data.',
};
