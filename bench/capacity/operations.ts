import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { announceMissed } from '../../lambdas/jobs/announce-missed.ts';
import type { Metered } from '../metered-table.ts';
import { CAPTURE_OPERATIONS, measureCaptures } from './captures.ts';
import type { Instance } from './instance.ts';
import type { Beside } from './metered-vault.ts';

type Counted = Metered & { readonly beside: Beside };
export type Measured = Counted & { readonly name: string; readonly why: string };

/** What the table in docs/architecture.md says something about, and why it costs more than the least. */
export const OPERATIONS = {
  score: ['Read a score', 'read consistently, so that a score is never older than the approval that its reader has seen'],
  unchanged: ['The same, unchanged (304)', 'the head alone, consistently, for the same reason'],
  explained: [
    'Explain it, with its place among 61 platforms',
    'the score is read as above; the list for its place and the numbers of its quotes are not',
  ],
  list: ['List platforms, a page of 50', 'none: one Query of an index'],
  due: ['Reviews due, a page of 50', 'none: one Query of an index'],
  inbox: [
    'The inbox of a person with every scope, of 61 platforms',
    'policy mark, verification and the list of what is set aside are read consistently; the list of platforms, which is most of it, is not',
  ],
  feed: ['The feed, a page of 50', 'none: one Query of a block'],
  change: ['Change a platform’s profile', 'the head is read consistently: an old one would lose the write under its version'],
  submit: ['Submit an assessment of 28 KB', 'head and remembered answer are read consistently, for the same reason'],
  approve: ['Approve it', 'head, status and both revisions are read consistently, for the same reason'],
  announce: ['Number its events into the feed', 'marks, events and the feed’s end are read consistently: numbers must have no gap'],
  propose: [
    'Propose a suspension, of 61 platforms',
    'every platform’s head is read, consistently, for apps that it lists too: a warning that is missing is not made good later',
  ],
  notify: [
    'Record that its party was notified',
    'head, decision, the assessment and the score that the dossier shows are read consistently, before the write',
  ],
  draft: ['Save a draft of 28 KB', 'one’s drafts are counted consistently, so that none is one too many'],
  ...CAPTURE_OPERATIONS,
} as const;

type Meter = { take: () => Counted };

const FILLERS = 60;
const APPROVED_AT = '2026-09-01T12:00:00.000Z';
/** By then every review is due. */
const LATER = '2027-10-01T12:00:00.000Z';
const PROPOSAL = {
  decision: 'suspend',
  scope: ['corporate-device'],
  effectiveAt: LATER,
  enforceBy: '2027-11-01T00:00:00Z',
  consequence: 'Loss of corporate apps.',
  expiresAt: '2028-10-01T00:00:00Z',
  note: 'To protect data on devices.',
};
const Proposed = z.object({ id: z.string(), hash: z.string() });
const Submitted = z.object({ revision: z.object({ revision: z.int(), hash: z.string() }) });

const readExample = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../examples/${path}`, import.meta.url), 'utf8'));

/** Fills the instance with platforms, then does each thing once, in an order that leaves each what it needs. */
export async function measureOperations(instance: Instance, meter: Meter): Promise<Measured[]> {
  const { ask, deps, setNow } = instance;
  const small = readExample('signal/2026-04-30.json');
  const large = readExample('tiktok/2023-02-23.json');
  const expectStatus = async (status: number, answered: ReturnType<typeof ask>) => {
    const answer = await answered;
    if (answer.status !== status) throw new Error(`${answer.status} in place of ${status}: ${JSON.stringify(answer.json)}`);
    return answer;
  };
  const create = (platform: string) =>
    expectStatus(201, ask('put-platform', { params: { platform }, headers: { 'if-none-match': '*' }, body: readExample('tiktok/platform.json') }));
  const submit = async (platform: string, body: unknown, key: string) => {
    const answer = await expectStatus(201, ask('submit-assessment', { params: { platform }, headers: { 'idempotency-key': key }, body }));
    return Submitted.parse(answer.json).revision;
  };
  const approve = (platform: string, { revision, hash }: { revision: number; hash: string }) =>
    expectStatus(200, ask('give-verdict', { params: { platform, revision: `${revision}` }, body: { verdict: 'approve', hash }, as: 'reviewer' }));

  setNow(APPROVED_AT);
  for (let i = 0; i < FILLERS; i += 1) {
    const platform = `platform-${String(i).padStart(2, '0')}`;
    await create(platform);
    await approve(platform, await submit(platform, small, platform));
  }
  await create('tiktok');
  await approve('tiktok', await submit('tiktok', large, 'first'));
  await announceMissed(deps);

  const measured: Measured[] = [];
  const measure = async <T>(operation: keyof typeof OPERATIONS, act: () => Promise<T>): Promise<T> => {
    meter.take();
    const result = await act();
    const [name, why] = OPERATIONS[operation];
    measured.push({ name, why, ...meter.take() });
    return result;
  };
  const params = { platform: 'tiktok' };
  const { headers } = await measure('score', () => expectStatus(200, ask('get-score', { params })));
  await measure('unchanged', () => expectStatus(304, ask('get-score', { params, headers: { 'if-none-match': String(headers.etag) } })));
  await measure('explained', () => expectStatus(200, ask('get-score', { params, query: { explain: 'true' } })));
  await measure('list', () => expectStatus(200, ask('list-platforms', { query: { limit: '50' } })));
  setNow(LATER);
  await measure('due', () => expectStatus(200, ask('list-reviews', { query: { state: 'due', limit: '50' } })));
  await measure('inbox', () => expectStatus(200, ask('get-inbox', { query: { limit: '50' } })));
  await measure('feed', () => expectStatus(200, ask('list-events', { query: { limit: '50' } })));
  const etag = String((await ask('get-platform', { params })).headers.etag);
  await measure('change', () =>
    expectStatus(200, ask('put-platform', { params, headers: { 'if-match': etag }, body: readExample('tiktok/platform.json') })),
  );
  const revision = await measure('submit', () => submit('tiktok', large, 'second'));
  await deps.store.numberEvents('tiktok');
  await measure('approve', () => approve('tiktok', revision));
  await measure('announce', () => deps.store.numberEvents('tiktok'));
  const asked = { params, headers: { 'idempotency-key': 'proposed' }, body: PROPOSAL, as: 'decider' };
  const proposed = await measure('propose', () => expectStatus(201, ask('propose-decision', asked)));
  const { id, hash } = Proposed.parse(proposed.json);
  const notice = { to: 'Legal department, Dublin', notifiedAt: LATER, deadline: '2027-10-15T12:00:00Z' };
  const heard = { params: { ...params, decision: id }, body: { hash, held: notice }, as: 'decider' };
  await measure('notify', () => expectStatus(200, ask('record-hearing', heard)));
  const begun = { params: { ...params, form: 'assessment' }, headers: { 'if-none-match': '*' }, body: large };
  await measure('draft', () => expectStatus(201, ask('put-draft', begun)));
  await measureCaptures({ ask, measure, expectStatus }, large, id);
  return measured;
}
