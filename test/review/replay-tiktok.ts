import { readdirSync } from 'node:fs';
import { addDays } from '../../domain/facts/date.ts';
import { reviewPlatforms } from '../../lambdas/jobs/review-platforms.ts';
import { analyst, type Json, readExample, reviewer, reviewer2, startService } from '../started-service.ts';

const PLATFORM = '/v1/platforms/tiktok';

/** Days of the snapshots of examples/tiktok/, oldest first. */
function listSnapshots(): string[] {
  const files = readdirSync(new URL('../../examples/tiktok/', import.meta.url));
  return files.flatMap((file) => /^(\d{4}-\d\d-\d\d)\.json$/.exec(file)?.[1] ?? []).sort();
}

export type Step = { readonly day: string; readonly type: string; readonly by: string; readonly data: Json };

/**
 * TikTok as it would have been kept: each snapshot submitted and approved on its day, the job run every night, each due
 * review confirmed the next morning by two reviewers in turn. Answers what the events say, in their order.
 */
export async function replayTikTok(until: string): Promise<Step[]> {
  const service = await startService();
  const ask = async (as: typeof analyst, method: string, path: string, body: unknown, headers: Record<string, string> = {}) => {
    const answer = await service.call(method, path, { as, body, headers });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    return answer.json;
  };
  const snapshots = listSnapshots();
  try {
    let turn = 0;
    for (let day = snapshots[0] ?? until; day <= until; day = addDays(day, 1)) {
      service.setNow(`${day}T00:05:00.000Z`);
      await reviewPlatforms(service.deps);
      service.setNow(`${day}T09:00:00.000Z`);
      if (day === snapshots[0]) await ask(analyst, 'PUT', PLATFORM, readExample('tiktok/platform.json'), { 'if-none-match': '*' });
      if (snapshots.includes(day)) {
        const submitted = await ask(analyst, 'POST', `${PLATFORM}/assessments`, readExample(`tiktok/${day}.json`), { 'idempotency-key': day });
        const { revision, hash } = submitted.revision;
        service.setNow(`${day}T10:00:00.000Z`);
        await ask(reviewer, 'POST', `${PLATFORM}/assessments/${revision}/verdict`, { verdict: 'approve', hash });
      }
      const head = await service.deps.store.findHead('tiktok');
      if (!head?.review || head.review.dueOn > day) continue;
      turn += 1;
      const body = { outcome: 'confirmed-unchanged', note: 'Looked at again.', lookedAt: ['The sources of the file'] };
      await ask(turn % 2 ? reviewer : reviewer2, 'POST', `${PLATFORM}/reviews/${head.review.id}/outcome`, body);
    }
    await service.pump();
    return await readSteps();
  } finally {
    await service.stop();
  }

  async function readSteps(): Promise<Step[]> {
    const steps: Step[] = [];
    for (let after = 0; ; ) {
      const { json } = await service.call('GET', '/v1/events', { as: analyst, query: { after: String(after), limit: '200' } });
      for (const { time, type, by, data, subject } of json.items)
        if (subject === 'tiktok') steps.push({ day: time.slice(0, 10), type: type.slice('eu.whereabouts.'.length, -'.v1'.length), by, data });
      if (json.nextCursor === null) return steps;
      after = json.upTo;
    }
  }
}
