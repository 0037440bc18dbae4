import { readFileSync } from 'node:fs';
import { explainScore } from '../domain/explain/explain.ts';
import type { Assessment } from '../domain/facts/assessment.ts';
import { readAssessment } from '../domain/facts/read-assessment.ts';
import { scoreAssessment } from '../domain/score/score.ts';
import { readRegister } from './example-files.ts';
import { engines, RULES, type ScoreByRules, scoreByHand } from './plain-rules.ts';
import type { Figure, Measurement } from './result.ts';
import { type Contenders, measureRounds, type Timed } from './rounds.ts';

/** The file of the day of the Commission's decision, and the newest and longest. */
const FILES = ['2023-02-23', '2026-08-31'];
const MOST_TIMES_THE_FLOOR = 3;
const MOST_MICROSECONDS = 40;
const MOST_TO_EXPLAIN = 5000;

/** What it costs to score a file, beside what it costs to read its bytes as JSON, and beside rule engines on a smaller job. */
export async function measureScoring({ rounds }: { rounds: number }): Promise<Measurement> {
  const figures: Figure[] = [];
  for (const file of FILES) figures.push(...(await measureFile(file, rounds)));
  return {
    title: 'Scoring',
    how:
      `CPU time of one run, the median of ${rounds} interleaved rounds, each contender in a process of its own, on files of examples/tiktok. An engine parses and validates the same bytes ` +
      `by the same schema and then runs ${RULES.length} plain rules (for each of five modes and five jurisdictions, a path there adds points); ours ` +
      'weighs every item of evidence, applies the law of the day, and gives a range.',
    ratioOf: '`JSON.parse` of the same bytes',
    figures,
  };
}

async function measureFile(file: string, rounds: number): Promise<Figure[]> {
  return toFigures(file, readBytes(file).length, await measureRounds(import.meta.url, file, Object.keys(contenders(file)), rounds));
}

/** What is run, the floor first; an engine also without validating. */
export function contenders(file: string): Contenders {
  const bytes = readBytes(file);
  const register = readRegister();
  const assessment = readAssessment(JSON.parse(bytes.toString()));
  const moment = { asOf: file, knownBy: file };
  const byEngines = engines.flatMap(({ name, open }): [string, Contenders[string]][] => [
    [name, async () => runEngine(await open(), () => readAssessment(JSON.parse(bytes.toString())))],
    [`${name} unvalidated`, async () => runEngine(await open(), () => JSON.parse(bytes.toString()))],
  ]);
  return {
    floor: () => () => JSON.parse(bytes.toString()),
    whole: () => () => scoreAssessment(readAssessment(JSON.parse(bytes.toString())), register, moment),
    score: () => () => scoreAssessment(assessment, register, moment),
    explain: () => {
      const scored = scoreAssessment(assessment, register, moment);
      return () => explainScore(assessment, scored, register);
    },
    ...Object.fromEntries(byEngines),
  };
}

/** An engine that finds other points than the rules give is not measured. */
async function runEngine(score: ScoreByRules, read: () => Assessment): Promise<() => unknown> {
  const [found, expected] = [await score(read()), scoreByHand(read())];
  if (found !== expected) throw new Error(`an engine finds ${found} points where the rules give ${expected}`);
  return () => score(read());
}

function readBytes(file: string): Buffer {
  return readFileSync(new URL(`../examples/tiktok/${file}.json`, import.meta.url));
}

function toFigures(file: string, bytes: number, timed: ReadonlyMap<string, Timed>): Figure[] {
  const of = (name: string) => timed.get(name) as Timed;
  const figure = (name: string, of: Timed, means: string): Figure => ({
    name: `${name}, ${file}`,
    value: of.cpu,
    unit: 'µs',
    ratio: of.ratio,
    ...(of.ratio !== 1 && { note: `half of the rounds between ${of.spread.map((ratio) => ratio.toFixed(2)).join(' and ')}` }),
    means,
  });
  const fastest = Math.min(...engines.map(({ name }) => of(name).ratio));
  const whole = of('whole');
  return [
    figure('`JSON.parse`', of('floor'), `The least that any program pays to read a file of ${Math.round(bytes / 1000)} KB.`),
    {
      ...figure('Parse, validate and score', whole, `A function scores about ${thousands(1e6 / whole.cpu)} such files in a second of one core.`),
      reach: {
        at: `at most ${MOST_TIMES_THE_FLOOR} times, and ahead of every engine`,
        isMet: whole.ratio <= MOST_TIMES_THE_FLOOR && whole.ratio < fastest,
      },
    },
    {
      ...figure('Score alone', of('score'), 'What the nightly re-scoring and a change in the console’s dry run cost beside reading the file.'),
      reach: { at: `at most ${MOST_MICROSECONDS} µs`, isMet: of('score').cpu <= MOST_MICROSECONDS },
    },
    {
      ...figure('Explain', of('explain'), 'Every counterfactual of the page “why this score” is answered before a person notices.'),
      reach: { at: `at most ${MOST_TO_EXPLAIN / 1000} ms`, isMet: of('explain').cpu <= MOST_TO_EXPLAIN },
    },
    ...engines.map(
      ({ name }): Figure => ({
        ...figure(name, of(name), `${RULES.length} plain rules in its place would cost ${compare(of(name).cpu, whole.cpu)} than the whole method.`),
        note: `${of(`${name} unvalidated`).ratio.toFixed(2)} without validating`,
      }),
    ),
  ];
}

function compare(theirs: number, ours: number): string {
  const more = Math.round((theirs / ours - 1) * 100);
  return more < 0 ? `${-more} % less` : `${more} % more`;
}

function thousands(count: number): string {
  return (Math.round(count / 100) * 100).toLocaleString('en');
}
