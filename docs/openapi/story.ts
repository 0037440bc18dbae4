import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { Assessment } from '../../domain/assessment.ts';
import { explainScore } from '../../domain/explain.ts';
import { explainMove } from '../../domain/explain-moved.ts';
import { scoreAssessment } from '../../domain/score.ts';
import { register } from '../../lambdas/runtime/register.ts';
import type { Json } from './json.ts';
import type { Asker, Exchange } from './stage.ts';

const DAY = '2023-02-23';
const SEALED = z.object({ revision: z.object({ hash: z.string() }) });
const PUBLISHED = z.object({ published: z.object({ id: z.string() }) });
const PAGE = z.object({ nextCursor: z.string() });

const read = (name: string) => JSON.parse(readFileSync(new URL(`../../examples/${name}`, import.meta.url), 'utf8'));

/**
 * One use of every route, in the order of a real case: every example in the document is a request of this story or its answer.
 * The facts are those of examples/tiktok, with the paths shortened to the telling ones.
 */
export async function tellStory(ask: Asker): Promise<Exchange[]> {
  const told: Exchange[] = [];
  const tell: Asker = async (route, request) => {
    const exchange = await ask(route, request);
    told.push(exchange);
    return exchange;
  };
  const facts = shorten(Assessment.parse(read(`tiktok/${DAY}.json`)));
  const params = { platform: 'tiktok' };
  const analyst = { as: 'analyst' };
  const reviewer = { as: 'reviewer' };

  await tell('get-health');
  await tell('get-openapi');
  await tell('get-method', analyst);
  await tell('get-method');
  await tell('get-jurisdiction', { ...analyst, params: { code: 'CN' }, query: { asOf: DAY } });
  await tell('get-problem', { params: { slug: 'self-approval' } });
  await tell('get-problem', { params: { slug: 'no-such-problem' } });
  await tell('simulate-score', { ...analyst, query: { asOf: DAY, knownBy: DAY, explain: 'true' }, body: facts });
  await tell('simulate-score', { ...analyst, body: { ...facts, incident: [], paths: [{ ...facts.paths[0], mode: 'remote' }] } as Json });
  await tell('simulate-score', { as: 'policy-tool', body: facts });
  await tell('simulate-score', { ...analyst, body: { ...facts, note: 'x'.repeat(350_000) } });

  await tell('put-platform', { ...analyst, params, headers: { 'if-none-match': '*' }, body: read('tiktok/platform.json') });
  await tell('get-score', { ...analyst, params });
  const created = await tell('get-platform', { ...analyst, params });
  const version = created.headers.get('etag') ?? '';
  const profile = { ...read('tiktok/platform.json'), reviewEveryDays: { days: 14, reason: 'The DPC decides this quarter.' } };
  await tell('put-platform', { ...analyst, params, body: profile });
  await tell('put-platform', { ...analyst, params, headers: { 'if-match': version }, body: profile });
  await tell('put-platform', { ...analyst, params, headers: { 'if-match': version }, body: profile });
  await tell('put-platform', { ...analyst, params: { platform: 'signal' }, headers: { 'if-none-match': '*' }, body: read('signal/platform.json') });

  const key = { 'idempotency-key': 'tiktok-2023-02-23-first' };
  const submitted = await tell('submit-assessment', { ...analyst, params, headers: key, body: facts });
  await tell('submit-assessment', { ...analyst, params, headers: key, body: facts });
  await tell('submit-assessment', { ...analyst, params, headers: key, body: { ...facts, note: 'Another body.' } });
  await tell('submit-assessment', { ...analyst, params, headers: { 'idempotency-key': 'tiktok-2023-02-23-second' }, body: facts });
  await tell('get-platform', { ...analyst, params });

  const revision = { ...params, revision: '1' };
  const { hash } = SEALED.parse(submitted.body).revision;
  const approval = { verdict: 'approve', hash, note: 'Quotes checked against their sources.' };
  await tell('give-verdict', { ...analyst, params: revision, body: approval });
  await tell('give-verdict', { ...reviewer, params: revision, body: { ...approval, hash: hash.replaceAll(/./g, '0') } });
  const approved = await tell('give-verdict', { ...reviewer, params: revision, body: approval });
  await tell('give-verdict', { ...reviewer, params: revision, body: approval });
  await tell('get-assessment', { ...reviewer, params: revision });

  const { id } = PUBLISHED.parse(approved.body).published;
  await tell('get-platform', { as: 'auditor', params });
  await tell('get-score', { ...analyst, params, query: { asOf: DAY, knownBy: DAY } });
  await tell('list-scores', { ...analyst, params, query: { from: '2023-01-01', to: '2023-12-31' } });
  const score = await tell('get-published-score', { ...analyst, params: { ...params, score: id } });
  await tell('get-published-score', { ...analyst, params: { ...params, score: id }, headers: { 'if-none-match': score.headers.get('etag') ?? '' } });
  const page = await tell('list-platforms', { ...analyst, query: { limit: '1' } });
  await tell('list-platforms', { ...analyst, query: { limit: '1', cursor: PAGE.parse(page.body).nextCursor } });
  return told;
}

/** Values for components that the story does not show: an explanation with leads and causes, and a file that proves its lists. */
export function besideTheStory(): [component: string, value: Json][] {
  const later = '2023-09-30';
  const [before, facts] = [DAY, later].map((day) => shorten(Assessment.parse(read(`tiktok/${day}.json`)))) as [Assessment, Assessment];
  const moved = explainMove(
    { register, assessment: before, revision: 1, asOf: DAY, knownBy: DAY },
    { register, assessment: facts, revision: 2, asOf: later, knownBy: later },
  );
  return [
    ['Explanation', explainScore(facts, scoreAssessment(facts, register, { asOf: later, knownBy: later }), register, moved)],
    ['Assessment', read('mastodon-eu/2023-02-23.json')],
  ];
}

const TELLING_PATHS = ['store-us', 'remote-cn', 'golden-share-cn'];

/** An assessment of a few paths, with all that still refers to them, and the sources that are cited. */
function shorten({ asOf, sources, paths, commitments = [], note: _, ...rest }: Assessment): Assessment {
  const kept = paths.filter(({ id }) => TELLING_PATHS.includes(id));
  const moved = commitments.map((promise) => ({
    ...promise,
    ...(promise.moves && { moves: promise.moves.filter(({ path }) => TELLING_PATHS.includes(path)) }),
  }));
  const facts = { ...rest, paths: kept, commitments: moved };
  const cited = new Set([...JSON.stringify(facts).matchAll(/"source":"([^"]+)"/g)].map(([, id]) => id));
  return { asOf, sources: Object.fromEntries(Object.entries(sources).filter(([id]) => cited.has(id))), ...facts };
}
