import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'vitest';
import * as z from 'zod';
import { signIn } from '../../local/sign-in/sign-in.ts';
import { readExample } from '../started-service.ts';

const facts = readExample('x/2023-02-23.json');
const profile = readExample('x/platform.json');
/** Whatever the request itself is answered with; a fault of the server is none. */
const FINAL = Array.from({ length: 300 }, (_, i) => 200 + i);

const Submitted = z.object({ revision: z.object({ revision: z.int(), hash: z.string() }) });
const Report = z.object({ intact: z.boolean(), nextCursor: z.string().nullable() });
const Feed = z.object({
  items: z.array(z.object({ feed: z.int(), subject: z.string().optional(), type: z.string(), sequence: z.coerce.number() })),
  nextCursor: z.string().nullable(),
});

/** People who submit and reject over and over, each on a platform of their own, through whatever happens to local mode meanwhile. */
export function startWriters(url: string, platforms: readonly string[]) {
  const done: Record<string, number> = {};
  let refused = 0;
  let isOver = false;
  /** A client that repeats what was not answered, with the same key, until it has the outcome. */
  const send = async (who: string, path: string, call: Parameters<ReturnType<typeof signIn>>[1]) => {
    for (;;) {
      const answer = await signIn(url, who)(path, { ...call, accept: FINAL }).catch(() => undefined);
      if (answer) return answer;
      refused += 1;
      await delay(20);
    }
  };
  const write = async (name: string) => {
    const platform = `/v1/platforms/${name}`;
    await send('analyst', platform, { method: 'PUT', headers: { 'if-none-match': '*' }, body: profile });
    for (let round = 1; !isOver; round += 1) {
      const key = { 'idempotency-key': `${name}-${round}` };
      const submitted = await send('analyst', `${platform}/assessments`, { method: 'POST', headers: key, body: facts });
      expect(submitted.status).toBe(201);
      const { revision, hash } = Submitted.parse(submitted.body).revision;
      expect(revision).toBe(round);
      const body = { verdict: 'reject', hash, note: 'No.' };
      const verdict = await send('reviewer', `${platform}/assessments/${revision}/verdict`, { method: 'POST', body });
      // 409: it went through before the kill, and its answer was lost.
      expect([200, 409]).toContain(verdict.status);
      done[name] = round;
    }
  };
  const writing = Promise.all(platforms.map(write));
  return {
    /** Lets everybody write once at least, ends, and finds all that was answered in the record and in the feed, once each. */
    async finish() {
      while (!platforms.every((name) => (done[name] ?? 0) > 0)) await Promise.race([delay(100), writing]);
      isOver = true;
      await writing;
      const written = new Map(
        platforms.map((name) => {
          const rounds = Array.from({ length: done[name] ?? 0 }, () => ['assessment.submitted', 'assessment.rejected']);
          return [name, ['platform.changed', ...rounds.flat()]] as const;
        }),
      );
      const count = (chains: ReadonlyMap<string, readonly string[]>) => platforms.reduce((sum, name) => sum + (chains.get(name)?.length ?? 0), 0);
      // The feed may be behind, for its readers pause the longer the more often they fail; it comes by itself, and then nothing more.
      while (count(await readFeed(url)) < count(written)) await delay(300);
      await delay(1500);
      const chains = await readFeed(url);
      for (const [name, types] of written) expect(chains.get(name)).toEqual(types);
      await expectIntact(url);
      return { answered: Object.values(done).reduce((sum, rounds) => sum + 2 * rounds, 0), refused };
    },
  };
}

/** The types of every chain's events in the feed, which is numbered without a gap. */
async function readFeed(url: string): Promise<Map<string, string[]>> {
  const auditor = signIn(url, 'auditor');
  const events: z.infer<typeof Feed>['items'] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page = Feed.parse((await auditor(`/v1/events?limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)).body);
    events.push(...page.items);
    cursor = page.nextCursor;
  }
  expect(events.map(({ feed }) => feed)).toEqual(events.map((_, i) => i + 1));
  const chains = Map.groupBy(events, ({ subject = '' }) => subject);
  for (const chain of chains.values()) expect(chain.map(({ sequence }) => sequence)).toEqual(chain.map((_, i) => i + 1));
  return new Map([...chains].map(([subject, chain]) => [subject, chain.map(({ type }) => type.split('.').slice(2, -1).join('.'))]));
}

async function expectIntact(url: string): Promise<void> {
  const auditor = signIn(url, 'auditor');
  for (let cursor: string | null = ''; cursor !== null; ) {
    const report = Report.parse((await auditor(`/v1/audit/verify${cursor && `?cursor=${encodeURIComponent(cursor)}`}`)).body);
    expect(report.intact).toBe(true);
    cursor = report.nextCursor;
  }
}
