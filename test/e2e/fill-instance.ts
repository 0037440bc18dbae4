import { callAs } from './console.ts';

const DAY_MS = 86_400_000;
const inDays = (days: number) => `${new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 19)}Z`;

const PROPOSAL = {
  decision: 'suspend',
  scope: ['corporate-device', 'enrolled-personal-device'],
  effectiveAt: inDays(-1),
  enforceBy: inDays(20),
  expiresAt: inDays(365),
  consequence: 'Loss of corporate apps.',
  exemptions: [{ group: 'dsa-enforcement', reason: 'Inspects the service under Regulation (EU) 2022/2065.', until: inDays(300) }],
  note: 'To protect data against cybersecurity threats.',
};
const LIMIT = { ...PROPOSAL, decision: 'limit', conditions: [{ id: 'managed-browser', text: 'Only in the managed browser.' }] };

/**
 * What an instance in use has beside the examples: a decision in force and one proposed, a submission that waits, an overdue
 * review, a platform without an assessment, and policy tools that have reported.
 */
export async function fillInstance(url: string): Promise<void> {
  const post = async (name: string, path: string, body: unknown, key?: string) => {
    const answer = await callAs(url, name, 'POST', path, body, key === undefined ? {} : { 'idempotency-key': key });
    if (answer.status > 299) throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(answer.data)}`);
    return answer.data;
  };
  const decisions = '/v1/platforms/tiktok/decisions';
  const { id, hash } = await post('decider-1', decisions, PROPOSAL, 'suspend');
  for (const name of ['decider-1', 'decider-2'])
    await post(name, `${decisions}/${id}/hearing`, { hash, waived: { reason: 'It was heard on the same grounds last year.' } });
  for (const name of ['decider-2', 'decider-3']) await post(name, `${decisions}/${id}/approval`, { hash, note: 'Grounds and app ids checked.' });
  await post('decider-1', '/v1/platforms/wechat/decisions', LIMIT, 'limit');

  const standing = await callAs(url, 'analyst', 'GET', '/v1/platforms/snapchat/assessments/1');
  const { paths, ...facts } = standing.data.assessment as { paths: object[] };
  await post('analyst-2', '/v1/platforms/snapchat/assessments', { ...facts, paths: paths.map(renameParty) }, 'again');
  await post('analyst', '/v1/platforms/x/reviews', { reason: 'A new owner is said to be looking.' });
  await callAs(url, 'analyst', 'PUT', '/v1/platforms/untried', { name: 'Untried', operator: 'Somebody' }, { 'if-none-match': '*' });
  const moved = await fetch(`${url}/local/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ advance: 'P8D' }),
  });
  if (!moved.ok) throw new Error(`the clock answered ${moved.status}`);
  const bundles = { whereabouts: { active_revision: '000000-00000000' } };
  await post('policy-tool', '/v1/policy/opa/status', { labels: { id: 'opa-at-the-gate' }, bundles });
}

const renameParty = (path: object, i: number) => (i === 0 ? { ...path, party: 'Another Party Inc.' } : path);
