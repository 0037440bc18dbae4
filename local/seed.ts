import { readdirSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { Assessment } from '../domain/facts/assessment.ts';
import { hashOf } from '../domain/facts/hash.ts';
import { type Client, signIn } from './sign-in/sign-in.ts';

const EXAMPLES = new URL('../examples/', import.meta.url);

const Sealed = z.object({ revision: z.int(), hash: z.string() });
const Listed = z.object({ items: z.array(z.object({ ...Sealed.shape, asOf: z.string(), status: z.string() })) });
const Submitted = z.object({ revision: Sealed });
const Now = z.object({ now: z.string() });

/** A platform of examples/ with the days of its files, newest first. */
export type Example = { readonly platform: string; readonly days: readonly string[] };

/** The assessments of examples/ that an instance starts with, none from after `today`. */
export function listExamples(today: string): Example[] {
  return readdirSync(EXAMPLES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: platform }) => {
      const days = readdirSync(new URL(`${platform}/`, EXAMPLES)).flatMap((file) => /^(\d{4}-\d\d-\d\d)\.json$/.exec(file)?.[1] ?? []);
      const past = days.filter((day) => day <= today).sort();
      return past.length === 0 ? [] : [{ platform, days: past.reverse() }];
    })
    .sort((a, b) => a.platform.localeCompare(b.platform));
}

/**
 * Enters the examples as people would: an analyst submits, a reviewer approves. The newest file of a platform comes first, so that
 * one score is published and the older files become its history. A platform that holds anything else is left as it stands, and a start
 * that was cut off is taken up where it stopped. Answers whether there was anything to do.
 */
export async function seed(url: string): Promise<boolean> {
  const { now } = Now.parse(await (await fetch(`${url}/local/clock`)).json());
  const [analyst, reviewer] = [signIn(url, 'analyst'), signIn(url, 'reviewer')];
  const entered = await Promise.all(listExamples(now.slice(0, 10)).map((example) => seedPlatform(example, analyst, reviewer)));
  return entered.includes(true);
}

async function seedPlatform({ platform, days }: Example, analyst: Client, reviewer: Client): Promise<boolean> {
  const path = `/v1/platforms/${platform}`;
  const files = days.map((day) => {
    const assessment = Assessment.parse(readExample(platform, day));
    return { day, assessment, hash: hashOf(assessment) };
  });
  const found = await analyst(`${path}/assessments?limit=200`, { accept: [200, 404] });
  const revisions = found.status === 200 ? Listed.parse(found.body).items : [];
  // Somebody's own work is neither ours to approve nor to add to.
  if (revisions.some(({ hash }) => files.every((file) => file.hash !== hash))) return false;
  const current = revisions
    .flatMap(({ status, asOf }) => (status === 'approved' ? asOf : []))
    .sort()
    .at(-1);
  // Facts that stand are not replaced by newer ones behind a user's back: only their history is completed.
  const missing = files.filter(({ day, hash }) => {
    const known = revisions.find((one) => one.hash === hash);
    return (known === undefined || known.status === 'submitted') && (current === undefined || day < current);
  });
  if (missing.length === 0) return false;
  if (found.status === 404)
    await analyst(path, { method: 'PUT', headers: { 'if-none-match': '*' }, body: readExample(platform, 'platform'), accept: [201, 412] });
  for (const { day, assessment, hash } of missing) {
    const headers = { 'idempotency-key': `seed-${platform}-${day}` };
    const { revision } =
      revisions.find((one) => one.hash === hash) ??
      Submitted.parse((await analyst(`${path}/assessments`, { method: 'POST', headers, body: assessment })).body).revision;
    const verdict = { verdict: 'approve', hash, note: 'An example that comes with Whereabouts.' };
    await reviewer(`${path}/assessments/${revision}/verdict`, { method: 'POST', body: verdict, accept: [200, 409] });
  }
  return true;
}

const readExample = (platform: string, file: string): unknown => JSON.parse(readFileSync(new URL(`${platform}/${file}.json`, EXAMPLES), 'utf8'));
