import type { components } from '../docs/api-types.ts';
import type { Api } from './api.ts';
import { ask } from './ask.ts';
import { type Answer, type Given, takeText } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { BadInput, Failure, Usage } from './failure.ts';
import { readAll } from './pages.ts';
import { printEffect } from './print/effect.ts';
import { printFacts } from './print/facts.ts';
import { strong, titled } from './print/print.ts';
import { writeError } from './print/terminal.ts';
import { take } from './refusal.ts';
import { readRevision } from './revisions.ts';

type Revision = components['schemas']['Revision'];
type Judged = {
  readonly revision: number;
  readonly asOf: string;
  readonly hash: string;
  readonly outcome: 'approved' | 'left' | 'refused';
  readonly why: readonly string[];
};

/** Approves what waits of a platform, in the order of its days, each once it was shown: by an answer to each, or by the hash of each. */
export async function approveSeries(platform: string, api: Api, given: Given): Promise<Answer> {
  const path = { platform };
  const all = await readAll((query) => api.GET('/v1/platforms/{platform}/assessments', { params: { path, query } }));
  const waiting = all
    .filter(({ status }) => status === 'submitted')
    .sort((a, b) => (a.asOf < b.asOf ? -1 : a.asOf > b.asOf ? 1 : a.revision - b.revision));
  if (waiting.length === 0) throw new BadInput([`nothing of ${platform} waits for its verdict`]);
  const read = readHashes(given, waiting);
  const judged: Judged[] = [];
  for (const [place, one] of waiting.entries()) judged.push(await judge(one, `${place + 1} of ${waiting.length}`, { platform, api, given, read }));
  const isRefused = judged.some(({ outcome }) => outcome === 'refused');
  return {
    data: judged,
    exitCode: isRefused ? EXIT.refused : EXIT.done,
    lines: () => [
      ...titled(
        ['revision', 'day', 'outcome', 'hash'],
        judged.map(({ revision, asOf, outcome, hash, why }) => [String(revision), asOf, [outcome, ...why].join(': '), hash.slice(0, 12)]),
      ),
    ],
  };
}

type Series = { readonly platform: string; readonly api: Api; readonly given: Given; readonly read: readonly string[] | undefined };

async function judge(waiting: Revision, place: string, { platform, api, given, read }: Series): Promise<Judged> {
  const { revision, asOf, hash } = waiting;
  const about = { revision, asOf, hash };
  const shown = await readRevision(api, platform, String(revision));
  if (read === undefined) {
    writeError(given.io, [
      '',
      strong(`${platform}, revision ${revision} of ${asOf}, ${place}`),
      ...printFacts(shown),
      '',
      ...(shown.effect ? printEffect(shown.effect) : []),
    ]);
    if (!(await ask(given.io, `Is this what you mean: approve ${platform}, revision ${revision}?`))) return { ...about, outcome: 'left', why: [] };
  } else if (!read.some((one) => hash.startsWith(one))) return { ...about, outcome: 'left', why: ['no --hash names it'] };
  const note = takeText(given, 'note');
  const body = { verdict: 'approve' as const, hash, ...(note !== undefined && { note }) };
  try {
    take(await api.POST('/v1/platforms/{platform}/assessments/{revision}/verdict', { params: { path: { platform, revision } }, body }));
    return { ...about, outcome: 'approved', why: [] };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { ...about, outcome: 'refused', why: error.lines };
  }
}

/** In a script the hashes of what was read stand behind --hash, with commas between them; on a terminal each is asked for. */
function readHashes(given: Given, waiting: readonly Revision[]): string[] | undefined {
  const hashes = takeText(given, 'hash')?.toLowerCase().split(',');
  const known = waiting.map(({ hash }) => hash.slice(0, 12)).join(',');
  if (hashes === undefined) {
    if (given.io.stdin.isTTY && given.io.stderr.isTTY) return undefined;
    throw new Usage(`--hash is missing: repeat the hashes of what you read, here ${known}`);
  }
  const bad = hashes.filter((one) => one.length < 8 || !waiting.some(({ hash }) => hash.startsWith(one)));
  if (bad.length > 0) throw new BadInput([`${bad.join(', ')} is no hash, of 8 digits at least, of what waits: ${known}`]);
  return hashes;
}
