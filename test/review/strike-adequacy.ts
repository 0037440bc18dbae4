import { readdirSync } from 'node:fs';
import { addDays } from '../../domain/facts/date.ts';
import type { Register } from '../../domain/score/register.ts';
import { reviewPlatforms } from '../../lambdas/jobs/review-platforms.ts';
import { listExamples } from '../../local/seed.ts';
import { analyst, type Json, readExample, reviewer, type Service, startService } from '../started-service.ts';
import { changeRegister, splitRow } from './other-register.ts';

/** A day after the newest file of every example. */
export const STRUCK_ON = '2026-10-01';

const EXAMPLES = new URL('../../examples/', import.meta.url);

type Move = { readonly platform: string; readonly reasons: Json[]; readonly from: Json; readonly to: Json; readonly causes: Json[] };
export type Struck = { readonly on: string; readonly noted: Json; readonly moves: Move[] };

/** The register in which the adequacy decision for the United States ends on a day. */
export function strikeAdequacy(register: Register, on: string): Register {
  return changeRegister(register, `${register.version}-struck-${on}`, (code, rows) =>
    code === 'US' ? splitRow(rows, on, (row) => ({ ...row, adequacy: null })) : rows,
  );
}

/** Every example platform with its newest file, the night before the decision falls and the night after. */
export async function replayStrike(on: string): Promise<Struck> {
  const service = await startService();
  const { deps } = service;
  try {
    service.setNow(`${addDays(on, -2)}T09:00:00.000Z`);
    const platforms = listExamples(on).map(({ platform }) => platform);
    for (const platform of platforms) await enter(service, platform);
    service.setNow(`${addDays(on, -1)}T00:05:00.000Z`);
    await reviewPlatforms(deps);
    Object.assign(deps, { register: strikeAdequacy(deps.register, on) });
    service.setNow(`${on}T00:05:00.000Z`);
    await reviewPlatforms(deps);
    await service.pump();
    const { items } = (await service.call('GET', '/v1/events', { as: analyst, query: { limit: '200' } })).json;
    const announced = items.filter(({ time }: Json) => time.slice(0, 10) === on);
    const moves = platforms.map((platform): Move => {
      const own = announced.filter(({ subject }: Json) => subject === platform);
      const published = own.find(({ type }: Json) => type.includes('score.published'))?.data;
      return {
        platform,
        from: published?.from,
        to: published?.to,
        causes: published?.causes ?? [],
        reasons: own.flatMap(({ data }: Json) => data.reasons ?? (data.reason ? [data.reason] : [])),
      };
    });
    return { on, noted: announced.find(({ subject }: Json) => subject === 'register'), moves };
  } finally {
    await service.stop();
  }
}

async function enter(service: Service, platform: string): Promise<void> {
  const ask = async (as: typeof analyst, method: string, path: string, body: unknown, headers: Record<string, string> = {}) => {
    const answer = await service.call(method, path, { as, body, headers });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    return answer.json;
  };
  const newest = readdirSync(new URL(`${platform}/`, EXAMPLES))
    .filter((file) => /^\d/.test(file))
    .sort()
    .at(-1);
  const path = `/v1/platforms/${platform}`;
  await ask(analyst, 'PUT', path, readExample(`${platform}/platform.json`), { 'if-none-match': '*' });
  const { revision } = await ask(analyst, 'POST', `${path}/assessments`, readExample(`${platform}/${newest}`), { 'idempotency-key': platform });
  await ask(reviewer, 'POST', `${path}/assessments/${revision.revision}/verdict`, { verdict: 'approve', hash: revision.hash });
}
