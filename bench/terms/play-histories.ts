/**
 * Runs the watch over what Open Terms Archive has recorded: `npm run terms-histories -- FOLDER [SINCE] [SAMPLE]`. FOLDER holds the
 * bare repositories `pga`, `contrib` and `france` (github.com/OpenTermsArchive/*-versions); SAMPLE is a file that is given thirty reviews
 * and thirty digests to read by hand, by seeded chance: it holds the platforms' own words and is for nobody but its reader.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { playVersions } from '../../domain/watch/play-versions.ts';
import type { Outcome } from '../../domain/watch/take-version.ts';
import { seededRandom } from '../seeded-random.ts';
import { DOCUMENTS } from './documents.ts';
import { readHistory } from './read-history.ts';
import { namesIn, standingOn } from './standing-on.ts';

type Change = Extract<Outcome, { kind: 'changed' }>;
const [folder, since = '2021-01-01', sample] = process.argv.slice(2);
if (folder === undefined) throw new Error('say in which folder the repositories lie');
const SEED = 20260822;
const SAMPLED = 30;

const found: { readonly document: string; readonly change: Change }[] = [];
const rows = DOCUMENTS.map((document) => {
  const { collection, service, language } = document;
  const path = `${service}/Privacy Policy.md`;
  const repository = `${folder}/${collection}`;
  const versions = readHistory(repository, path, since);
  const until = execFileSync('git', ['-C', repository, 'log', '-1', '--format=%aI'], { encoding: 'utf8' }).trim();
  const started = process.cpuUsage();
  const { played } = playVersions(versions, {
    language,
    names: namesIn(document),
    quotesOn: standingOn(document),
    until: new Date(until).toISOString(),
  });
  const { user } = process.cpuUsage(started);
  process.stderr.write(`${collection}/${service} ${versions.length} ${Math.round(user / 1000)} ms\n`);
  const changes = played.flatMap(({ outcome }) => (outcome.kind === 'changed' ? [outcome] : []));
  found.push(...changes.map((change) => ({ document: `${collection}/${service}`, change })));
  const count = (test: (change: Change) => boolean) => changes.filter(test).length;
  return {
    document: `${collection}/${service}`,
    from: versions[0]?.recordedAt.slice(0, 10) ?? '',
    to: versions.at(-1)?.recordedAt.slice(0, 10) ?? '',
    versions: versions.length,
    changed: versions.filter(({ isTechnicalUpgrade }) => !isTechnicalUpgrade).length,
    reviews: count(({ opensReview, source }) => opensReview && source === undefined),
    byQuote: count(({ broken, source }) => broken.length > 0 && source === undefined),
    digests: count(({ opensReview, source }) => !opensReview && source === undefined),
    suspects: played.filter(({ outcome }) => outcome.kind === 'suspect' && outcome.isNew).length,
    sources: count(({ source }) => source !== undefined),
    cpuMs: Math.round(user / 1000),
  };
});
console.table(rows);
const sum = (key: 'versions' | 'changed' | 'reviews' | 'byQuote' | 'digests' | 'suspects' | 'sources' | 'cpuMs') =>
  rows.reduce((total, row) => total + row[key], 0);
console.log({
  documents: rows.length,
  versions: sum('versions'),
  changed: sum('changed'),
  reviews: sum('reviews'),
  byQuote: sum('byQuote'),
  digests: sum('digests'),
  suspects: sum('suspects'),
  sources: sum('sources'),
  cpuMs: sum('cpuMs'),
});

if (sample !== undefined) {
  const random = seededRandom(SEED);
  const draw = (kind: 'review' | 'digest') => {
    const left = found.filter(({ change }) => change.source === undefined && change.opensReview === (kind === 'review'));
    const drawn: typeof found = [];
    while (drawn.length < SAMPLED && left.length > 0) drawn.push(...left.splice(Math.floor(random() * left.length), 1));
    return drawn.map(({ document, change }) => ({ ...change, kind, document }));
  };
  writeFileSync(sample, [...draw('review'), ...draw('digest')].map((one) => `${JSON.stringify(one)}\n`).join(''));
}
