import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PDF_EXTRACTOR } from '../../cli/pdf/read-pdf.ts';
import { type Local, startLocal } from '../../local/bring-up.ts';
import { makePdf, toContent } from './pdf.ts';
import { type Home, openHome } from './program.ts';

const PAGE = '<!doctype html>\n<title>Policy</title><p>We keep the data of users in Europe in Norway and Malta.</p>';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const SAID = ['--platform', 'signal', '--url', 'https://signal.org/legal/', '--captured-at', '2026-08-30T10:00:00Z'];

let home: Home;
let local: Local;
beforeAll(async () => {
  const data = openHome();
  local = await startLocal({ port: 0, data: join(data.folder, 'data'), log: { log: () => undefined, error: () => undefined } });
  const opened = openHome({ WHEREABOUTS_URL: local.url });
  home = {
    ...opened,
    close() {
      opened.close();
      data.close();
    },
  };
  for (const name of ['reviewer', 'analyst']) await home.run(['sign-in', name]);
  const made = await home.run(['profile', 'signal', fileURLToPath(new URL('../../examples/signal/platform.json', import.meta.url))]);
  expect(made).toMatchObject({ code: 0 });
});
afterAll(async () => {
  await local.stop();
  home.close();
});

function write(name: string, content: string | Uint8Array): string {
  const file = join(home.folder, name);
  writeFileSync(file, content);
  return file;
}
const capture = (file: string, more: readonly string[] = SAID, options = {}) => home.run(['capture', file, ...more], options);

