import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, test } from 'vitest';
import { SubmittedProfile } from '../../domain/facts/submitted-profile.ts';
import { openHome } from './program.ts';

const home = openHome();
afterAll(() => home.close());

let count = 0;
const write = (content: string | Uint8Array) => {
  count += 1;
  const file = `file-${count}`;
  writeFileSync(join(home.folder, file), content);
  return file;
};
const run = (content: string | Uint8Array, ...more: string[]) => home.run(['import', write(content), '--json', '--in', `out-${count}`, ...more]);
const SUBPROCESSORS = ['--platform', 'harbour', '--on', '2026-08-31'];
const read = (path: string) => JSON.parse(readFileSync(join(home.folder, path), 'utf8'));

describe('a list of subprocessors', () => {
  const table = `Name;Land;Zweck;Zertifikat
"Kai & ""Söhne""; GmbH";Deutschland;Hosting;ISO
Quay Inc.;Vereinigte Staaten;E-Mail;
Lumen SARL;"États-Unis, Irlande";Support;
Orbit Ltd;Singapore;CDN;
Nowhere Ltd;Atlantis;Archive;
;Norway;Backup;
Blank Ltd;-;Nothing;
=CMD();India;Formula;
;;;
`;
  it('becomes paths with one source, every row accounted for, no grade given', async () => {
    const { code, out, err } = await run(`\uFEFF${table}`, ...SUBPROCESSORS);
    expect([code, err]).toEqual([0, '']);
    const { rows, without, files } = JSON.parse(out);
    expect(rows.map(({ isTaken }: { isTaken: boolean }) => isTaken)).toEqual([true, true, true, true, false, false, false, false, false]);
    expect(rows[4].what).toMatch(/no country is known in "Atlantis"/);
    expect(rows[5].what).toBe('has no name');
    expect(rows[6].what).toMatch(/has no country/);
    expect(rows[7].what).toMatch(/formula/);
    expect(without).toEqual(['the column "Zertifikat" has no place']);
    const { paths, sources, asOf } = read(files[0].path);
    expect(paths.map(({ jurisdiction, mode, party }: Record<string, string>) => [jurisdiction, mode, party])).toEqual([
      ['DE', 'subprocessor', 'Kai & "Söhne"; GmbH'],
      ['US', 'subprocessor', 'Quay Inc.'],
      ['US', 'subprocessor', 'Lumen SARL'],
      ['IE', 'subprocessor', 'Lumen SARL'],
      ['SG', 'subprocessor', 'Orbit Ltd'],
    ]);
    expect(paths[0]).toMatchObject({ data: null, note: 'Hosting', evidence: [{ credibility: null, observed: '2026-08-31' }] });
    expect(sources).toEqual({ subprocessors: expect.objectContaining({ reliability: null, statementBy: 'platform', published: '2026-08-31' }) });
    expect(asOf).toBe('2026-08-31');
  });

  it('cannot be submitted as it is: lint names each empty grade', async () => {
    const { out } = await run('name,country,purpose\nQuay,US,Mail\n', ...SUBPROCESSORS);
    const { code, out: said, err } = await home.run(['lint', JSON.parse(out).files[0].path]);
    expect(code).not.toBe(0);
    for (const field of ['reliability', 'credibility', 'data']) expect(said + err).toContain(field);
  });

  test.each([
    ['commas', 'Vendor,Country,Purpose\nQuay,Norway,Mail\n'],
    ['tabs', 'Nom\tPays\tFinalité\nQuay\tNorvège\tMail\n'],
    ['bars and Windows line ends', 'Firma|Standort|Zweck\r\nQuay|Norwegen|Mail\r\n'],
    ['codes', 'entity name,location,description\n"Quay","NO","Mail"\n'],
  ])('is read with %s', async (_, text) => {
    const { code, out } = await run(text, ...SUBPROCESSORS);
    expect(code).toBe(0);
    expect(JSON.parse(out).rows).toEqual([{ row: 2, what: 'Quay: subprocessor NO', isTaken: true }]);
  });

  it('is whose is said with --platform', async () => {
    const { code, err } = await run('name,country\nQuay,NO\n');
    expect([code, err]).toEqual([2, expect.stringContaining('--platform')]);
  });

  it('a dry run writes nothing, and nothing is overwritten', async () => {
    const file = write('name,country\nQuay,NO\n');
    const args = ['import', file, '--in', 'dry', ...SUBPROCESSORS];
    const dry = await home.run([...args, '--dry-run']);
    expect(dry.out).toContain('would write dry/harbour/2026-08-31-subprocessors.json');
    expect(existsSync(join(home.folder, 'dry'))).toBe(false);
    expect((await home.run(args)).code).toBe(0);
    const again = await home.run(args);
    expect([again.code, again.err]).toEqual([expect.any(Number), expect.stringContaining('is there already, and nothing was written')]);
    expect(again.code).not.toBe(0);
  });
});

describe('a list of vendors', () => {
  it('becomes profiles that the service takes, every row accounted for', async () => {
    const text = `vendor,operator,parent company,apps,bundle id,purpose
Harbour,Harbour Social Ltd,Tidal Group,"com.harbour.app android:com.harbour.lite web:harbour.org harbour.net",com.harbour.ios,chat
Harbour,Another Ltd,,,,
Lone,,,,,
Bad,Bad Ltd,,github.io,,
"Große Welle",Welle GmbH,,,,
漢字,Kanji KK,,,,
`;
    const { code, out } = await run(text);
    expect(code).toBe(0);
    const { rows, without, files } = JSON.parse(out);
    expect(rows.map(({ isTaken }: { isTaken: boolean }) => isTaken)).toEqual([true, false, false, false, true, false]);
    expect(rows[1].what).toMatch(/as a row above has/);
    expect(rows[2].what).toMatch(/has no operator/);
    expect(rows[3].what).toMatch(/Public Suffix List/);
    expect(rows[5].what).toMatch(/no slug/);
    expect(without).toEqual(['the column "purpose" has no place in a profile']);
    expect(read(files[0].path)).toEqual({
      name: 'Harbour',
      operator: 'Harbour Social Ltd',
      parent: 'Tidal Group',
      apps: { android: ['com.harbour.app', 'com.harbour.lite'], ios: ['com.harbour.ios'], web: ['harbour.org', 'harbour.net'] },
    });
    for (const { path } of files) expect(SubmittedProfile.safeParse(read(path)).success).toBe(true);
  });
});

