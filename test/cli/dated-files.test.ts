import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { type Local, startLocal } from '../../local/bring-up.ts';
import { signIn } from '../../local/sign-in/sign-in.ts';
import { ANSWERS, DAYS, fileOf, OUT_OF_ORDER, PLATFORM, PROFILE } from '../dated-files.ts';
import type { Json } from '../started-service.ts';
import { type Home, openHome } from './program.ts';

let home: Home;
let local: Local;
let folder: string;
const run = async (...args: string[]) => {
  const { code, out, err } = await home.run(args);
  return { code, out: `${out}${err}` };
};
const json = async (...args: string[]): Promise<Json> => JSON.parse((await home.run([...args, '--json'])).out);
const write = (day: string, more: object = {}) => writeFileSync(join(folder, `${day}.json`), JSON.stringify({ ...fileOf(day), ...more }));
const waiting = () => json('waiting', '--as', 'reviewer');
const approve = async (day: string) => {
  const { revision, hash } = (await waiting()).find(({ asOf }: Json) => asOf === day);
  return run('approve', PLATFORM, String(revision), '--hash', hash, '--as', 'reviewer');
};

beforeAll(async () => {
  const data = openHome();
  local = await startLocal({ port: 0, data: join(data.folder, 'data'), log: { log: () => undefined, error: () => undefined } });
  const opened = openHome({ WHEREABOUTS_URL: local.url });
  home = { ...opened, close: () => [opened, data].forEach(({ close }) => void close()) };
  for (const name of ['reviewer', 'analyst']) await home.run(['sign-in', name]);
  folder = join(home.folder, PLATFORM);
  mkdirSync(folder);
  writeFileSync(join(folder, 'platform.json'), JSON.stringify(PROFILE));
  for (const day of DAYS) write(day);
});
afterAll(async () => {
  await local.stop();
  home.close();
});

describe('a folder of five dated files', () => {
  it('is submitted by one command, and each says what its approval would change', async () => {
    const { code, out } = await run('submit', folder);
    expect(code).toBe(0);
    expect(out.match(/^submitted/gm)).toHaveLength(5);
    expect(out).toContain('This is about 2019-12-31 and becomes the current revision.');
    expect(out).toContain('5 submitted');
  });

  it('waits with its days and what would change', async () => {
    const { out } = await run('waiting', '--as', 'reviewer');
    for (const day of DAYS) expect(out).toContain(day);
    expect(out).toContain('would change');
    expect((await waiting()).map(({ effect }: Json) => effect.changesToday)).toEqual(DAYS.map(() => true));
  });

  it('is approved out of order, and what is history says so beforehand', async () => {
    for (const day of OUT_OF_ORDER.slice(0, 3)) expect(await approve(day)).toMatchObject({ code: 0 });
    const { revision } = (await waiting()).find(({ asOf }: Json) => asOf === '2021-03-18');
    const shown = await run('show', PLATFORM, String(revision), '--as', 'reviewer');
    expect(shown.out).toContain('This is about 2021-03-18 and changes nothing today.');
    expect(shown.out).toMatch(/on 2021-03-18: \d+\.\d \w+, gate \w+ becomes \d+\.\d \w+, gate \w+/);
    expect(shown.out).toContain('dropped: paths/storage-us');
    const before = await json('platforms');
    const approved = await approve('2021-03-18');
    expect(approved.out).toContain('changes nothing today');
    expect(approved.out).not.toContain('Published');
    expect((await json('platforms'))[0].score).toEqual(before[0].score);
    expect(await approve('2024-03-31')).toMatchObject({ code: 0 });
  });

  it('is known as a whole then, for each stands for its day', async () => {
    expect(await run('submit', folder)).toMatchObject({ code: 0, out: expect.stringContaining('5 known') });
  });
});

test.each(ANSWERS)('a score of %s is answered by the file of %s, as the API answers it', async (day, file) => {
  const score = await json('score', PLATFORM, '--as-of', day, '--known-by', day);
  const { body } = await signIn(local.url, 'analyst')(`/v1/platforms/${PLATFORM}/score?asOf=${day}&knownBy=${day}`);
  expect(score).toEqual(body);
  expect(score.assessment.asOf).toBe(file);
  const printed = (await run('score', PLATFORM, '--as-of', day, '--known-by', day)).out;
  expect(printed).toContain(`answered by revision ${score.assessment.revision}, facts of ${file}`);
  expect(printed.includes(`No approved facts are as early as ${day}`)).toBe(day < file);
  const offline = await json('score', join(folder, `${file}.json`), '--as-of', day, '--known-by', day);
  expect(offline.score).toEqual(score.score);
});

it('the exposure names each file from its day on', async () => {
  const { code, out } = await run('exposure', PLATFORM, '--from', '2019-06-01');
  expect(code).toBe(0);
  for (const day of DAYS.slice(1)) expect(out).toMatch(new RegExp(`^ *${day} .*${day} \\(revision \\d\\) .*another file`, 'm'));
  expect(out).toContain('2019-12-31 (revision 1, none is that early)');
  const all = await run('exposure', PLATFORM, '--from', '2019-06-01', '--all');
  expect(all.out.split('\n').length).toBeGreaterThan(out.split('\n').length);
});

describe('content that a correction has replaced', () => {
  it('is submitted again, and what was rejected is only on request', async () => {
    write('2021-03-18', { note: 'Corrected.' });
    expect((await run('submit', folder)).out).toContain('4 known, 1 submitted');
    await approve('2021-03-18');
    write('2021-03-18');
    const back = await run('submit', folder);
    expect(back.out).toContain('1 submitted');
    const { revision, hash } = (await waiting())[0];
    await run('reject', PLATFORM, String(revision), '--hash', hash, '--note', 'Not again.', '--as', 'reviewer');
    write('2022-06-30', { note: 'A slip.' });
    await run('submit', folder);
    const slip = (await waiting()).find(({ asOf }: Json) => asOf === '2022-06-30');
    await run('reject', PLATFORM, String(slip.revision), '--hash', slip.hash, '--note', 'A slip.', '--as', 'reviewer');
    const ended = await run('submit', join(folder, '2022-06-30.json'));
    expect(ended).toMatchObject({ code: 0, out: expect.stringContaining('rejected; --again submits it again') });
    expect((await run('submit', join(folder, '2022-06-30.json'), '--again')).out).toContain('1 submitted');
  });
});
