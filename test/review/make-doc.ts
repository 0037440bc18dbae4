/**
 * Writes a part of docs/constant-review.md: `npm run constant-review -- tiktok`, `adequacy`, `terms` or `years`. The last takes an hour;
 * REVIEW_SEED, REVIEW_PLATFORMS and REVIEW_DAYS make it another run.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { describeHistory } from './describe-history.ts';
import { describeStrike } from './describe-strike.ts';
import { describeTerms } from './describe-terms.ts';
import { describeYears } from './describe-years.ts';
import { replayTikTok } from './replay-tiktok.ts';
import { simulate } from './simulate.ts';
import { replayStrike, STRUCK_ON } from './strike-adequacy.ts';

const years = {
  seed: Number(process.env.REVIEW_SEED ?? 20260831),
  platforms: Number(process.env.REVIEW_PLATFORMS ?? 50),
  days: Number(process.env.REVIEW_DAYS ?? 1096),
  from: '2024-01-01',
};

const PARTS: Readonly<Record<string, () => Promise<string>>> = {
  tiktok: async () => describeHistory(await replayTikTok('2026-08-31')),
  adequacy: async () => describeStrike(await replayStrike(STRUCK_ON)),
  terms: async () => describeTerms(),
  years: async () => describeYears(years, await simulate(years, (line) => process.stderr.write(`${line}\n`))),
};

const name = process.argv[2] ?? '';
const make = PARTS[name];
if (!make) throw new Error(`say which part to write: ${Object.keys(PARTS).join(', ')}`);
const file = new URL('../../docs/constant-review.md', import.meta.url);
const part = await make();
const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
const text = readFileSync(file, 'utf8');
if (!text.includes(begin) || !text.includes(end)) throw new Error(`docs/constant-review.md has no place for ${name}`);
writeFileSync(file, `${text.slice(0, text.indexOf(begin) + begin.length)}\n\n${part.trim()}\n\n${text.slice(text.indexOf(end))}`);
