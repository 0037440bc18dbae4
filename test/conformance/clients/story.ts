import { readFileSync } from 'node:fs';
import createClient from 'openapi-fetch';
import type { paths } from '../../../docs/api-types.ts';

// The story of clients.test.ts by the types of openapi-typescript: what it saw is its last line, as JSON.
const { BASE_URL = '', ASSESSMENT = '', FAULTY = '', PROFILE = '', PROPOSAL = '' } = process.env;
const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

async function signIn(name: string) {
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: name });
  const answer = await fetch(`${BASE_URL}/local/oauth/token`, { method: 'POST', body });
  const { access_token } = (await answer.json()) as { access_token: string };
  return createClient<paths>({ baseUrl: BASE_URL, headers: { authorization: `Bearer ${access_token}` } });
}

function got<Data>({ data, error }: { data?: Data; error?: unknown }): Data {
  if (data === undefined) throw new Error(JSON.stringify(error));
  return data;
}

const analyst = await signIn('analyst');
const putting = { header: { 'If-None-Match': '*' } };
for (const platform of ['first', 'second', 'third'])
  got(await analyst.PUT('/v1/platforms/{platform}', { params: { path: { platform }, ...putting }, body: read(PROFILE) }));

const path = { platform: 'first' };
const submitting = (key: string) => ({ params: { path, header: { 'Idempotency-Key': key } } });
const refusal = await analyst.POST('/v1/platforms/{platform}/assessments', {
  ...submitting('refused'),
  body: read(FAULTY),
});
const problem = refusal.error;
if (problem === undefined || !('errors' in problem)) throw new Error('a file that names no source was not refused');
const { revision } = got(await analyst.POST('/v1/platforms/{platform}/assessments', { ...submitting('facts'), body: read(ASSESSMENT) }));

const reviewer = await signIn('reviewer');
const judging = { params: { path: { ...path, revision: revision.revision } } };
got(
  await reviewer.POST('/v1/platforms/{platform}/assessments/{revision}/verdict', { ...judging, body: { verdict: 'approve', hash: revision.hash } }),
);
const score = got(await analyst.GET('/v1/platforms/{platform}/score', { params: { path } }));

const pages: string[][] = [];
for (let cursor: string | null | undefined; cursor !== null; ) {
  const page = got(await analyst.GET('/v1/platforms', { params: { query: { limit: 2, ...(cursor && { cursor }) } } }));
  pages.push(page.items.map(({ id }) => id));
  cursor = page.nextCursor;
}

const decider = await signIn('decider-1');
const proposing = { params: { path, header: { 'Idempotency-Key': 'suspend' } } };
const { id, hash } = got(await decider.POST('/v1/platforms/{platform}/decisions', { ...proposing, body: read(PROPOSAL) }));
const waived = { reason: 'It was heard on the same grounds last year.' };
for (const name of ['decider-1', 'decider-2']) {
  const one = await signIn(name);
  const hearing = { params: { path: { ...path, decision: id } }, body: { hash, waived } };
  got(await one.POST('/v1/platforms/{platform}/decisions/{decision}/hearing', hearing));
}
for (const name of ['decider-2', 'decider-3']) {
  const other = await signIn(name);
  const approving = { params: { path: { ...path, decision: id } } };
  got(await other.POST('/v1/platforms/{platform}/decisions/{decision}/approval', { ...approving, body: { hash } }));
}
const decisions = got(await decider.GET('/v1/decisions', { params: { query: { platform: 'first' } } }));

const tool = await signIn('policy-tool');
let blocked = false;
for (let left = 300; left > 0 && !blocked; left -= 1) {
  const { data } = await tool.GET('/v1/policy/scores.json');
  blocked = JSON.stringify(data ?? {}).includes(id);
  if (!blocked) await new Promise((resolve) => setTimeout(resolve, 200));
}

console.log(
  JSON.stringify({
    refused: problem.type,
    pointers: (problem.errors ?? []).map(({ pointer }) => pointer),
    band: score.band,
    gate: score.gate,
    point: score.score.point,
    strongest: score.contributions[0]?.of,
    pages,
    decisions: decisions.items.map(({ state }) => state),
    blocked,
  }),
);
