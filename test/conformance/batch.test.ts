import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startLocal } from '../../local/bring-up.ts';
import { countSubmitted, submitInterrupted, writeBatch } from '../cli/batch.ts';
import { openHome } from '../cli/program.ts';

it('submits 200 assessments over an interruption in the middle, and doubles none', async () => {
  const data = openHome();
  const local = await startLocal({ port: 0, data: join(data.folder, 'data'), log: { log: () => undefined, error: () => undefined } });
  const home = openHome({ WHEREABOUTS_URL: local.url });
  try {
    await home.run(['sign-in', 'analyst']);
    const { first, second, read } = await submitInterrupted(home, writeBatch(home, 200), 90);
    const before = first.out.match(/^submitted/gm)?.length ?? 0;
    expect([first.code, second.code]).toEqual([130, 0]);
    expect(before).toBeGreaterThanOrEqual(90);
    expect(before).toBeLessThan(200);
    const outcomes = Object.fromEntries([...Map.groupBy(read.outcomes, ({ outcome }) => outcome)].map(([outcome, some]) => [outcome, some.length]));
    // What was still under way when it ended, a platform in each of four lanes, may have reached the service.
    const known = outcomes.known ?? 0;
    expect(known).toBeGreaterThanOrEqual(before);
    expect(known).toBeLessThanOrEqual(before + 4);
    expect(outcomes).toEqual({ known, submitted: 200 - known });
    await expect.poll(() => countSubmitted(home), { timeout: 60_000 }).toEqual({ events: 200, platforms: 200 });
    console.log(`first run:\n${first.out.split('\n').slice(-5).join('\n')}second run: ${JSON.stringify(outcomes)}`);
  } finally {
    await local.stop();
    for (const { close } of [home, data]) close();
  }
});
