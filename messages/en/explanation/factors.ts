import type { Count } from '../../parameters.ts';
import { format, plural } from '../format.ts';
import { ageOf, modeOf } from './words.ts';

type List = readonly string[];
type Belief = { readonly belief: string; readonly observed: string; readonly days: number };

/** What follows the number of a place in an order, by CLDR’s category of it; `th` elsewhere. */
const ENDINGS: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };

/** Why a factor of a path is what it is, and where a point stands. */
export const factors = {
  'belief-path': ({ belief, observed, days }: Belief) =>
    `Belief in the path ${belief} %; its newest item is of ${observed}, ${ageOf(days)} before the day of the score.`,
  'belief-end': ({ belief, observed, days }: Belief) =>
    `Belief that it has ended ${belief} %; the newest item on that is of ${observed}, ${ageOf(days)} before the day of the score.`,
  'hazard-eu-eea': 'EU and EEA states count 0 by definition.',
  'hazard-row': 'How far the state can compel, by its row of the register.',
  'hazard-partial': ({ count }: { count: Count }) =>
    `Of that row ${plural(count, { one: '1 power or guarantee is unknown or was not read in its source', other: `${count} powers or guarantees are unknown or were not read in their source` })}.`,
  'hazard-unregistered': 'Not in the register on that day: the hazard may be anything.',
  'hazard-unnamed': 'A country that the source does not name: what it may reach beyond the hazard of a usual one is open.',
  'law-eu-eea': 'EU and EEA states are outside the question.',
  'law-bridge': 'The bridge of the withdrawal agreement stood in for an adequacy decision.',
  'law-adequacy': 'An adequacy decision is in force: half is taken off.',
  'law-scheme': 'An adequacy decision covers recipients under its scheme: half is taken off as far as that is proven.',
  'law-contract': 'A contract does not bind the authority: next to nothing is taken off.',
  'law-none': 'No adequacy decision covers the recipient, and no contract is proven.',
  mode: ({ mode }: { mode: string }) => `The path is ${modeOf(mode)}.`,
  'mode-stake': ({ mode, stake }: { mode: string; stake: string }) => `The path is ${modeOf(mode)}, with a stake that is ${stake}.`,
  data: ({ classes }: { classes: List }) => `The data it reaches: ${classes.join(' to ')}.`,
  'safeguard-operates': ({ kind, proven, claimed }: { kind: string; proven: number; claimed: number }) =>
    `The safeguard ${kind} is proven ${proven} % and claimed ${claimed} %.`,
  'safeguard-none': 'No such safeguard is known to operate.',
  'safeguard-announced': ({ kinds }: { kinds: List }) => `Only announced, so weighing nothing: ${format.and(kinds)}.`,
  'paper-compelled': ({ share }: { share: number }) => `Paper holds less where the law compels (C ${share}).`,
  'paper-abused': ({ share }: { share: number }) => `Paper holds less where trust was abused (I ${share}).`,

  rank: ({ rank, of }: { rank: number; of: number }) => `${rank}${ENDINGS[format.ordinalOf(rank)] ?? 'th'} of ${of}`,
};
