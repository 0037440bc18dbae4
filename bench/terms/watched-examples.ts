import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { listExamples } from '../../local/seed.ts';
import { signIn } from '../../local/sign-in/sign-in.ts';

const DAY_MS = 86_400_000;
const PARAGRAPHS = 120;
const PLACES = ['Ireland', 'Norway', 'Singapore', 'the United States', 'Malaysia'];
const Submitted = z.object({ revision: z.object({ revision: z.int(), hash: z.string() }) });
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../examples/${path}.json`, import.meta.url), 'utf8'));

/** A platform whose policy is watched, with the newest file of an example. */
export type Watched = { readonly id: string; readonly example: string; readonly file: string };

/** So many platforms, the examples in turn. */
export function listWatched(count: number): Watched[] {
  const newest = listExamples(new Date().toISOString().slice(0, 10));
  return Array.from({ length: count }, (_, i) => {
    const { platform, days } = newest[i % newest.length] as (typeof newest)[number];
    return { example: platform, file: days[0] ?? '', id: i < newest.length ? platform : `${platform}-${i}` };
  });
}

/** A policy of some 40 KB, of which each version has other links, and every fourth another place of storage. */
function pageOf(name: string, version: number): string {
  return [
    `# Privacy policy of ${name}`,
    `We store the account data of our users in ${PLACES[Math.floor(version / 4) % PLACES.length]}.`,
    ...Array.from(
      { length: PARAGRAPHS },
      (_, i) =>
        `## Part ${i}\n\nWhen you use feature ${i}, we collect what you write there and how you use it. ` +
        `We keep it for ${i + 30} days and share it with the providers that run feature ${i} for us. [More](https://policy.example/${version}/${i})`,
    ),
  ].join('\n\n');
}

/** A file of versions for each platform, the first of the day before `from` (ms), in the order of `numbers`, each so many days after the one before. */
export function writeVersions(
  folder: string,
  watched: readonly Watched[],
  { from, everyDays, numbers }: { from: number; everyDays: number; numbers: readonly number[] },
) {
  for (const { id } of watched) {
    const versions = numbers.map((number, i) => ({
      id: `${id}-${number}`,
      serviceId: id,
      termsType: 'Privacy Policy',
      fetchDate: new Date(from + (i * everyDays - 1) * DAY_MS).toISOString(),
      isFirstRecord: i === 0,
      isTechnicalUpgrade: false,
      fetchUrls: ['https://policy.example/'],
      content: pageOf(id, number),
    }));
    writeFileSync(join(folder, `${id}.jsonl`), versions.map((one) => `${JSON.stringify(one)}\n`).join(''));
  }
}

/** Enters them as people would: one submits, another approves, a third says what is watched. */
export async function enterWatched(url: string, watched: readonly Watched[]): Promise<void> {
  const [analyst, reviewer, operator] = [signIn(url, 'analyst'), signIn(url, 'reviewer'), signIn(url, 'operator')];
  for (const { id, example, file } of watched) {
    const path = `/v1/platforms/${id}`;
    await analyst(path, { method: 'PUT', headers: { 'if-none-match': '*' }, body: read(`${example}/platform`) });
    const submitted = await analyst(`${path}/assessments`, { method: 'POST', headers: { 'idempotency-key': id }, body: read(`${example}/${file}`) });
    const { revision, hash } = Submitted.parse(submitted.body).revision;
    await reviewer(`${path}/assessments/${revision}/verdict`, { method: 'POST', body: { verdict: 'approve', hash, note: 'Read.' } });
    const document = { id: 'privacy-policy', service: id, termsType: 'Privacy Policy', language: 'en' };
    await operator(`${path}/terms`, { method: 'PUT', body: { terms: [document] } });
  }
}
