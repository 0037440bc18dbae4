import * as z from 'zod';
import { signCheckpoint } from '../../lambdas/jobs/sign-checkpoint.ts';
import { draftFromText, keepDraft } from './draft-story.ts';
import { fetchExports } from './export-story.ts';
import { readExample, readFacts } from './facts.ts';
import { hearParty } from './hearing-story.ts';
import type { Json } from './json.ts';
import { repair } from './repair-story.ts';
import type { Ask, Asker, Exchange, Stage } from './stage.ts';
import { watchTerms } from './terms-story.ts';
import { readTree } from './tree-story.ts';

const [FIRST_DAY, SECOND_DAY] = ['2022-12-22', '2023-02-23'];
const params = { platform: 'tiktok' };
const analyst = { as: 'analyst' };
const reviewer = { as: 'reviewer' };

/**
 * One use of every route, in the order of a real case, with its refusals: every example in the document is a request of this
 * story or its answer.
 */
export async function playStory({ ask, travel, work, forge }: Stage): Promise<Exchange[]> {
  const exchanges: Exchange[] = [];
  const send: Asker = async (route, request) => {
    const exchange = await ask(route, request);
    exchanges.push({ ...exchange, body: shorten(route, exchange.body) });
    return exchange;
  };
  travel(`${FIRST_DAY}T09:00:00Z`);
  await describePlatform(send);
  await watchTerms(send);
  await keepPages(send);
  await submitFirst(send);
  travel(`${SECOND_DAY}T09:00:00Z`);
  await lookAround(send);
  await keepDraft(send, params, SECOND_DAY);
  await reviewAndSubmitAgain(send);
  await draftFromText(send, params, `${SECOND_DAY}T08:00:00Z`);
  await send('get-scores-json', { as: 'policy-tool' });
  const memo = await decide(send);
  await fetchExports(send);
  await work(signCheckpoint);
  await readTree(send, memo);
  await readBack(send);
  await audit(send);
  await repair(send, forge);
  return exchanges;
}

async function describePlatform(send: Asker): Promise<void> {
  const profile = readExample('tiktok/platform.json');
  const oftener = { ...profile, reviewEveryDays: { days: 14, reason: 'The DPC decides this quarter.' } };
  await send('put-platform', { ...analyst, params, headers: { 'if-none-match': '*' }, body: profile });
  await send('get-score', { ...analyst, params });
  const created = await send('get-platform', { ...analyst, params });
  const version = { 'if-match': created.headers.get('etag') ?? '' };
  await send('put-platform', { ...analyst, params, body: oftener });
  await send('put-platform', { ...analyst, params, headers: version, body: oftener });
  await send('put-platform', { ...analyst, params, headers: version, body: oftener });
  await send('put-platform', {
    ...analyst,
    params: { platform: 'signal' },
    headers: { 'if-none-match': '*' },
    body: readExample('signal/platform.json'),
  });
}

/** A page is kept, known again, read, and erased by two people. */
async function keepPages(send: Asker): Promise<void> {
  const query = { url: 'https://www.tiktok.com/legal/page/eea/privacy-policy/en', capturedAt: '2022-12-20T10:00:00Z', language: 'en', country: 'IE' };
  const page: Ask = {
    ...analyst,
    params,
    query,
    headers: { 'content-type': 'text/plain' },
    body: 'We keep the data of users in Europe in two places.',
  };
  const { capture } = KEPT.parse((await send('keep-capture', page)).body);
  await send('keep-capture', page);
  await send('keep-capture', { ...page, headers: { 'content-type': 'image/png' } });
  await send('keep-capture', { ...page, body: 'x'.repeat(4_000_001) });
  await send('list-captures', { ...analyst, params });
  const of = { sha256: capture };
  await send('get-capture', { ...analyst, params: of });
  await send('get-capture', { ...analyst, params: { sha256: '0'.repeat(64) } });
  const body = { reason: 'It names a person who has nothing to do with the platform.' };
  await send('erase-capture', { as: 'operator', params: of, body });
  await send('erase-capture', { as: 'operator', params: of, body });
  await send('erase-capture', { as: 'auditor', params: of, body });
  await send('erase-capture', { as: 'auditor', params: of, body });
  await send('get-capture', { ...analyst, params: of });
}

async function submitFirst(send: Asker): Promise<void> {
  const facts = readFacts(FIRST_DAY);
  const request: Ask = { ...analyst, params, headers: { 'idempotency-key': `tiktok-${FIRST_DAY}` }, body: facts };
  const { hash } = SEALED.parse((await send('submit-assessment', request)).body).revision;
  await send('submit-assessment', request);
  await send('submit-assessment', { ...request, body: { ...facts, note: 'Another body.' } });
  await send('submit-assessment', { ...request, headers: { 'idempotency-key': `tiktok-${FIRST_DAY}-again` } });
  await send('list-waiting-assessments', { ...reviewer, query: { state: 'submitted' } });
  await judge(send, '1', hash);
}

