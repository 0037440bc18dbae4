import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Assessment } from '../../domain/facts/assessment.ts';
import { Platform } from '../../domain/facts/platform.ts';
import type { StandingQuote } from '../../domain/watch/judge-quotes.ts';
import { type Names, namesOf } from '../../domain/watch/names.ts';
import { listStandingQuotes } from '../../domain/watch/standing-quotes.ts';
import type { Document } from './documents.ts';

const POLICY = 'policy';
const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** What the assessments of an example quote of the platform's own words, by the day from which each stood. */
export function standingOn({ example }: Document): (instant: string) => StandingQuote[] {
  const folder = `examples/${example}`;
  const files = example === undefined ? [] : readdirSync(folder).filter((name) => /^\d{4}-/u.test(name));
  const dated = files.sort().map((name) => {
    const assessment = Assessment.parse(read(`${folder}/${name}`));
    const sources = Object.fromEntries(
      Object.entries(assessment.sources).map(([id, source]) => [
        id,
        source.statementBy === undefined || source.statementBy === 'third-party' ? source : { ...source, document: POLICY },
      ]),
    );
    return { from: assessment.asOf, quotes: listStandingQuotes({ ...assessment, sources }, POLICY) };
  });
  return (instant) => dated.findLast(({ from }) => from <= instant)?.quotes ?? [];
}

/** As its profile among the examples names it; by its service alone where it has none. */
export function namesIn({ example, service }: Document): Names {
  const file = `examples/${example}/platform.json`;
  return existsSync(file) ? namesOf(Platform.parse(read(file))) : { own: [service], group: [] };
}
