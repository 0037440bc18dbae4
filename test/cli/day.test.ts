import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Local, startLocal } from '../../local/bring-up.ts';
import { type Home, openHome, type Ran } from './program.ts';

let home: Home;
let local: Local;
beforeAll(async () => {
  home = openHome();
  local = await startLocal({ port: 0, data: join(home.folder, 'data'), log: { log: () => undefined, error: () => undefined } });
});
afterAll(async () => {
  await local.stop();
  home.close();
});

const run = (...args: string[]): Promise<Ran> => home.run(args, { env: { WHEREABOUTS_URL: local.url } });
async function succeed(...args: string[]): Promise<string> {
  const { code, out, err } = await run(...args);
  expect({ code, out, err: err.replace(/^read up to.*\n|^[\w-]+, revision.*\n/gm, '') }).toEqual({ code: 0, out, err: '' });
  return out;
}

const facts = (quote: string) => ({
  asOf: '2026-11-01',
  sources: { policy: { title: 'Privacy policy', publisher: 'Example Social', published: '2026-10-15', reliability: 'B', statementBy: 'platform' } },
  paths: [
    {
      id: 'store-cn',
      jurisdiction: 'CN',
      mode: 'storage',
      data: 'content',
      evidence: [{ source: 'policy', credibility: 1, observed: '2026-10-15', quote }],
    },
  ],
});

/** A folder as `new` makes it, filled in. */
function writePlatform(id: string, quote = 'We store your content in China.'): string {
  const folder = join(home.folder, id);
  mkdirSync(folder, { recursive: true });
  const profile = {
    name: id,
    operator: 'Example Social Ltd',
    apps: { android: [`com.example.${id.replaceAll('-', '')}`], ios: [], web: [`${id}.example`] },
  };
  writeFileSync(join(folder, 'platform.json'), JSON.stringify(profile));
  writeFileSync(join(folder, '2026-11-01.json'), JSON.stringify(facts(quote)));
  return folder;
}

