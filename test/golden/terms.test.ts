import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { toDate } from '../../domain/facts/date.ts';
import { hashOfText } from '../../domain/facts/hash.ts';
import type { StandingQuote } from '../../domain/watch/judge-quotes.ts';
import { namesOf } from '../../domain/watch/names.ts';
import { type Played, playVersions } from '../../domain/watch/play-versions.ts';
import rows from './terms.json' with { type: 'json' };

/** `since` and `until`: when a revision brought it, and when another took it away. */
type Quote = StandingQuote & { since?: string; until?: string };
type Line = { id: string; fetchDate: string; isTechnicalUpgrade: boolean; content: string };

const readVersions = (id: string) =>
  readFileSync(`test/fixtures/terms/${id}.jsonl`, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)
    .map(({ id: version, fetchDate, isTechnicalUpgrade, content }) => ({
      version,
      sha256: hashOfText(content),
      recordedAt: fetchDate,
      isTechnicalUpgrade,
      text: content,
    }));

/** What a reader of the golden file calls an outcome; nothing where nothing is said. */
function toVerdict({ outcome }: Played) {
  if (outcome.kind === 'suspect' && outcome.isNew) return { recordedOn: toDate(outcome.since), verdict: 'suspect', why: outcome.why };
  if (outcome.kind !== 'changed') return [];
  const { to, source, opensReview, broken, changes } = outcome;
  const signed = changes.flatMap(({ differs }) =>
    differs
      .filter(({ aspect }) => aspect !== 'topic')
      .flatMap(({ aspect, came, went }) => [...came.map((value) => `${aspect} +${value}`), ...went.map((value) => `${aspect} -${value}`)]),
  );
  return {
    recordedOn: toDate(to.recordedAt),
    verdict: source ? 'source-changed' : opensReview ? 'review' : 'digest',
    broken: broken.map(({ fact }) => fact),
    named: [...new Set(signed)].sort(),
  };
}

describe('The changes that really happened, in texts of ours', () => {
  test.each(rows)('$after: $id', ({ id, document, profile, quotes, expects }) => {
    const { played } = playVersions(readVersions(id), {
      language: document.language,
      names: namesOf(profile),
      quotesOn: (instant) => (quotes as Quote[]).filter(({ since = '', until = 'x' }) => since <= instant && instant < until),
      until: '2026-12-31T00:00:00Z',
    });
    expect(played.flatMap(toVerdict)).toEqual(expects);
  });
});
