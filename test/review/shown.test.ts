import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { describeHistory } from './describe-history.ts';
import { describeStrike } from './describe-strike.ts';
import { replayTikTok } from './replay-tiktok.ts';
import { replayStrike, STRUCK_ON } from './strike-adequacy.ts';

const text = readFileSync(new URL('../../docs/constant-review.md', import.meta.url), 'utf8');
const partOf = (name: string) => text.slice(text.indexOf(`<!-- ${name} -->`) + `<!-- ${name} -->`.length, text.indexOf(`<!-- /${name} -->`)).trim();
const tenths = (points: number) => Math.round(points * 10);

it('TikTok’s first four months come out as the history says, each step with causes that add up', async () => {
  const steps = await replayTikTok('2023-03-01');
  const rows = describeHistory(steps).split('\n');
  expect(rows.length).toBeGreaterThan(6);
  // The last row may stand for steps that go on after that day.
  for (const row of rows.slice(0, -1)) expect(partOf('tiktok').split('\n')).toContain(row);
  const published = steps.filter(({ type }) => type === 'score.published').map(({ data }) => data);
  for (const { from, to, causes } of published)
    expect(causes.reduce((sum: number, { points }: { points: number }) => sum + tenths(points), 0)).toBe(tenths(to.point) - tenths(from?.point ?? 0));
  expect(steps.filter(({ type, by }) => type === 'score.published' && by === 'reviewer').map(({ day, data }) => [day, data.to.point])).toEqual([
    ['2022-11-02', 83.5],
    ['2022-12-22', 85.6],
    ['2023-02-23', 86.1],
  ]);
  expect(steps.filter(({ type }) => type === 'review.opened').map(({ day }) => day)).toEqual(['2022-12-02', '2023-01-21', '2023-02-20']);
});

it.each([
  ['2023-02-23', 'approval: time 0, facts of revision 3'],
  ['2025-01-01', 'review: A promise was due on 2024-12-31'],
  ['2025-05-02', '**88.8**'],
  ['2026-08-31', 'approval: time 0, facts of revision 6'],
])('the history has the row of %s, with "%s"', (day, words) => {
  const rows = partOf('tiktok').split('\n');
  expect(rows.some((row) => row.startsWith(`| ${day} |`) && row.includes(words))).toBe(true);
});

it('the adequacy decision, struck down, moves the platforms that the document says, and no other', async () => {
  const struck = await replayStrike(STRUCK_ON);
  expect(describeStrike(struck).trim()).toBe(partOf('adequacy'));
  for (const { platform, from, to, causes, reasons } of struck.moves) {
    expect(
      causes.reduce((sum, { points }) => sum + tenths(points), 0),
      platform,
    ).toBe(tenths(to.point) - tenths(from.point));
    const due = [...(from.band === to.band ? [] : ['band-changed']), 'register-changed'];
    if (JSON.stringify(from) !== JSON.stringify(to)) expect(reasons.map(({ kind }) => kind).sort(), platform).toEqual(due);
  }
});