/** The author cannot approve, no other hash can be approved, and no one approves twice. */
async function judge(send: Asker, revision: string, hash: string): Promise<void> {
  const body = { verdict: 'approve', hash, note: 'Quotes checked against their sources.' };
  const of = { ...params, revision };
  await send('give-verdict', { ...analyst, params: of, body });
  await send('give-verdict', { ...analyst, scopes: ['assess', 'review'], params: of, body });
  await send('give-verdict', { ...reviewer, params: of, body: { ...body, hash: '0'.repeat(64) } });
  await send('give-verdict', { ...reviewer, params: of, body });
  await send('give-verdict', { ...reviewer, params: of, body });
}

async function lookAround(send: Asker): Promise<void> {
  const facts = readFacts(SECOND_DAY);
  await send('get-health');
  await send('get-openapi');
  await send('get-keys');
  await send('get-checkpoint-keys');
  await send('get-method', analyst);
  await send('get-method');
  await send('list-jurisdictions', { ...analyst, query: { asOf: SECOND_DAY, limit: '2' } });
  await send('get-jurisdiction', { ...analyst, params: { code: 'CN' }, query: { asOf: SECOND_DAY } });
  await send('get-jurisdiction-history', { ...analyst, params: { code: 'US' } });
  await send('get-problem', { params: { slug: 'self-approval' } });
  await send('get-problem', { params: { slug: 'no-such-problem' } });
  await send('simulate-score', { ...analyst, query: { asOf: SECOND_DAY, knownBy: SECOND_DAY, explain: 'true' }, body: facts });
  await send('simulate-score', { ...analyst, body: { ...facts, incident: [], paths: [{ ...facts.paths[0], mode: 'remote' }] } as Json });
  await send('simulate-score', { as: 'policy-tool', body: facts });
  await send('simulate-score', { ...analyst, body: { ...facts, note: 'x'.repeat(350_000) } });
}

async function reviewAndSubmitAgain(send: Asker): Promise<void> {
  const asking: Ask = { ...analyst, params, body: { reason: 'The Commission suspends the app on its devices.' } };
  const review = { ...params, review: NAMED.parse((await send('open-review', asking)).body).id };
  await send('open-review', asking);
  await send('get-review', { ...reviewer, params: review });
  await send('assign-platform', { ...analyst, params, body: { to: 'analyst' } });
  await send('assign-platform', { ...analyst, params, body: { to: 'somebody' } });
  await send('get-inbox', reviewer);
  await send('get-inbox', { ...reviewer, query: { kind: 'to-check' } });
  await send('snooze-platform', { ...analyst, params, body: { until: '2023-03-01', reason: 'The DPC publishes its decision on that day.' } });
  await send('snooze-platform', { ...analyst, params, body: { until: '2024-03-01', reason: 'Later.' } });
  await send('list-reviews', { ...reviewer, query: { state: 'overdue' } });
  const confirmation = {
    note: 'The policy of 2 December 2022 reads as before.',
    lookedAt: ['https://www.tiktok.com/legal/page/eea/privacy-policy/en'],
  };
  await send('give-outcome', { ...reviewer, params: review, body: { outcome: 'new-assessment', ...confirmation } });
  await send('give-outcome', { ...reviewer, params: review, body: { outcome: 'confirmed-unchanged', ...confirmation } });
  await send('give-outcome', { ...reviewer, params: review, body: { outcome: 'confirmed-unchanged', ...confirmation } });
  const second = await send('submit-assessment', {
    as: 'analyst-2',
    params,
    headers: { 'idempotency-key': `tiktok-${SECOND_DAY}` },
    body: readFacts(SECOND_DAY),
  });
  await judge(send, '2', SEALED.parse(second.body).revision.hash);
}