describe('whereabouts capture', () => {
  it('keeps a page: hash and manifest, under the address and the hour that are said', async () => {
    const { code, out, err } = await capture(write('policy.html', PAGE), [...SAID, '--language', 'en', '--country', 'IE']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(new RegExp(`^${sha256(PAGE)}\nKept\\.\n`));
    for (const line of [
      'url         https://signal.org/legal/',
      'capturedAt  2026-08-30T10:00:00Z',
      'mediaType   text/html',
      'country     IE',
      'capturedBy  analyst',
    ])
      expect(out).toContain(`  ${line}\n`);
    expect(out).toMatch(/ {2}text {8}[0-9a-f]{64}, by htmlparser2/);
  });

  it('says of the same bytes that they are kept already, with the first manifest', async () => {
    const { code, out } = await capture(write('again.html', PAGE), ['--platform', 'signal', '--url', 'https://example.org/']);
    expect([code, out]).toEqual([0, expect.stringContaining('These bytes are a capture already')]);
    expect(out).toContain('https://signal.org/legal/');
    const { isNew, capture: hash } = JSON.parse((await capture('again.html', [...SAID, '--json'])).out);
    expect([isNew, hash]).toEqual([false, sha256(PAGE)]);
  });

  it.each([
    ['notes.txt', '<html>is how a page begins', 'text/plain'],
    ['notes.md', '# Notes on how a page begins', 'text/markdown'],
    ['notes', 'No ending and no tag', 'text/plain'],
    ['page', '\ufeff<!-- saved -->\n<HTML lang="en"><p>No ending', 'text/html'],
    ['-', '<!DOCTYPE html><p>From standard input', 'text/html'],
    ['-', 'Words from standard input', 'text/plain'],
  ])('takes %s with %j as %s', async (file, content, mediaType) => {
    if (file !== '-') write(file, content);
    const { code, out, err } = await capture(file, [...SAID, '--json'], { input: content });
    expect([code, err]).toEqual([0, '']);
    // The bytes as they are, not as a text that was decoded on the way.
    expect(JSON.parse(out)).toMatchObject({ isNew: true, mediaType, capture: sha256(content) });
  });

  it('takes what it is told it is', async () => {
    write('odd.html', 'a text of that name');
    const { out } = await capture('odd.html', [...SAID, '--media-type', 'text/markdown', '--json']);
    expect(JSON.parse(out).mediaType).toBe('text/markdown');
  });

  it('takes --url for the page, and --service for the service', async () => {
    const { code, out } = await capture('-', [...SAID, '--service', local.url, '--json'], {
      input: 'By name',
      env: { WHEREABOUTS_URL: 'http://127.0.0.1:9' },
    });
    expect([code, JSON.parse(out).url]).toEqual([0, 'https://signal.org/legal/']);
    const meant = await capture('-', ['--platform', 'signal', '--url', local.url], { input: 'Text' });
    expect([meant.code, meant.err]).toEqual([2, expect.stringContaining('is the service: name that by --service')]);
  });

  it('keeps the text of a PDF, and names the PDF and what made the text', async () => {
    const pdf = makePdf(toContent(['We keep the data of users in', 'Norway and Malta.']));
    const { code, out, err } = await capture(write('policy.pdf', pdf), [...SAID, '--json']);
    expect([code, err]).toEqual([0, '']);
    const kept = JSON.parse(out);
    expect(kept).toMatchObject({ mediaType: 'text/plain', original: createHash('sha256').update(pdf).digest('hex'), extractor: PDF_EXTRACTOR });
    expect(kept.capture).toBe(sha256('We keep the data of users in\nNorway and Malta.'));
  });

  it('refuses a file of that ending which is none', async () => {
    const { code, err } = await capture(write('page.pdf', '<html>an answer of a server that was down'));
    expect([code, err]).toEqual([1, expect.stringContaining('page.pdf is no PDF')]);
  });

  it.each<[string, string | Uint8Array, readonly string[], number, string]>([
    ['4 MB and a byte', 'x'.repeat(4_000_001), SAID, 1, 'has more than 4000000 bytes (4 MB)'],
    ['nothing', '', SAID, 1, 'is empty'],
    ['binary', new Uint8Array([0x61, 0, 0x62]), SAID, 1, 'it is binary'],
    ['another encoding', new Uint8Array([0x61, 0xff]), SAID, 1, 'is not UTF-8'],
    ['a PDF that is cut off', '%PDF-1.7\n', SAID, 1, 'is cut off'],
    ['a PDF without a word', makePdf(toContent([' '])), SAID, 1, 'holds no word'],
    ['no platform', 'text', SAID.slice(2), 2, '--platform is missing: a capture belongs to one'],
    ['a platform that is no slug', 'text', ['--platform', 'No Slug'], 2, 'is a slug such as tiktok'],
    ['a platform that is not there', 'text', ['--platform', 'nobody'], 4, 'nobody'],
    ['another type', 'text', [...SAID, '--media-type', 'image/png'], 2, '--media-type is one of text/plain'],
    ['a day for an hour', 'text', [...SAID.slice(0, 4), '--captured-at', '2026-08-30'], 1, 'capturedAt'],
    ['an hour to come', 'text', [...SAID.slice(0, 4), '--captured-at', '2199-01-01T00:00:00Z'], 1, 'must not be in the future'],
    ['no address', 'text', ['--platform', 'signal', '--url', 'javascript:alert(1)'], 1, 'url'],
    ['nobody signed in', 'text', [...SAID, '--as', 'nobody'], 3, 'nobody is not signed in'],
    ['a service that is not there', 'text', [...SAID, '--service', 'ftp://example.org'], 2, 'the service is named by an address'],
  ])('refuses %s', async (_, content, more, code, words) => {
    const ran = await capture(write('refused', content), more);
    expect([ran.code, ran.out, ran.err]).toEqual([code, '', expect.stringContaining(words)]);
  });

  it('refuses a file that is not there, and one that does not end', async () => {
    const none = await capture('none.txt');
    expect([none.code, none.err]).toEqual([1, expect.stringContaining('none.txt cannot be read')]);
    expect(await capture('/dev/zero')).toMatchObject({ code: 1, err: expect.stringContaining('more than 4000000 bytes') });
  });

  it('refuses who may not assess', async () => {
    const { code, err } = await capture(write('other.txt', 'Other words'), [...SAID, '--as', 'reviewer']);
    expect([code, err]).toEqual([4, expect.stringContaining('one of the scopes: assess')]);
  });
});

describe('whereabouts captures', () => {
  it('lists what is kept, shows the text of one, and writes the bytes as verify-evidence looks for them', async () => {
    const text = 'Kept in \u001b[31mChile\u001b[0m \u202eand\u202c Peru.\nAnd nowhere else.';
    await capture(write('mixed.txt', text), ['--platform', 'signal', '--url', 'https://signal.org/mixed']);
    const listed = await home.run(['captures', 'signal']);
    expect([listed.code, listed.err]).toEqual([0, '']);
    expect(listed.out).toMatch(new RegExp(`${sha256(text)} .*held .*https://signal.org/mixed`));
    const read = await home.run(['captures', 'signal', sha256(text).slice(0, 10)]);
    expect([read.code, read.out]).toEqual([0, 'Kept in \ufffd[31mChile\ufffd[0m \ufffdand\ufffd Peru.\nAnd nowhere else.\n']);
    const saved = await home.run(['captures', 'signal', '--into', 'saved']);
    expect([saved.code, saved.err]).toEqual([0, '']);
    expect(readFileSync(join(home.folder, 'saved', `${sha256(text)}.txt`), 'utf8')).toBe(text);
    expect(saved.out).toContain(`${sha256(PAGE)}.html`);
    const unknown = await home.run(['captures', 'signal', 'ffff']);
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('signal has no capture that begins with ffff')]);
    expect((await home.run(['captures', 'nowhere'])).err).toContain('nowhere');
  });
});
