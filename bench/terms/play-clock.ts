/**
 * How long the local clock takes over years of terms: `npm run terms-clock -- [DAYS] [PLATFORMS]`. An instance of its own, in this process,
 * holds the newest example files, each with a watched policy of which a version is recorded every two weeks; in every fourth one a
 * storage place is another. The clock is moved over all of it, with every job that falls due on the way.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { startLocal } from '../../local/bring-up.ts';
import { listExamples } from '../../local/seed.ts';
import { signIn } from '../../local/sign-in/sign-in.ts';

const [days = 1461, platforms = 1] = process.argv.slice(2).map(Number);
const DAY_MS = 86_400_000;
const EVERY_DAYS = 14;
/** What one request moves the clock by. */
const STEP_DAYS = 100;
const PARAGRAPHS = 120;
const PLACES = ['Ireland', 'Norway', 'Singapore', 'the United States', 'Malaysia'];
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../examples/${path}.json`, import.meta.url), 'utf8'));
const Events = z.object({ items: z.array(z.object({ type: z.string() })), nextCursor: z.string().nullish() });
const Submitted = z.object({ revision: z.object({ revision: z.int(), hash: z.string() }) });

const stored = (version: number) => `We store the account data of our users in ${PLACES[Math.floor(version / 4) % PLACES.length]}.`;

/** A policy of some 40 KB, of which each version has other links. */
const pageOf = (name: string, version: number) =>
  [
    `# Privacy policy of ${name}`,
    stored(version),
    ...Array.from(
      { length: PARAGRAPHS },
      (_, i) =>
        `## Part ${i}\n\nWhen you use feature ${i}, we collect what you write there and how you use it. ` +
        `We keep it for ${i + 30} days and share it with the providers that run feature ${i} for us. [More](https://policy.example/${version}/${i})`,
    ),
  ].join('\n\n');

const begin = Date.now();
const newest = listExamples(new Date(begin).toISOString().slice(0, 10));
const watched = Array.from({ length: platforms }, (_, i) => {
  const { platform, days } = newest[i % newest.length] as (typeof newest)[number];
  return { example: platform, file: days[0] ?? '', id: i < newest.length ? platform : `${platform}-${i}` };
});

const folder = mkdtempSync(join(tmpdir(), 'terms-clock-'));
const terms = join(folder, 'terms');
mkdirSync(terms);
for (const { id } of watched) {
  const versions = Array.from({ length: Math.ceil(days / EVERY_DAYS) + 1 }, (_, i) => ({
    id: `${id}-${i}`,
    serviceId: id,
    termsType: 'Privacy Policy',
    fetchDate: new Date(begin + ((i - 1) * EVERY_DAYS + 1) * DAY_MS).toISOString(),
    isFirstRecord: i === 0,
    isTechnicalUpgrade: false,
    fetchUrls: ['https://policy.example/'],
    content: pageOf(id, i),
  }));
  writeFileSync(join(terms, `${id}.jsonl`), versions.map((one) => `${JSON.stringify(one)}\n`).join(''));
}

const faults: string[] = [];
const local = await startLocal({
  port: 0,
  data: join(folder, 'data'),
  terms,
  log: { log: () => {}, error: (line: string) => (line.includes('"level":"error"') ? faults.push(line) : undefined) },
});
try {
  const [analyst, reviewer, operator] = ['analyst', 'reviewer', 'operator'].map((name) => signIn(local.url, name)) as [
    ReturnType<typeof signIn>,
    ReturnType<typeof signIn>,
    ReturnType<typeof signIn>,
  ];
  for (const { id, example, file } of watched) {
    const path = `/v1/platforms/${id}`;
    await analyst(path, { method: 'PUT', headers: { 'if-none-match': '*' }, body: read(`${example}/platform`) });
    const assessment = read(`${example}/${file}`) as Record<string, unknown>;
    const submitted = await analyst(`${path}/assessments`, { method: 'POST', headers: { 'idempotency-key': id }, body: assessment });
    const { revision, hash } = Submitted.parse(submitted.body).revision;
    await reviewer(`${path}/assessments/${revision}/verdict`, { method: 'POST', body: { verdict: 'approve', hash, note: 'Read.' } });
    const document = { id: 'privacy-policy', service: id, termsType: 'Privacy Policy', language: 'en' };
    await operator(`${path}/terms`, { method: 'PUT', body: { terms: [document] } });
  }
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
