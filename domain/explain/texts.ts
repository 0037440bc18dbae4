import { GATE_ASKS } from '../../messages/en/gates.ts';

/**
 * Every sentence of an explanation, by code. `{name}` is a parameter: a list is joined by "and". `{name:or}` joins it by "or",
 * `{name:to}` by "to", `{name:words}` looks each up among the words below; `{name:signed}` writes points with their sign,
 * `{name:age}` days as an age, `{name:ordinal}` a place in an order.
 */
export const TEXTS = {
  'gate-restrict': `The gate restrict ${GATE_ASKS.restrict}.`,
  'gate-precaution': `The gate precaution ${GATE_ASKS.precaution}.`,
  'gate-review': `The gate review ${GATE_ASKS.review}.`,
  'gate-unproven': `The gate unproven ${GATE_ASKS.unproven}.`,
  'gate-allow': `The gate allow ${GATE_ASKS.allow}.`,

  'unrated-nothing': 'It is unrated: no path of storage, staff access or control is admitted.',
  'unrated-storage': 'It is unrated: nobody has looked at where the data is kept.',
  'unrated-access': 'It is unrated: nobody has looked at whose staff and owners can reach the data.',

  'hangs-on-item': 'The gate hangs on one item: without it, the gate would be {gate}.',
  'hangs-on-items': 'The gate hangs on each of {count} items: without the first of them, it would be {gate}.',
  'item-of': 'The item is of {observed}, from “{title}” by {publisher}.',
  'item-own-word': 'It is the platform’s own word.',
  'item-reserves': 'It reserves a right and states no fact.',
  'item-list': 'It is one list of {count} countries ({countries}).',
  'item-names-no-company': 'It names no company.',
  'item-names-no-data': 'It does not say which data.',
  'item-names-nothing': 'It names no company and no data.',

  matters:
    'The jurisdiction that matters most is {name:words} ({code}), by {modes:words} ({paths}): ending all of it would change the point by {points:signed}.',
  'matters-alone': 'There, ending {mode:words} alone would change it by {points:signed}.',
  'matters-maximum': 'Only the strongest path of a jurisdiction counts, and the others stand behind it.',
  'top-fact': 'The single fact that moves the point most: {act:words} {ref}, it would change by {points:signed}.',
  'lower-set': 'Ending {jurisdictions} is the smallest step to {bands}.',
  'lower-none': 'No end of up to three jurisdictions reaches {bands:or}.',
  promise: 'The promise {id} weighs 0; delivered and proven it would change the point by {points:signed} to {point} ({band}).',
  announced: 'Only announced, so weighing 0: {safeguards}.',

  'next-name-country': 'Find out next which country {ref} is in.',
  'next-prove-end': 'Find out next whether {ref} is true: the end of the path is claimed and not proven.',
  'next-prove-list': 'Find out next whether the list of paths is complete for {ref:words}.',
  'next-prove-safeguard': 'Find out next whether {ref} operates: it is claimed and not proven.',
  'next-prove-transfer': 'Find out next whether {ref} covers the recipient: it is claimed and not proven.',
  'next-refresh': 'Find out next whether {ref} still holds: its evidence has aged.',
  'next-remove-incident': 'Find out next whether the incident {ref} is real.',
  'next-remove-path': 'Find out next whether the path {ref} is real.',
  'next-remove-safeguard': 'Find out next whether {ref} operates at all.',
  'next-both': 'It takes both: either alone would not do.',
  'moves-gate': 'The gate would be {after}, where it is {before}.',
  'moves-band': 'The band would be {after}, where it is {before}.',
  'moves-width': 'It would narrow the range by {points}.',
  'moves-open': 'It would lower what is open by {points}.',
  'next-nothing': 'Nothing that one could find out next, alone or in a pair, moves the gate, the band, the range or what is open.',

  'belief-path': 'Belief in the path {belief} %; its newest item is of {observed}, {days:age} before the day of the score.',
  'belief-end': 'Belief that it has ended {belief} %; the newest item on that is of {observed}, {days:age} before the day of the score.',
  'hazard-eu-eea': 'EU and EEA states count 0 by definition.',
  'hazard-row': 'How far the state can compel, by its row of the register.',
  'hazard-partial': 'Of that row {count} powers or guarantees are unknown or were not read in their source.',
  'hazard-unregistered': 'Not in the register on that day: the hazard may be anything.',
  'hazard-unnamed': 'A country that the source does not name: what it may reach beyond the hazard of a usual one is open.',
  'law-eu-eea': 'EU and EEA states are outside the question.',
  'law-bridge': 'The bridge of the withdrawal agreement stood in for an adequacy decision.',
  'law-adequacy': 'An adequacy decision is in force: half is taken off.',
  'law-scheme': 'An adequacy decision covers recipients under its scheme: half is taken off as far as that is proven.',
  'law-contract': 'A contract does not bind the authority: next to nothing is taken off.',
  'law-none': 'No adequacy decision covers the recipient, and no contract is proven.',
  mode: 'The path is {mode:words}.',
  'mode-stake': 'The path is {mode:words}, with a stake that is {stake}.',
  data: 'The data it reaches: {classes:to}.',
  'safeguard-operates': 'The safeguard {kind} is proven {proven} % and claimed {claimed} %.',
  'safeguard-none': 'No such safeguard is known to operate.',
  'safeguard-announced': 'Only announced, so weighing nothing: {kinds}.',
  'paper-compelled': 'Paper holds less where the law compels (C {share}).',
  'paper-abused': 'Paper holds less where trust was abused (I {share}).',

  rank: '{rank:ordinal} of {of}',
} as const;
export type TextCode = keyof typeof TEXTS;

/** How a sentence names what has a code. */
export const WORDS: Readonly<Record<string, string>> = {
  ZZ: 'a country that no source names',
  EU: 'a state of the EU or EEA',
  storage: 'storage',
  'remote-access': 'staff access',
  control: 'control',
  subprocessor: 'subprocessors',
  'client-code': 'client code',
  'remove-path': 'without the path',
  'remove-safeguard': 'without the safeguard',
  'remove-incident': 'without the incident',
  'prove-list': 'with a proven list of',
  'prove-safeguard': 'with proof of the safeguard',
  'prove-transfer': 'with proof of the transfer tool of',
  'prove-end': 'with proof of the end of',
  'name-country': 'with the country named of',
  refresh: 'with fresh evidence on',
};
