import { expect } from 'vitest';
import { analyst, decider1, decider2, decider3, type Json, type Person, readExample, reviewer, type Service } from './started-service.ts';

/** The Commission's decision of 23 February 2023 on TikTok, as its press release IP/23/1161 describes it. */
export const commissionCase = {
  decision: 'suspend',
  scope: ['corporate-device', 'enrolled-personal-device'],
  effectiveAt: '2023-02-23T11:00:00Z',
  enforceBy: '2023-03-15T00:00:00Z',
  consequence: 'Loss of corporate apps, such as the Commission email and Skype for Business.',
  expiresAt: '2027-02-23T00:00:00Z',
  note: 'To protect the Commission against cybersecurity threats and actions which may be exploited for cyber-attacks against its corporate environment.',
};

let keys = 0;
export const newKey = () => {
  keys += 1;
  return { 'idempotency-key': `key-${keys}` };
};

export function deciding(service: Service) {
  const { call } = service;
  const act = (what: 'approval' | 'revocation', { platform, id, hash }: Json, as: Person, body: Json = {}) =>
    call('POST', `/v1/platforms/${platform}/decisions/${id}/${what}`, { as, body: { hash, ...body } });
  const propose = (platform: string, change: Json = {}, as = decider1) =>
    call('POST', `/v1/platforms/${platform}/decisions`, { as, body: { ...commissionCase, ...change }, headers: newKey() });
  return {
    propose,
    approval: (decision: Json, as: Person, body?: Json) => act('approval', decision, as, body),
    revocation: (decision: Json, as: Person, body?: Json) => act('revocation', decision, as, body),
    /** A platform with approved facts: rated, and its review not due. */
    async assess(platform: string, facts: Json, profile: Json = readExample('tiktok/platform.json')): Promise<void> {
      await call('PUT', `/v1/platforms/${platform}`, { as: analyst, body: profile, headers: { 'if-none-match': '*' } });
      const submitted = await call('POST', `/v1/platforms/${platform}/assessments`, { as: analyst, body: facts, headers: newKey() });
      const { revision, hash } = submitted.json.revision;
      const verdict = { verdict: 'approve', hash };
      const answer = await call('POST', `/v1/platforms/${platform}/assessments/${revision}/verdict`, { as: reviewer, body: verdict });
      expect(answer.status).toBe(200);
    },
    /** A decision that two have approved. */
    async decide(platform: string, change: Json = {}): Promise<Json> {
      const proposed = await propose(platform, change);
      expect(proposed.json).toMatchObject({ state: 'proposed' });
      expect((await act('approval', proposed.json, decider2)).status).toBe(200);
      const approved = await act('approval', proposed.json, decider3);
      expect(approved.status).toBe(200);
      return approved.json;
    },
    async revoke(decision: Json): Promise<void> {
      expect((await act('revocation', decision, decider2)).json.state).toBe('revocation-proposed');
      expect((await act('revocation', decision, decider1)).json.state).toBe('revoked');
    },
  };
}
