import { readdirSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { Assessment } from '../domain/facts/assessment.ts';
import { hashOf } from '../domain/facts/hash.ts';
import { type Client, signIn } from './sign-in/sign-in.ts';

const EXAMPLES = new URL('../examples/', import.meta.url);
/** The day of the Commission's decision, the case this project was built for; every other platform takes its newest file. */
const CHOSEN: Readonly<Record<string, string>> = { tiktok: '2023-02-23' };

const Waiting = z.object({ revision: z.int(), hash: z.string() });
const Standing = z.object({ approved: z.object({ asOf: z.string() }).nullable(), pending: Waiting.nullable() });
const Submitted = z.object({ revision: Waiting });
const Now = z.object({ now: z.string() });

export type Example = { readonly platform: string; readonly asOf: string };

/** The assessments of examples/ that an instance starts with, none from after `today`. */
export function listExamples(today: string): Example[] {
  return readdirSync(EXAMPLES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: platform }) => {
      const days = readdirSync(new URL(`${platform}/`, EXAMPLES)).flatMap((file) => /^(\d{4}-\d\d-\d\d)\.json$/.exec(file)?.[1] ?? []);
      const asOf = days
        .filter((day) => day <= (CHOSEN[platform] ?? today) && day <= today)
        .sort()
        .at(-1);
      return asOf === undefined ? [] : [{ platform, asOf }];
    })
    .sort((a, b) => a.platform.localeCompare(b.platform));
}

/**
 * Enters the examples as people would: an analyst submits, a reviewer approves. A platform that has an approved assessment
 * is left as it stands, and a start that was cut off is taken up where it stopped. Answers whether there was anything to do.
 */
export async function seed(url: string): Promise<boolean> {
  const { now } = Now.parse(await (await fetch(`${url}/local/clock`)).json());
  const [analyst, reviewer] = [signIn(url, 'analyst'), signIn(url, 'reviewer')];
  const entered = await Promise.all(listExamples(now.slice(0, 10)).map((example) => seedPlatform(example, analyst, reviewer)));
  return entered.includes(true);
}

async function seedPlatform({ platform, asOf }: Example, analyst: Client, reviewer: Client): Promise<boolean> {
  const path = `/v1/platforms/${platform}`;
  const found = await analyst(path, { accept: [200, 404] });
  const standing = found.status === 200 ? Standing.parse(found.body) : undefined;
  if (standing?.approved) return false;
  if (!standing)
    await analyst(path, { method: 'PUT', headers: { 'if-none-match': '*' }, body: readExample(platform, 'platform'), accept: [201, 412] });
  const assessment = Assessment.parse(readExample(platform, asOf));
  const headers = { 'idempotency-key': `seed-${platform}-${asOf}` };
  const waiting =
    standing?.pending ?? Submitted.parse((await analyst(`${path}/assessments`, { method: 'POST', headers, body: assessment })).body).revision;
  // Somebody's own submission is not ours to approve.
  if (waiting.hash !== hashOf(assessment)) return false;
  const verdict = { verdict: 'approve', hash: waiting.hash, note: 'An example that comes with Whereabouts.' };
  await reviewer(`${path}/assessments/${waiting.revision}/verdict`, { method: 'POST', body: verdict, accept: [200, 409] });
  return true;
}

const readExample = (platform: string, file: string): unknown => JSON.parse(readFileSync(new URL(`${platform}/${file}.json`, EXAMPLES), 'utf8'));
