/**
 * How long the local clock takes over years of terms: `npm run terms-clock -- [DAYS] [PLATFORMS]`. An instance of its own, in this process,
 * holds the newest example files, each with a watched policy of which a version is recorded every two weeks; in every fourth one a
 * storage place is another. The clock is moved over all of it, with every job that falls due on the way.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { startLocal } from '../../local/bring-up.ts';
import { signIn } from '../../local/sign-in/sign-in.ts';
import { enterWatched, listWatched, writeVersions } from './watched-examples.ts';

const [days = 1461, platforms = 1] = process.argv.slice(2).map(Number);
const EVERY_DAYS = 14;
/** What one request moves the clock by. */
const STEP_DAYS = 100;
const Events = z.object({ items: z.array(z.object({ type: z.string() })), nextCursor: z.string().nullish() });

const folder = mkdtempSync(join(tmpdir(), 'terms-clock-'));
const terms = join(folder, 'terms');
mkdirSync(terms);
const watched = listWatched(platforms);
const numbers = Array.from({ length: Math.ceil(days / EVERY_DAYS) + 1 }, (_, i) => i);
writeVersions(terms, watched, { from: Date.now(), everyDays: EVERY_DAYS, numbers });

const faults: string[] = [];
const local = await startLocal({
  port: 0,
  data: join(folder, 'data'),
  terms,
  log: { log: () => {}, error: (line: string) => (line.includes('"level":"error"') ? faults.push(line) : undefined) },
});
try {
  await enterWatched(local.url, watched);
  const operator = signIn(local.url, 'operator');
  const started = performance.now();
  const cpu = process.cpuUsage();
  for (let left = days; left > 0; left -= STEP_DAYS) {
    const begun = performance.now();
    const spent = process.cpuUsage();
    const moved = await fetch(`${local.url}/local/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ advance: `P${Math.min(left, STEP_DAYS)}D` }),
    });
    if (moved.status !== 200) throw new Error(await moved.text());
    const { user, system } = process.cpuUsage(spent);
    process.stderr.write(
      `${Math.min(days, days - left + STEP_DAYS)} days, the last step ${((performance.now() - begun) / 1000).toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} s CPU\n`,
    );
  }
  const used = process.cpuUsage(cpu);
  const seconds = (performance.now() - started) / 1000;
  let changes = 0;
  for (const { id } of watched)
    for (let cursor = ''; ; ) {
      const { body } = await operator(`/v1/platforms/${id}/events?limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      const { items, nextCursor } = Events.parse(body);
      changes += items.filter(({ type }) => type === 'terms.changed').length;
      if (typeof nextCursor !== 'string') break;
      cursor = nextCursor;
    }
  console.log(
    `${days} days of ${platforms} platform${platforms === 1 ? '' : 's'}: ${seconds.toFixed(1)} s by the clock on the wall, ` +
      `${((used.user + used.system) / 1e6).toFixed(1)} s CPU of this process beside the engine's; ${changes} changes of terms, ${faults.length} faults`,
  );
  if (faults.length > 0) console.error(faults.slice(0, 5).join('\n'));
} finally {
  await local.stop();
  rmSync(folder, { recursive: true, force: true });
}
