import { afterAll, beforeAll, expect, test } from 'vitest';
import { watchTerms } from '../../lambdas/jobs/watch-terms.ts';
import { openTermsFolder } from '../../local/terms-folder.ts';
import rows from '../golden/terms.json' with { type: 'json' };
import { analyst, type Json, type Service, startService } from '../started-service.ts';
import { approve, eventsOf, isIntact, operator } from './terms-case.ts';

let service: Service;
beforeAll(async () => {
  service = await startService({ terms: openTermsFolder('test/fixtures/terms') });
});
afterAll(() => service.stop());

const HOUR_MS = 3_600_000;
const at = (instant: number) => new Date(instant).toISOString();

type Quote = { fact: string; quote: string; since?: string; until?: string };

/** A file in which each quote stands on the fact that the row names. */
function fileOf(quotes: readonly Quote[], day: string): Json {
  const item = ({ quote }: Quote) => ({ source: 'policy', credibility: 2, observed: day, quote });
  const paths: Record<string, Json> = {};
  for (const quote of quotes) {
    const [, id = '', part] = quote.fact.split('/');
    paths[id] ??= { id, jurisdiction: 'US', mode: 'storage', data: 'content', evidence: [{ source: 'policy', credibility: 2, observed: day }] };
    if (part === 'transfer') paths[id].transfer = { tool: 'scc', evidence: [item(quote)] };
    else paths[id].evidence = [item(quote)];
  }
  const source = {
    title: 'Privacy Policy',
    publisher: 'Platform',
    published: day,
    reliability: 'B',
    statementBy: 'platform',
    document: 'privacy-policy',
  };
  return { asOf: day, sources: { policy: source }, paths: Object.values(paths) };
}

const linesOf = async (id: string): Promise<string[]> => {
  const { readFileSync } = await import('node:fs');
  return readFileSync(`test/fixtures/terms/${id}.jsonl`, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).fetchDate);
};

test.each(rows)('$after, through the job on the real engine with the clock moved: $id', async ({ id, document, profile, quotes, expects }) => {
  const recorded = (await linesOf(id)).map((date) => Date.parse(date));
  const all = quotes as Quote[];
  const standing = (instant: string) => all.filter(({ since = '', until = 'x' }) => since <= instant && instant < until);
  const begin = Math.min(...recorded) - 24 * HOUR_MS;
  service.setNow(at(begin));
  await service.call('PUT', `/v1/platforms/${id}`, { as: analyst, body: profile, headers: { 'if-none-match': '*' } });
  await approve(service, id, fileOf(standing(at(begin)), at(begin).slice(0, 10)));
  const { language, service: name, termsType } = document;
  await service.call('PUT', `/v1/platforms/${id}/terms`, {
    as: operator,
    body: { terms: [{ id: document.id, language, service: name, termsType }] },
  });
  const changes = [...new Set(all.flatMap(({ since }) => since ?? []))].map((day) => Date.parse(day));
  // Every run of twelve hours in the two days after a version, and on the fifteenth day: between them nothing can happen but silence.
  const runs = recorded.flatMap((date) => [...[0, 1, 2, 3, 4].map((half) => date + half * 12 * HOUR_MS), date + 15 * 24 * HOUR_MS]);
  let last = 0;
  for (const moment of [...new Set([...runs, ...changes])].sort((a, b) => a - b)) {
    service.setNow(at(moment));
    if (changes.includes(moment)) await approve(service, id, fileOf(standing(at(moment)), at(moment).slice(0, 10)));
    if (moment - last >= HOUR_MS) await watchTerms(service.deps);
    last = moment;
  }

  const told = await eventsOf(service, id, /^terms\.(changed|suspect)$/);
  const seen = told.map(({ type, data }) => {
    if (type === 'terms.suspect') return { recordedOn: data.since.slice(0, 10), verdict: 'suspect', why: data.why };
    const verdict = data.source ? 'source-changed' : data.opensReview ? 'review' : 'digest';
    return { recordedOn: data.to.recordedAt.slice(0, 10), verdict, broken: data.broken.map(({ fact }: Json) => fact).sort() };
  });
  expect(seen).toEqual(expects.map(({ named: _, broken, ...said }: Json) => ({ ...said, ...(broken && { broken: [...broken].sort() }) })));
  const reasons = (await eventsOf(service, id, /^review\./)).flatMap(({ data }) => data.reasons ?? data.reason ?? []);
  const opened = told.filter(({ data }) => data.opensReview).length;
  expect(reasons.filter(({ kind }: Json) => kind === 'terms-changed')).toHaveLength(opened);
  expect(await isIntact(service, id)).toMatchObject({ intact: true });
});