describe('a version of Open Terms Archive', () => {
  const version = {
    id: '2f1c9d0',
    serviceId: 'Harbour',
    termsType: 'Privacy Policy',
    fetchDate: '2026-08-06T10:00:00Z',
    fetchUrls: ['https://harbour.example.org/privacy'],
    content: '# Privacy\n\nWe store your data in Norway.\n',
    isTechnicalUpgrade: false,
  };
  it('becomes the text of a capture and its source', async () => {
    const { code, out } = await run(JSON.stringify(version));
    expect(code).toBe(0);
    const { files, without, next } = JSON.parse(out);
    expect(readFileSync(join(home.folder, files[0].path), 'utf8')).toBe(version.content);
    const { capture, sources } = read(files[1].path);
    expect(capture).toBe(createHash('sha256').update(version.content).digest('hex'));
    expect(sources['privacy-policy-2026-08-06']).toMatchObject({
      published: '2026-08-06',
      statementBy: 'platform',
      reliability: null,
      url: version.fetchUrls[0],
    });
    expect(without).toEqual(['the field "isTechnicalUpgrade" has no place']);
    expect(next[0]).toContain('whereabouts capture');
  });

  it('puts nothing of the file into the line to paste that a shell would run', async () => {
    const hostile = { ...version, serviceId: 'Pier', id: "1'; id #", fetchUrls: ['https://pier.example.org/$(id)'] };
    const { next } = JSON.parse((await run(JSON.stringify(hostile))).out);
    expect(next[0]).toContain(" --url 'https://pier.example.org/$(id)' ");
    expect(next[0]).toContain(String.raw` --version '1'\''; id #' `);
  });

  it('of a name with steps out of the folder stays in the folder', async () => {
    const { out } = await run(JSON.stringify({ ...version, serviceId: '../../etc', termsType: '../passwd' }));
    for (const { path } of JSON.parse(out).files) expect(path).toMatch(/^out-\d+\/etc\/passwd-2026-08-06\./);
  });

  test.each([
    ['no day', { fetchDate: 'yesterday' }],
    ['no text', { content: '' }],
    ['no service', { serviceId: '' }],
  ])('with %s is refused', async (_, wrong) => {
    const { code, err } = await run(JSON.stringify({ ...version, ...wrong }));
    expect(code).not.toBe(0);
    expect(err).toContain('Open Terms Archive');
  });
});

describe('other files are named as what they are, with what to do instead', () => {
  const zip = (inside: string) => Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.from(inside)]);
  test.each<[string, string | Uint8Array, RegExp]>([
    ['OSCAL', '{"catalog":{"uuid":"1","metadata":{"oscal-version":"1.1.2"}}}', /OSCAL.*whereabouts new/],
    ['CycloneDX', '{"bomFormat":"CycloneDX","specVersion":"1.5"}', /CycloneDX.*client-code/],
    ['SPDX', '{"spdxVersion":"SPDX-2.3"}', /SPDX/],
    ['STIX', '{"type":"bundle","id":"bundle--1","objects":[]}', /STIX.*incident/],
    ['Exodus', '{"handle":"com.harbour.app","trackers":[1,2]}', /Exodus.*profile/],
    ['an assessment', '{"asOf":"2026-08-31","sources":{},"paths":[]}', /submit/],
    ['XLSX', zip('[Content_Types].xml xl/workbook.xml'), /XLSX.*CSV/],
    ['ODS', zip('mimetypeapplication/vnd.oasis.opendocument.spreadsheet'), /ODS.*CSV/],
    ['XLS', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), /XLS/],
    ['a PDF', '%PDF-1.7 ', /pdftotext/],
    ['a page', '<!doctype html><p>Hi', /capture/],
    ['another JSON', '{"a":1}', /What is imported/],
    ['a JSON list', '[1,2]', /list in JSON/],
    ['half a JSON', '{"a":', /begins like JSON and is none/],
    ['another table', 'name,colour\nQuay,blue\n', /another kind.*"colour"/],
    ['a table without names', 'colour,size\nblue,2\n', /without a column of names/],
    ['a head alone', 'name,country\n', /one below it/],
    ['an open quote', 'name,country\n"Quay,NO\n', /no table that can be read/],
    ['nothing', '', /is empty/],
    ['UTF-16', Buffer.from('\uFEFFname,country\nQuay,NO\n', 'utf16le'), /UTF-16.*save it as UTF-8/],
    ['Windows-1252', Buffer.from('name,country\nK\xf6ln,DE\n', 'latin1'), /Windows-1252.*Save it as UTF-8/],
  ])('%s', async (_, content, expected) => {
    const { code, err } = await home.run(['import', write(content), ...SUBPROCESSORS]);
    expect(code).not.toBe(0);
    expect(err).toMatch(expected);
  });

  it('and a file that is none', async () => {
    for (const file of ['nowhere.csv', '.']) expect((await home.run(['import', file])).code).not.toBe(0);
  });
});
