import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { watchTerms } from '../../lambdas/jobs/watch-terms.ts';
import { openTermsFolder } from '../../local/terms-folder.ts';
import { analyst, auditor, type Json, reviewer, type Service } from '../started-service.ts';

export const operator = auditor;

/** A version as a line of a folder has it. */
export type Line = { readonly day: string; readonly content: string; readonly id?: string; readonly isTechnicalUpgrade?: boolean };

/** A folder of versions that grows while a test runs. */
export function openFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'terms-'));
  return {
    folder,
    client: openTermsFolder(folder),
    write(name: string, service: string, termsType: string, lines: readonly Line[]): void {
      const text = lines.map(({ day, content, id, isTechnicalUpgrade = false }, i) =>
        JSON.stringify({
          id: id ?? `${service}-${i}`.replace(/\W/g, '-'),
          serviceId: service,
          termsType,
          fetchDate: day.includes('T') ? day : `${day}T06:00:00Z`,
          isFirstRecord: i === 0,
          isTechnicalUpgrade,
          content,
        }),
      );
      writeFileSync(join(folder, `${name}.jsonl`), `${text.join('\n')}\n`);
    },
    end: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export const document = (change: Json = {}): Json => ({
  id: 'privacy-policy',
  endpoint: 'https://terms.example.org/api/v1',
  service: 'Example',
  termsType: 'Privacy Policy',
  language: 'en',
  seenFrom: 'IE',
  covers: 'Users in the EEA.',
  ...change,
});

/** A file with one path of storage and one of access, whose quotes were read from the document. */
export const facts = (quotes: { storage: string; access?: string }, change: Json = {}): Json => ({
  asOf: '2023-01-01',
  sources: {
    policy: {
      title: 'Privacy Policy',
      publisher: 'Example',
      published: '2022-12-01',
      reliability: 'B',
      statementBy: 'platform',
      document: 'privacy-policy',
    },
  },
  paths: [
    {
      id: 'store',
      jurisdiction: 'US',
      mode: 'storage',
      data: 'content',
      evidence: [{ source: 'policy', credibility: 2, observed: '2023-01-01', quote: quotes.storage }],
    },
    ...(quotes.access === undefined
      ? []
      : [
          {
            id: 'staff',
            jurisdiction: 'CN',
            mode: 'remote-access',
            data: 'content',
            evidence: [{ source: 'policy', credibility: 2, observed: '2023-01-01', quote: quotes.access }],
          },
        ]),
  ],
  ...change,
});

export async function createPlatform(service: Service, platform: string, file: Json | undefined, terms: readonly Json[]): Promise<void> {
  const profile = { name: 'Example', operator: 'Example Ireland Ltd', parent: 'Example Group Inc' };
  await service.call('PUT', `/v1/platforms/${platform}`, { as: analyst, body: profile, headers: { 'if-none-match': '*' } });
  if (file) await approve(service, platform, file);
  const put = await service.call('PUT', `/v1/platforms/${platform}/terms`, { as: operator, body: { terms } });
  if (put.status !== 200) throw new Error(put.text);
}

type Submitted = { readonly revision: number; readonly hash: string };

export async function submit(service: Service, platform: string, file: Json): Promise<Submitted> {
  const headers = { 'idempotency-key': `${Math.random()}` };
  const submitted = await service.call('POST', `/v1/platforms/${platform}/assessments`, { as: analyst, body: file, headers });
  if (submitted.status !== 201) throw new Error(submitted.text);
  return submitted.json.revision;
}

export async function judge(service: Service, platform: string, { revision, hash }: Submitted): Promise<void> {
  const verdict = await service.call('POST', `/v1/platforms/${platform}/assessments/${revision}/verdict`, {
    as: reviewer,
    body: { verdict: 'approve', hash },
  });
  if (verdict.status !== 200) throw new Error(verdict.text);
}

export const approve = async (service: Service, platform: string, file: Json): Promise<void> =>
  judge(service, platform, await submit(service, platform, file));

/** Moves the clock in steps of twelve hours, and runs the watch at each. */
export async function play(service: Service, from: string, to: string): Promise<void> {
  for (let at = Date.parse(from); at <= Date.parse(to); at += 12 * 3_600_000) {
    service.setNow(new Date(at).toISOString());
    await watchTerms(service.deps);
  }
}

export const termsOf = async (service: Service, platform: string): Promise<Json> =>
  (await service.call('GET', `/v1/platforms/${platform}/terms`, { as: analyst })).json;

/** The events of a platform, oldest first. */
export async function eventsOf(service: Service, platform: string, types: RegExp = /./): Promise<Json[]> {
  const found: Json[] = [];
  for (let cursor: string | undefined; ; ) {
    const query: Record<string, string> = { limit: '200', ...(cursor !== undefined && { cursor }) };
    const page = (await service.call('GET', `/v1/platforms/${platform}/events`, { as: auditor, query })).json;
    found.push(...page.items);
    cursor = page.nextCursor ?? undefined;
    if (cursor === undefined) return found.reverse().filter(({ type }) => types.test(type));
  }
}

export const isIntact = async (service: Service, platform: string): Promise<Json> =>
  (await service.call('GET', '/v1/audit/verify', { as: auditor, query: { platform } })).json;
