import { execFileSync } from 'node:child_process';
import { hashOfText } from '../../domain/facts/hash.ts';
import type { Version } from '../../domain/watch/take-version.ts';

/** What Open Terms Archive says of a version that its own engine or declarations made anew. */
const TECHNICAL = /^(?:Refilter|Apply technical)/u;

const git = (repository: string, command: readonly string[]) =>
  execFileSync('git', ['-C', repository, ...command], { encoding: 'utf8', maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'ignore'] });

/** Every recorded version of a document out of a bare repository of Open Terms Archive, the oldest first. */
export function readHistory(repository: string, path: string, since: string): Version[] {
  const log = git(repository, ['log', '--reverse', '--diff-filter=AMR', '--format=%H%x09%aI%x09%s', '--', path]);
  const versions = log
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('\t') as [string, string, string])
    .map(([version, date, subject]) => ({ version, recordedAt: new Date(date).toISOString(), isTechnicalUpgrade: TECHNICAL.test(subject) }))
    .filter(({ recordedAt }) => recordedAt >= since)
    .sort((one, other) => (one.recordedAt < other.recordedAt ? -1 : 1));
  const texts = readTexts(
    repository,
    versions.map(({ version }) => `${version}:${path}`),
  );
  return versions.map((version, i) => ({ ...version, text: texts[i] ?? '', sha256: hashOfText(texts[i] ?? '') }));
}

/** Each object after its header of name, kind and size (git cat-file --batch). */
function readTexts(repository: string, names: readonly string[]): string[] {
  const bytes = execFileSync('git', ['-C', repository, 'cat-file', '--batch'], {
    input: names.map((name) => `${name}\n`).join(''),
    maxBuffer: 1 << 30,
  });
  let at = 0;
  return names.map(() => {
    const head = bytes.indexOf(10, at);
    const from = head + 1;
    const size = Number(bytes.toString('utf8', at, head).split(' ').at(-1));
    at = from + size + 1;
    return bytes.toString('utf8', from, from + size);
  });
}