/** Answers with where the memo is proved. */
async function decide(send: Asker): Promise<Record<string, string>> {
  const proposal = {
    decision: 'suspend',
    scope: ['corporate-device', 'enrolled-personal-device'],
    effectiveAt: '2023-02-23T00:00:00Z',
    enforceBy: '2023-03-15T00:00:00Z',
    consequence: 'Loss of corporate apps.',
    expiresAt: '2024-02-23T00:00:00Z',
    exemptions: [{ group: 'dsa-enforcement', reason: 'Inspects the service under Regulation (EU) 2022/2065.', until: '2024-02-23T00:00:00Z' }],
    note: 'To protect data, and against cybersecurity threats.',
  };
  const request: Ask = { as: 'decider-1', params, headers: { 'idempotency-key': `suspend-tiktok-${SECOND_DAY}` }, body: proposal };
  await send('propose-decision', { ...request, params: { platform: 'signal' } });
  const { id, hash, proposedAt } = DECIDED.parse((await send('propose-decision', request)).body);
  const again = { ...proposal, note: 'The same again.' };
  const of = { ...params, decision: id };
  const body = { hash, note: 'Grounds and app ids checked.' };
  await send('approve-decision', { as: 'decider-1', params: of, body });
  await send('approve-decision', { as: 'decider-2', params: of, body: { ...body, hash: '0'.repeat(64) } });
  await hearParty(send, of, { hash, at: proposedAt, fact: 'paths/remote-cn' });
  await send('approve-decision', { as: 'decider-2', params: of, body });
  await send('approve-decision', { as: 'decider-3', params: of, body });
  await send('get-decision', { ...analyst, params: of });
  await send('get-sheet', { ...analyst, params, query: { decision: id } });
  await send('get-memo', { ...analyst, params: of });
  const { headers } = await send('record-memo', { as: 'decider-1', params: of });
  const [, memo = ''] = /([0-9a-f]{64})\/proof$/.exec(headers.get('location') ?? '') ?? [];
  await send('list-decisions', { ...analyst, query: { state: 'effective' } });
  const taken = DECIDED.parse((await send('propose-decision', { ...request, headers: { 'idempotency-key': 'again' }, body: again })).body);
  const own = { ...params, decision: taken.id };
  await send('withdraw-word', { as: 'decider-2', params: own, body: { hash: taken.hash, what: 'proposal' } });
  await send('withdraw-word', { as: 'decider-1', params: own, body: { hash: taken.hash, what: 'proposal', note: 'Proposed twice.' } });
  await send('revoke-decision', { as: 'decider-2', params: of, body: { hash, note: 'The app was removed from the devices.' } });
  return { ...of, memo };
}

async function readBack(send: Asker): Promise<void> {
  await send('get-platform', { as: 'auditor', params });
  const page = await send('list-platforms', { ...analyst, query: { limit: '1' } });
  await send('list-platforms', { ...analyst, query: { limit: '1', cursor: CONTINUED.parse(page.body).nextCursor } });
  await send('list-assessments', { ...analyst, params });
  await send('get-assessment', { ...analyst, params: { ...params, revision: '2' } });
  await send('diff-assessments', { ...analyst, params: { ...params, revision: '2' }, query: { from: '1' } });
  await send('get-score', { ...analyst, params, query: { asOf: SECOND_DAY, knownBy: SECOND_DAY } });
  await send('diff-scores', { ...analyst, params, query: { from: FIRST_DAY, to: SECOND_DAY } });
  await send('get-exposure', { ...analyst, params, query: { from: '2022-12-01', to: SECOND_DAY } });
  await send('get-score-at', { ...analyst, params: { ...params, instant: '2023-01-01T12:00:00Z' } });
  const scores = await send('list-scores', { ...analyst, params, query: { from: '2022-12-01', to: SECOND_DAY } });
  const score = { ...params, score: LISTED.parse(scores.body).items[0]?.id ?? '' };
  const read = await send('get-published-score', { ...analyst, params: score });
  await send('get-published-score', { ...analyst, params: score, headers: { 'if-none-match': read.headers.get('etag') ?? '' } });
}

async function audit(send: Asker): Promise<void> {
  await send('list-events', { as: 'auditor', query: { after: '2', limit: '3' } });
  await send('list-platform-events', { as: 'auditor', params, query: { limit: '3' } });
  await send('verify-audit', { as: 'auditor', query: { platform: 'tiktok' } });
}

/** The document that shows itself whole would grow with every making; a bundle is signed anew each time. */
function shorten(route: string, body: Json | undefined): Json | undefined {
  if (route === 'get-openapi') return DOCUMENT.parse(body);
  return route === 'get-opa-bundle' && typeof body === 'string' ? body.slice(0, 12) : body;
}

const DOCUMENT = z.object({ openapi: z.string() });
const KEPT = z.object({ capture: z.string() });
const SEALED = z.object({ revision: z.object({ hash: z.string() }) });
const NAMED = z.object({ id: z.string() });
const DECIDED = z.object({ id: z.string(), hash: z.string(), proposedAt: z.string() });
const LISTED = z.object({ items: z.array(NAMED) });
const CONTINUED = z.object({ nextCursor: z.string() });
