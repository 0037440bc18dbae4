import { CURRENT } from '../domain/score/method.ts';
import { toOpenPoints, toRange, toWays } from '../domain/score/points.ts';
import { type Scored, scoreAssessment, scoreFindings } from '../domain/score/score.ts';
import { VectorError } from '../domain/vector/cursor.ts';
import { toShortVector } from '../domain/vector/short-vector.ts';
import { parseVector, toVector } from '../domain/vector/vector.ts';
import { type Answer, type Command, isSet, takeOne, today } from './command.ts';
import { BadInput, Usage } from './failure.ts';
import type { Io } from './io.ts';
import { inBand, number, pointOf, range, strong } from './print/print.ts';
import { writeError } from './print/terminal.ts';
import { readAssessment } from './read-assessment.ts';
import { readRegister } from './read-register.ts';
import { takeDate } from './take-facts.ts';

export const vectorCommand: Command = {
  usage: 'FILE|VECTOR [--as-of DATE] [--known-by DATE] [--short]',
  help: ['A vector holds all that a score is made of, in a line; with the same register it gives the same score.'],
  example: 'vector examples/tiktok/2023-02-23.json --as-of 2023-02-23 --known-by 2023-02-23',
  options: {
    'as-of': { takes: 'DATE', means: 'of a file: what was true then (default: its own date)' },
    'known-by': { takes: 'DATE', means: 'of a file: by what could be known then (default: today)' },
    short: { means: 'the form for people' },
  },
  async run(given) {
    const what = takeOne(given, 'FILE or VECTOR');
    const register = readRegister();
    const [asOf, knownBy] = [takeDate(given, 'as-of'), takeDate(given, 'known-by')];
    if (what.startsWith('EXS:')) {
      if (asOf ?? knownBy) throw new Usage('a vector has its own dates');
      return recompute(what, isSet(given, 'short'), given.io);
    }
    const { assessment } = await readAssessment(what, given.io);
    const scored = scoreAssessment(assessment, register, { asOf: asOf ?? assessment.asOf, knownBy: knownBy ?? today() });
    const data = { vector: toVector(scored, register), shortVector: toShortVector(scored) };
    return { data, lines: () => [isSet(given, 'short') ? data.shortVector : data.vector] };
  },
};

function recompute(text: string, isShort: boolean, io: Io): Answer {
  const register = readRegister();
  const parsed = parse(text);
  if (parsed.registerVersion !== register.version)
    writeError(io, [
      `whereabouts: the vector was written with register ${parsed.registerVersion}; this is ${register.version}, so the score may differ`,
    ]);
  const scored = scoreFindings(parsed, register, CURRENT);
  const data = toJson(scored);
  const { score, parts, ways, open, band } = data;
  return {
    data,
    lines: () =>
      isShort
        ? [toShortVector(scored)]
        : [
            `${strong(inBand(band, band === 'unrated' ? band : `${pointOf(data)} ${band}`))}   as of ${parsed.asOf}, known by ${parsed.knownBy}`,
            `  whole      ${range(score, band)}`,
            `  storage    ${range(parts.storage, band)}`,
            `  access     ${range(parts.access, band)}`,
            `  programme  ${range(ways.programme, band)}`,
            `  law        ${range(ways.law, band)}`,
            `  open       ${number(open.whole)}`,
          ],
  };
}

function parse(text: string) {
  try {
    return parseVector(text);
  } catch (error) {
    if (error instanceof VectorError) throw new BadInput([error.isOfOtherMethod ? error.message : `the vector fails at ${error.message}`]);
    throw error;
  }
}

function toJson({ findings: { asOf, knownBy }, score, parts, ways, open, band, bandRange, confidence, gate }: Scored) {
  return {
    asOf,
    knownBy,
    score: toRange(score),
    parts: { storage: toRange(parts.storage), access: toRange(parts.access) },
    ways: toWays(ways),
    open: toOpenPoints(open),
    band,
    bandRange,
    confidence,
    gate,
  };
}
