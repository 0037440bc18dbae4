import { format } from '../format.ts';
import { actOf, claimOf, countriesOf, dataOf, incidentOf, inside, modeOf, modesOf, type PathInWords, pathOf, signed } from './words.ts';

type List = readonly string[];
type Incident = { readonly on: string; readonly incident: string };
type Top = { readonly act: string; readonly points: number };
type Claimed = PathInWords & { readonly claim: string };
type Moved = { readonly before: string; readonly after: string };

/** What is no state has no name in the register. */
const NOT_OF_THE_REGISTER: Readonly<Record<string, string>> = { ZZ: 'a country that no source names', EU: 'a state of the EU or EEA' };

const top = (about: string, points: number) => `The single fact that moves the point most: ${about}, it would change by ${signed(points)}.`;

/** What matters, what would lower a score, and what to find out next. */
export const remedies = {
  matters: ({ name, code, modes, points }: { name: string; code: string; modes: List; points: number }) =>
    `The jurisdiction that matters most is ${NOT_OF_THE_REGISTER[name] ?? name} (${code}), by ${modesOf(modes)}: ending all of it would change the point by ${signed(points)}.`,
  'matters-alone': ({ mode, points }: { mode: string; points: number }) =>
    `There, ending ${modeOf(mode)} alone would change it by ${signed(points)}.`,
  'matters-maximum': 'Only the strongest path of a jurisdiction counts, and the others stand behind it.',
  'top-path': ({ act, points, ...path }: Top & PathInWords) => top(`${actOf(act)} ${pathOf(path)}`, points),
  'top-claim': ({ act, claim, points, ...path }: Top & Claimed) => top(`${actOf(act)} ${claimOf(claim)}, for ${pathOf(path)}`, points),
  'top-list': ({ act, mode, points }: Top & { mode: string }) => top(`${actOf(act)} the list of ${modeOf(mode)}`, points),
  'top-incident': ({ act, on, incident, points }: Top & Incident) => top(`${actOf(act)} the incident of ${on} (${incidentOf(incident)})`, points),
  'top-clear-text': ({ act, points }: Top) => top(`${actOf(act)} what the operator holds in the clear`, points),
  'lower-set': ({ jurisdictions, bands }: { jurisdictions: List; bands: List }) =>
    `Ending ${format.and(jurisdictions)} is the smallest step to ${format.and(bands)}.`,
  'lower-none': ({ bands }: { bands: List }) => `No end of up to three jurisdictions reaches ${format.or(bands)}.`,
  'lower-claimed': ({ on }: { on: string }) => `That is said to have happened already, on ${on}; to prove it is what is missing.`,
  promise: ({ summary, points, point, band }: { summary: string; points: number; point: number; band: string }) =>
    `The promise “${summary}” weighs 0; delivered and proven it would change the point by ${signed(points)} to ${point} (${band}).`,
  announced: ({ safeguard, modes, countries }: { safeguard: string; modes: List; countries: List }) =>
    `Only announced, so weighing 0: ${claimOf(safeguard)} for ${modesOf(modes)} in ${countriesOf(countries)}.`,

  'next-name-country': ({ mode, data, parties }: Omit<PathInWords, 'countries'>) =>
    `Find out next in which country the ${modeOf(mode)}${inside(parties)} is that no source places, up to ${dataOf(data)}.`,
  'next-prove-end': (path: PathInWords) => `Find out next whether ${pathOf(path)} has ended: that is claimed and not proven.`,
  'next-prove-list': ({ mode }: { mode: string }) => `Find out next whether the list of paths is complete for ${modeOf(mode)}.`,
  'next-prove-safeguard': ({ claim, ...path }: Claimed) =>
    `Find out next whether ${claimOf(claim)} operates for ${pathOf(path)}: it is claimed and not proven.`,
  'next-prove-transfer': ({ claim, ...path }: Claimed) =>
    `Find out next whether ${claimOf(claim)} covers the recipient of ${pathOf(path)}: it is claimed and not proven.`,
  'next-refresh': (path: PathInWords) => `Find out next whether ${pathOf(path)} still stands: its evidence has aged.`,
  'next-refresh-claim': ({ claim, ...path }: Claimed) =>
    `Find out next whether ${claimOf(claim)} still holds for ${pathOf(path)}: its evidence has aged.`,
  'next-refresh-list': ({ mode }: { mode: string }) =>
    `Find out next whether the list of paths is still complete for ${modeOf(mode)}: its evidence has aged.`,
  'next-refresh-incident': ({ on, incident }: Incident) =>
    `Find out next whether the incident of ${on} (${incidentOf(incident)}) still stands: its evidence has aged.`,
  'next-refresh-clear-text': 'Find out next whether the operator still holds no more in the clear: its evidence has aged.',
  'next-remove-incident': ({ on, incident }: Incident) => `Find out next whether the incident of ${on} (${incidentOf(incident)}) is real.`,
  'next-remove-path': (path: PathInWords) => `Find out next whether ${pathOf(path)} is real.`,
  'next-remove-safeguard': ({ claim, ...path }: Claimed) => `Find out next whether ${claimOf(claim)} operates at all for ${pathOf(path)}.`,
  'next-both': 'It takes both: either alone would not do.',
  'moves-gate': ({ before, after }: Moved) => `Not knowing it leaves the gate at ${before}, where it could be ${after}.`,
  'moves-band': ({ before, after }: Moved) => `Not knowing it leaves the band at ${before}, where it could be ${after}.`,
  'moves-width': ({ points }: { points: number }) => `Not knowing it leaves the range ${points} points wider.`,
  'moves-open': ({ points }: { points: number }) => `Not knowing it leaves ${points} points more open.`,
  'moves-point': ({ points }: { points: number }) => `The point would change by ${signed(points)}.`,
  'next-nothing': 'Nothing that one could find out next, alone or in a pair, moves the gate, the band, the range or what is open.',
};
