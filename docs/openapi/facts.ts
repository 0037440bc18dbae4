import { readFileSync } from 'node:fs';
import type { Assessment } from '../../domain/facts/assessment.ts';
import { expandPaths } from '../../domain/facts/expand-paths.ts';
import { readAssessment } from '../../domain/facts/read-assessment.ts';

/** The paths of TikTok's file that matter most; all of them would fill the document. */
const TELLING_PATHS = ['store', 'store-us', 'remote-cn', 'golden-share-cn'];

/** A file of examples/, as it lies there. */
export function readExample(name: string) {
  return JSON.parse(readFileSync(new URL(`../../examples/${name}`, import.meta.url), 'utf8'));
}

/** TikTok's file of a day with a few of its paths, all that still refers to them, and the sources that are cited. */
export function readFacts(day: string): Assessment {
  const { asOf, sources, paths, commitments = [], note: _, ...rest } = readAssessment(readExample(`tiktok/${day}.json`));
  const telling = paths.filter(({ id }) => TELLING_PATHS.includes(id));
  const ids = new Set(expandPaths(telling).map(({ id }) => id));
  const facts = {
    ...rest,
    paths: telling,
    commitments: commitments.map(({ moves, ...promise }) => ({
      ...promise,
      ...(moves && { moves: moves.filter(({ path }) => ids.has(path)) }),
    })),
  };
  const cited = new Set([...JSON.stringify(facts).matchAll(/"source":"([^"]+)"/g)].map(([, id]) => id));
  return { asOf, sources: Object.fromEntries(Object.entries(sources).filter(([id]) => cited.has(id))), ...facts };
}
