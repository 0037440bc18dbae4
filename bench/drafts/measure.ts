import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { proposeFacts } from '../../domain/draft/propose-facts.ts';
import { seatsOf } from '../../domain/draft/seats-of-profile.ts';
import { Assessment } from '../../domain/facts/assessment.ts';
import { expandPaths } from '../../domain/facts/expand-paths.ts';
import { Platform } from '../../domain/facts/platform.ts';
import { namesOf } from '../../domain/watch/names.ts';

/** A coded path that a quote of a recorded policy supports. */
type Wanted = {
  readonly platform: string;
  readonly fact: string;
  readonly mode: string;
  readonly quote: string;
  readonly sha256: string;
  readonly language: string;
};
const MODES = ['storage', 'remote-access'] as const;
type Share = { drafted: number; of: number };

const EXAMPLES = new URL('../../examples/', import.meta.url).pathname;
const readJson = (...path: string[]): unknown => JSON.parse(readFileSync(join(EXAMPLES, ...path), 'utf8'));

/** Every pair of a coded path of storage or remote access and a quote for it that Open Terms Archive recorded, once. */
function listWanted(): Wanted[] {
  const found = new Map<string, Wanted>();
  const platforms = readdirSync(EXAMPLES).filter((name) => existsSync(join(EXAMPLES, name, 'platform.json')));
  for (const platform of platforms)
    for (const file of readdirSync(join(EXAMPLES, platform)).filter((name) => /^\d.*\.json$/.test(name)))
      for (const { mode, jurisdiction, evidence } of expandPaths(Assessment.parse(readJson(platform, file)).paths))
        for (const { quote, excerpt, stance, language = 'en' } of evidence) {
          const isMeasured = (MODES as readonly string[]).includes(mode) && stance !== 'contradicts';
          if (!isMeasured || quote === undefined || excerpt === undefined) continue;
          const fact = `${mode} ${jurisdiction}`;
          found.set([platform, fact, quote, excerpt.sha256].join('\n'), { platform, fact, mode, quote, sha256: excerpt.sha256, language });
        }
  return [...found.values()];
}

function draft(platform: string, text: string, language: string): Set<string> {
  const profile = Platform.parse(readJson(platform, 'platform.json'));
  const proposals = proposeFacts({ platform, text, language, names: namesOf(profile), seats: seatsOf(profile) });
  return new Set(proposals.flatMap(({ fact }) => (fact.kind === 'path' ? [`${fact.mode} ${fact.jurisdiction}`] : [])));
}

/** How many of the coded paths are drafted with their mode and jurisdiction, from the quote alone or from the whole text; what is drafted and coded nowhere. */
export function measureDrafts(texts?: string): { shares: Record<string, Share>; documents: number; missed: string[]; uncoded: string[] } {
  const wanted = listWanted();
  const shares = Object.fromEntries(MODES.map((mode): [string, Share] => [mode, { drafted: 0, of: 0 }]));
  const [missed, uncoded] = [[], []] as [string[], string[]];
  const documents = new Map<string, Set<string>>();
  for (const { platform, fact, mode, quote, sha256, language } of wanted) {
    if (texts !== undefined && !documents.has(sha256)) documents.set(sha256, draft(platform, readText(texts, sha256), language));
    const share = shares[mode] as Share;
    share.of += 1;
    if ((documents.get(sha256) ?? draft(platform, quote, language)).has(fact)) share.drafted += 1;
    else missed.push(`${platform}: ${fact}: ${quote}`);
  }
  for (const [sha256, facts] of documents) {
    const platform = wanted.find((one) => one.sha256 === sha256)?.platform ?? '';
    const coded = new Set(
      readdirSync(join(EXAMPLES, platform))
        .filter((name) => /^\d.*\.json$/.test(name))
        .flatMap((file) => expandPaths(Assessment.parse(readJson(platform, file)).paths).map(({ mode, jurisdiction }) => `${mode} ${jurisdiction}`)),
    );
    uncoded.push(...[...facts].filter((fact) => !coded.has(fact)).map((fact) => `${platform} ${sha256.slice(0, 8)}: ${fact}`));
  }
  return { shares, documents: documents.size, missed, uncoded };
}

function readText(folder: string, sha256: string): string {
  const bytes = readFileSync(join(folder, sha256));
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new Error(`the text ${sha256} has another hash`);
  return bytes.toString('utf8');
}

if (import.meta.main) console.log(JSON.stringify(measureDrafts(process.argv[2]), null, 2));
