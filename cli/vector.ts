import { toRange } from '../domain/points.ts';
import { type Scored, scoreAssessment, scoreFindings } from '../domain/score.ts';
import { toShortVector } from '../domain/short-vector.ts';
import { parseVector, toVector } from '../domain/vector.ts';
import { VectorError } from '../domain/vector-cursor.ts';
import { type Command, isSet, takeDate, takeOne, today } from './command.ts';
import { BadInput, Usage } from './failure.ts';
import { inBand, range, strong } from './print.ts';
import { readAssessment } from './read-assessment.ts';
import { readRegister } from './read-register.ts';

export const vectorCommand: Command = {
  usage: 'vector FILE|VECTOR [--as-of DATE] [--known-by DATE] [--short] [--json]',
  help: [
    'Writes the vector of an assessment, or, given a vector, recomputes its score.',
    '--as-of, --known-by: as for score, of a file only. --short: the form for people.',
  ],
  options: { 'as-of': { type: 'string' }, 'known-by': { type: 'string' }, short: { type: 'boolean' }, json: { type: 'boolean' } },
  run(given) {
    const what = takeOne(given, 'FILE or VECTOR');
    const register = readRegister();
    const [asOf, knownBy] = [takeDate(given, 'as-of'), takeDate(given, 'known-by')];
    if (what.startsWith('EXS:')) {
      if (asOf ?? knownBy) throw new Usage('a vector has its own dates');
      return recompute(what, isSet(given, 'short'), isSet(given, 'json'));
    }
    const assessment = readAssessment(what);
    const scored = scoreAssessment(assessment, register, { asOf: asOf ?? assessment.asOf, knownBy: knownBy ?? today() });
    const written = { vector: toVector(scored, register), shortVector: toShortVector(scored) };
    if (isSet(given, 'json')) return `${JSON.stringify(written, null, 2)}\n`;
    return `${isSet(given, 'short') ? written.shortVector : written.vector}\n`;
  },
};

function recompute(text: string, short: boolean, json: boolean): string {
  const register = readRegister();
  const parsed = parse(text);
  if (parsed.registerVersion !== register.version)
    process.stderr.write(
      `whereabouts: the vector was written with register ${parsed.registerVersion}; this is ${register.version}, so the score may differ\n`,
    );
  const scored = scoreFindings(parsed, register);
  if (json) return `${JSON.stringify(toJson(scored), null, 2)}\n`;
  if (short) return `${toShortVector(scored)}\n`;
  const { score, parts, band } = toJson(scored);
  return [
    `${strong(inBand(scored.band, `${score.point.toFixed(1)} ${band}`))}   as of ${parsed.asOf}, known by ${parsed.knownBy}`,
    `  whole    ${range(score)}`,
    `  storage  ${range(parts.storage)}`,
    `  access   ${range(parts.access)}`,
    '',
  ].join('\n');
}

function parse(text: string) {
  try {
    return parseVector(text);
  } catch (error) {
    if (error instanceof VectorError) throw new BadInput([`the vector fails at ${error.message}`]);
    throw error;
  }
}

function toJson({ findings: { asOf, knownBy }, score, parts, band, bandRange, confidence, gate }: Scored) {
  return {
    asOf,
    knownBy,
    score: toRange(score),
    parts: { storage: toRange(parts.storage), access: toRange(parts.access) },
    band,
    bandRange,
    confidence,
    gate,
  };
}
