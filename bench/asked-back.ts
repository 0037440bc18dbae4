import { gzipSync } from 'node:zlib';
import { numberRevision, type PolicyContent, type Ruling } from '../domain/policy/document.ts';
import { listApps } from '../domain/policy/listed-apps.ts';
import { toOpaFiles } from '../domain/policy/opa.ts';
import { toTar } from '../domain/policy/tar.ts';
import { writeExports } from '../domain/policy/write-exports.ts';
import { askExports } from '../lambdas/jobs/asked-back/ask-exports.ts';
import { listSituations } from '../lambdas/jobs/asked-back/situations.ts';
import type { Measurement } from './result.ts';

const AT = '2026-11-22T12:00:00.000Z';
/** Situations that are to be asked of every engine, and in which time. */
const SITUATIONS = 10_000;
const MOST_SECONDS = 10;
const APPS_EACH = 3;
const ROUNDS = 5;

/** A decision on each platform, all of them different: half suspend and half limit, each exempts a group of its own and one of all. */
function toContent(count: number): PolicyContent {
  const rulings = Array.from({ length: count }, (_, i): Ruling => {
    const isLimit = i % 2 === 1;
    const apps = Array.from({ length: APPS_EACH }, (__, app) => `com.example.app${app}.of${i}`);
    return {
      platform: `platform-${String(i).padStart(5, '0')}`,
      id: `dec_${i}`,
      hash: '0'.repeat(64),
      decision: isLimit ? 'limit' : 'suspend',
      scope: i % 3 === 0 ? ['corporate-device'] : ['corporate-device', 'enrolled-personal-device'],
      effectiveAt: '2026-01-01T00:00:00Z',
      enforceBy: '2026-02-01T00:00:00Z',
      expiresAt: '2027-01-01T00:00:00Z',
      isEnforced: true,
      consequence: 'Loss of corporate apps',
      score: 'scr_1',
      apps: { android: apps, ios: [], web: [] },
      conditions: isLimit ? ['managed-browser-only', 'no-account'] : [],
      exemptions: ['dsa-enforcement', `press-${i}`].map((group) => ({ group, until: '2027-01-01T00:00:00Z' })),
    };
  });
  return { rulings, platforms: [] };
}

/** How long a revision is asked back whose rulings tell at least so many situations apart. */
export async function measureAskedBack(): Promise<Measurement> {
  const perPair = countSituations(toContent(2)) / 2;
  const content = toContent(Math.ceil(SITUATIONS / perPair));
  const document = numberRevision(content, 1, AT);
  const asked = { document, texts: writeExports(document), bundle: gzipSync(toTar(toOpaFiles(document))), at: new Date(AT) };
  const seconds: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = process.cpuUsage();
    const reason = await askExports(asked);
    if (reason !== undefined) throw new Error(reason);
    const { user, system } = process.cpuUsage(start);
    seconds.push((user + system) / 1_000_000);
  }
  const median = seconds.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
  const situations = countSituations(content);
  return {
    title: 'Asking the exports of a revision back',
    how:
      `Every export of a revision with ${content.rulings.length} decisions of ${APPS_EACH} apps each, all of them different, is read and asked as before it goes out: ` +
      'OPA’s compiled policy and both example policies in Cedar’s engine in each situation that the rulings tell apart, every list for every app. ' +
      `CPU time, the median of ${ROUNDS} rounds in one process, the first of which loads the engines.`,
    figures: [
      {
        name: 'A whole revision',
        value: median,
        unit: 's',
        note: `${situations} situations, of which OPA and each of two policies of Cedar conclude: ${3 * situations} evaluations`,
        reach: { at: `at most ${MOST_SECONDS} s for ${SITUATIONS} situations`, isMet: median <= MOST_SECONDS },
        means: 'How much later a decision reaches the policy tools for having been asked back first, where thousands stand.',
      },
    ],
  };
}

/** Situations that differ, each once for a set of rulings. */
function countSituations(content: PolicyContent): number {
  const sets = new Map(listApps(content).map((app) => [app.namings.map(({ ruling }) => ruling?.id).join(' '), app]));
  return [...sets.values()].reduce((sum, app) => sum + listSituations(app).length, 0);
}
