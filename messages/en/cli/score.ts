import type { Count } from '../../parameters.ts';
import { format, plural } from '../format.ts';
import { GATE_ASKS } from '../gates.ts';
import { hearingTexts } from '../hearing.ts';

const asIs = (code: string) => code;

/** A score as the command line prints it. In English codes and days stand as the API has them, so that they can be given back to a command. */
export const score = {
  hearing: hearingTexts,
  band: asIs,
  gate: asIs,
  confidence: asIs,
  mode: asIs,
  factor: asIs,
  /** What adds to a score: the code of a jurisdiction, `incidents` or `floor`. */
  contributor: asIs,
  day: (iso: string) => iso,
  points: format.points,
  /** As it is, with a decimal where it has one. */
  figure: (points: number) => `${points}`,
  share: (of: number) => format.decimal(of, 2),
  change: format.change,
  between: (low: number, high: number) => `${low} to ${high}`,
  asOf: (asOf: string, knownBy: string, method: string, register: string) => `as of ${asOf}, known by ${knownBy}, ${method}, register ${register}`,
  named: (low: number, high: number, bands: readonly string[], confidence: string, gate: string) =>
    `${low} to ${high} named (${bands.join(' to ')})   confidence ${confidence}   gate ${gate}`,
  gateAsks: (gate: keyof typeof GATE_ASKS) => `${gate} ${GATE_ASKS[gate]}`,
  lines: { whole: 'whole', storage: 'storage', access: 'access', programme: 'programme', law: 'law', open: 'open', place: 'place' },
  open: (storage: number, access: number) => `through what nobody has named (storage ${storage}, access ${access})`,
  contributions: 'What adds up to the point',
  nothing: 'Nothing is exposed.',
  next: 'To find out next',
  vector: 'vector',
  short: 'short',
  answered: (revision: number, asOf: string | undefined) => `answered by revision ${revision}${asOf === undefined ? '' : `, facts of ${asOf}`}`,
  noneThatEarly: (day: string) => `No approved facts are as early as ${day}: the earliest answered.`,
  rated: (place: string) => `${place} that are rated`,
  beside: 'Side by side',
  knownBy: (day: string) => `known by ${day}`,
  difference: (points: string) => `difference ${points}:`,
  cause: asIs,
  stepsLeftOut: (count: Count) => `${plural(count, { one: '1 step', other: `${count} steps` })} by age alone left out; --all shows them`,
};