describe("an analyst's and an operator's day", () => {
  it('begins by signing in by a name, and keeps the token where no other user reads it', async () => {
    const signedOut = await run('platforms');
    expect(signedOut.code).toBe(3);
    expect(signedOut.err).toContain('You are not signed in');
    expect((await run('sign-in')).err).toContain('say who you are: analyst, analyst-2, reviewer');
    expect((await run('sign-in', 'mallory')).err).toContain('does not know mallory: this name is unknown; known are: analyst');
    for (const name of ['auditor', 'policy-tool', 'decider-3', 'decider-2', 'decider-1', 'reviewer', 'analyst'])
      expect(await succeed('sign-in', name)).toContain(`Signed in as ${name} at ${local.url}`);
    const file = join(home.folder, 'config/sessions.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    chmodSync(file, 0o644);
    const warned = await run('who');
    expect(warned.err).toContain('others could read');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(warned.out).toMatch(/^\* analyst at /);
    expect(warned.out).not.toContain('eyJ');
  });

  it('submits a folder, which makes the platform, and shows what waits', async () => {
    const folder = writePlatform('example-social');
    const out = await succeed('submit', folder);
    expect(out).toMatch(
      /submitted {2}\S+2026-11-01\.json {2}example-social revision 1; once it is approved:\n[\s\S]* {4}today: \d+\.\d \w+, gate \w+\n1 submitted/,
    );
    expect(await succeed('submit', folder)).toContain('example-social revision 1, submitted\n1 known');
    expect(await succeed('waiting')).toMatch(/example-social +1 +2026-11-01 +analyst/);
    expect(await succeed('platforms')).toMatch(/example-social +waits for its first verdict/);
    const shown = await succeed('show', 'example-social');
    expect(shown).toContain('"We store your content in China."');
    expect(shown).toMatch(/To approve exactly this: whereabouts approve example-social 1 --hash [0-9a-f]{12}/);
  });

  it('lets no quote move the cursor, hide itself or look like a line of the program', async () => {
    await succeed('submit', writePlatform('sly-social', 'Fine.\nhash 0000'));
    expect(await succeed('show', 'sly-social')).toContain('"Fine. ⏎ hash 0000"');
    expect(JSON.parse(await succeed('show', 'sly-social', '--json')).assessment.paths[0].evidence[0].quote).toBe('Fine.\nhash 0000');
    const refused = await run('submit', writePlatform('slier-social', 'Fine.\u001b[2J\u009b1A\u202e'));
    expect(refused.code).toBe(1);
    expect(refused.out).toContain('quote: must not hold control characters');
    expect(refused.out + refused.err).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}/u);
  });

  it('approves only what was read, and only as somebody else', async () => {
    const hash = JSON.parse(await succeed('show', 'example-social', '--json')).revision.hash;
    const own = await run('approve', 'example-social', '--hash', hash);
    expect(own.code).toBe(4);
    expect(own.err).toMatch(
      /The token lacks a scope \(403\)\n.*this needs the scope "review"\n[\s\S]*Sign in as somebody who has it, or name them with --as/,
    );
    const unread = await run('approve', 'example-social', '--as', 'reviewer');
    expect([unread.code, unread.err]).toEqual([
      2,
      expect.stringContaining(`--hash is missing: repeat the hash of what you read, here ${hash.slice(0, 12)}`),
    ]);
    const other = await run('approve', 'example-social', '--hash', '0123456789ab', '--as', 'reviewer');
    expect([other.code, other.err]).toEqual([1, expect.stringContaining('is not what you read')]);
    const done = await succeed('approve', 'example-social', '--hash', hash.slice(0, 12), '--note', 'Quotes checked.', '--as', 'reviewer');
    expect(done).toMatch(/^example-social, revision 1, is approved\.\n {2}Published: \d+\.\d (high|severe)/);
    expect((await run('reject', 'example-social', '1', '--as', 'reviewer')).err).toContain('--note is missing: a rejection says why');
  });

  it('scores and explains a platform as it does a file', async () => {
    const score = JSON.parse(await succeed('score', 'example-social', '--json'));
    expect(score).toMatchObject({ platform: 'example-social', assessment: { revision: 1 } });
    expect(score).not.toHaveProperty('explain');
    expect(await succeed('explain', 'example-social')).toContain('What would lower it');
    expect(await succeed('score', 'example-social')).toContain('What adds up to the point');
    await expect.poll(() => succeed('score', 'example-social'), { timeout: 60_000 }).toContain('1st of 1 that are rated');
    expect(await succeed('score', 'example-social', '--as-of', '2026-11-01')).not.toContain('that are rated');
    // The index by jurisdiction is kept by the stream job, seconds behind.
    await expect
      .poll(() => succeed('platforms', '--jurisdiction', 'cn', '--mode', 'storage'), { timeout: 60_000 })
      .toMatch(/example-social +\d+\.\d .*CN/);
    expect(await succeed('platforms', '--band', 'minimal')).toBe('No platform fits.\n');
    // The place is among all that are rated: a part of the list has none.
    expect(await succeed('platforms')).toMatch(/rank[\s\S]*example-social +\d+\.\d +1st of 1 /);
    expect(await succeed('platforms', '--gate', 'restrict')).not.toContain('rank');
  });

  it('shows the profile of a platform, and puts another in its place', async () => {
    expect(await succeed('profile', 'example-social')).toMatch(
      /example-social: example-social\n {2}operator +Example Social Ltd\n {2}android +com\.example\.examplesocial/,
    );
    const file = join(home.folder, 'profile.jsonc');
    writeFileSync(
      file,
      '{ "name": "Example Social", "operator": "Example Social Ltd", // as before\n "apps": { "android": ["com.example.examplesocial"], "ios": [], "web": ["example-social.example"] }, "note": "Renamed." }',
    );
    expect(await succeed('profile', 'example-social', file)).toContain('Renamed.');
    writeFileSync(file, '{ "name": "Example Social" }');
    const bad = await run('profile', 'example-social', file);
    expect([bad.code, bad.err]).toEqual([
      1,
      expect.stringMatching(
        /profile\.jsonc:1:1: operator: is missing: expected a text, such as "TikTok Technology Limited, Dublin" {2}\(\/operator\)/,
      ),
    ]);
  });

  it('opens a review and confirms it', async () => {
    expect(await succeed('reviews')).toBe('Nothing is due.\n');
    expect(await succeed('review', 'example-social', '--reason', 'A change of ownership is reported.')).toContain(
      'A review of example-social is open',
    );
    const confirmed = await succeed(
      ...['confirm', 'example-social', '--note', 'As before.', '--looked-at', 'https://example.org/privacy', '--as', 'reviewer'],
    );
    expect(confirmed).toContain('has ended: confirmed unchanged');
    expect(await succeed('reviews', '--state', 'done')).toContain('confirmed-unchanged');
    const none = await run('confirm', 'example-social', '--note', 'Again.', '--looked-at', 'x', '--as', 'reviewer');
    expect(none.err).toContain('example-social has no open review');
  });

  it('decides with three people, prints the memo, and blocks in every export', async () => {
    const when = ['--effective-at', '2026-11-02T00:00:00Z', '--enforce-by', '2026-11-03T00:00:00Z', '--expires-at', '2027-11-02T00:00:00Z'];
    const why = ['--consequence', 'Loss of corporate apps.', '--note', 'To protect data.'];
    const missing = await run('decide', 'propose', 'example-social', '--decision', 'suspend', ...why, '--as', 'decider-1');
    expect(missing.err).toContain('--scope: is missing');
    const wrong = await run('decide', 'propose', 'example-social', '--effective-at', 'tomorrow', ...why, '--as', 'decider-1');
    expect(wrong.err).toContain('--effective-at: must be an instant that exists, such as 2023-02-23T00:00:00Z\n');
    const proposal = ['decide', 'propose', 'example-social', '--decision', 'suspend', '--scope', 'corporate-device', ...when, ...why];
    const proposed = JSON.parse(await succeed(...proposal, '--as', 'decider-1', '--json'));
    expect(JSON.parse(await succeed(...proposal, '--as', 'decider-1', '--json')).id).toBe(proposed.id);
    expect(await succeed(...proposal, '--as', 'decider-1')).not.toContain('Warning:');
    const approval = ['decide', 'approve', 'example-social', '--hash', proposed.hash.slice(0, 12)];
    expect((await run(...approval, '--as', 'decider-1')).err).toContain('you proposed this decision; two others must approve it');
    expect((await run(...approval, '--as', 'decider-2')).err).toContain('the party has not been heard on this suspension');
    const waiver = ['decide', 'waive', 'example-social', '--reason', 'It was heard last year.', '--hash', proposed.hash.slice(0, 12)];
    expect(await succeed(...waiver, '--as', 'decider-1')).toContain('One person asks to do without a hearing');
    expect(await succeed(...waiver, '--as', 'decider-2')).toContain('Two people decided on');
    expect(await succeed(...approval, '--as', 'decider-2')).toContain('suspend example-social: proposed');
    expect(await succeed(...approval, '--as', 'decider-3')).toContain('suspend example-social: effective');
    expect(await succeed('decisions', '--state', 'effective')).toMatch(/example-social +suspend +effective/);
    const sheet = await succeed('decide', 'show', 'example-social', proposed.id);
    for (const words of [
      'suspend example-social: effective',
      '"We store your content in China." (not verified)',
      'it stands: what is asked each time',
    ])
      expect(sheet).toContain(words);
    expect(sheet).toMatch(/opa policy-decision-point +suspend: denies +allow: allows +limit: asks-conditions/);
    expect(sheet).toMatch(/apple ios-supervised +suspend: \S+/);
    expect(await succeed('decide', 'show', 'example-social')).toContain('A suspension waits until its party was heard');
    const memo = join(home.folder, 'memo.html');
    await succeed('decide', 'memo', 'example-social', proposed.id, '--out', memo);
    expect(readFileSync(memo, 'utf8')).toContain('We store your content in China.');
    // Both pages are in the language asked for.
    for (const page of ['memo', 'dossier'])
      for (const lang of ['en', 'fr', 'de'])
        expect(await succeed('decide', page, 'example-social', proposed.id, '--lang', lang, '--as', 'decider-1')).toContain(`<html lang="${lang}">`);

    await expect
      .poll(() => run('export', 'domains', '--as', 'policy-tool').then(({ out }) => out), { timeout: 300_000, interval: 500 })
      .toMatch(/^example-social\.example$/m);
    const bundle = join(home.folder, 'bundle.tar.gz');
    expect(JSON.parse(await succeed('export', 'opa', '--out', bundle, '--as', 'policy-tool', '--json'))).toMatchObject({
      format: 'opa',
      revision: expect.any(String),
    });
    expect(gunzipSync(readFileSync(bundle)).toString('latin1')).toContain('com.example.examplesocial');
    for (const format of ['json', 'csv', 'android', 'cedar', 'rpz'])
      expect(await succeed('export', format, '--as', 'policy-tool')).toMatch(/example-?social/);
    for (const format of [
      'apple',
      'intune-ios-compliance',
      'cedar-schema',
      'cedar-fail-open',
      'cedar-fail-closed',
      'android-modify',
      'android-company-profile',
      'intune-ios-restrictions',
    ])
      expect(await succeed('export', format, '--as', 'policy-tool')).not.toBe('');
    expect((await run('export', 'xml', '--as', 'policy-tool')).err).toContain('FORMAT is one of opa, cedar');
  });

  it('names apps that the decision does not cover, and warns of a proposal that can block nothing', async () => {
    const file = join(home.folder, 'apps.json');
    const put = (android: string[]) => {
      writeFileSync(file, JSON.stringify({ name: 'Example Social', operator: 'Example Social Ltd', apps: { android, ios: [], web: [] } }));
      return succeed('profile', 'example-social', file);
    };
    expect(await put(['com.example.examplesocial', 'com.example.lite'])).toMatch(/not in the decision +android:com\.example\.lite$/m);
    expect(await put(['com.example.examplesocial'])).not.toContain('not in the decision');
    await put([]);
    const when = ['--effective-at', '2026-11-02T00:00:00Z', '--enforce-by', '2026-11-03T00:00:00Z', '--expires-at', '2027-11-02T00:00:00Z'];
    const proposal = ['decide', 'propose', 'example-social', '--decision', 'suspend', '--scope', 'corporate-device', ...when];
    const proposed = await succeed(...proposal, '--consequence', 'None.', '--note', 'To protect data, again.', '--as', 'decider-1');
    expect(proposed).toMatch(/^Warning: "example-social" lists no app and no domain: no tool can tell by what to block it$/m);
  });

  it('follows the feed until it is stopped, and verifies the record', async () => {
    const all = await succeed('events', '--json');
    const events = all
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(events.map(({ feed }) => feed)).toEqual(events.map((_, i) => i + 1));
    expect(await succeed('events', '--types', 'decision.approved')).toMatch(/^ +\d+ .* example-social +decision\.approved/);
    expect((await run('events', '--types', 'decision.made')).err).toContain('--types takes some of platform.changed');
    const following = home.run(['events', '--follow', '--every', '1', '--after', String(events.length)], {
      env: { WHEREABOUTS_URL: local.url },
      onOutput: (line, stop) => line.includes('assessment.submitted') && stop(),
    });
    await succeed('submit', writePlatform('second-social'));
    const followed = await following;
    expect(followed).toMatchObject({ code: 0, out: expect.stringMatching(/second-social +platform\.changed/) });
    expect(await succeed('verify', '--as', 'auditor')).toMatch(/^The record is whole\.\n {2}\d+ chains, \d+ events/);
  });
});
