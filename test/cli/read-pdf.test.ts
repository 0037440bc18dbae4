import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { PDF_EXTRACTOR, readPdf } from '../../cli/pdf/read-pdf.ts';
import { anchorIn } from '../../domain/vault/anchor.ts';
import { makePdf, toContent } from './pdf.ts';

const LINES = ['We keep the data of users in Europe in', 'Norway and Malta. Our sub-', 'contractors may not read cross-', 'border \x93copies\x94.'];
const PAGE = toContent(LINES);

describe('a PDF', () => {
  test('becomes text in which its sentences stand, whatever ends a line', async () => {
    const { text = '' } = await readPdf(makePdf(PAGE));
    expect(anchorIn(text)('We keep the data of users in Europe in Norway and Malta.').pieces).toHaveLength(1);
    expect(anchorIn(text)('Our subcontractors may not read cross-border "copies"').pieces).toHaveLength(1);
    expect(anchorIn(text)('We keep the data of users in Europe in Norway and Finland.').reason).toBe('not-found');
  });

  test('is read by the version that its manifest names', () => {
    const { version } = JSON.parse(readFileSync(new URL('../../node_modules/unpdf/package.json', import.meta.url), 'utf8'));
    expect(PDF_EXTRACTOR).toBe(`unpdf ${version}`);
  });

  test('runs none of its actions and opens no address', async () => {
    const script = '<< /S /JavaScript /JS (globalThis.ran = true; app.alert\\("Dublin"\\); while \\(true\\);) >>';
    const catalogue = `/OpenAction ${script} /AA << /WC ${script} >> /Names << /JavaScript << /Names [(a) ${script}] >> >> /URI << /Base (http://127.0.0.1:9/) >>`;
    const { text } = await readPdf(makePdf(PAGE, { catalogue }));
    expect(text).toContain('Norway and Malta');
    expect(text).not.toContain('Dublin');
    expect(globalThis).not.toHaveProperty('ran');
  });

  test('has the pages that are there, though it says two thousand million', async () => {
    expect((await readPdf(makePdf(PAGE, { count: 2_000_000_000 }))).text).toContain('Norway and Malta');
  });

  const whole = makePdf(PAGE);
  const nested = (open: string, close: string, depth: number) => `${open.repeat(depth)}${close.repeat(depth)}`;
  const ENCRYPTED = { trailer: `/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> /P -4 >>` };
  test.each<[string, Uint8Array, RegExp]>([
    ['that is encrypted', makePdf(PAGE, ENCRYPTED), /is encrypted with a password/],
    ['that is cut off', whole.subarray(0, whole.length - 40), /is cut off/],
    ['that is cut off in its middle', Buffer.concat([whole.subarray(0, 200), Buffer.from('\n%%EOF\n')]), /cannot be read as a PDF/],
    ['of nothing but its first line', Buffer.from('%PDF-1.7\n%%EOF\n'), /cannot be read as a PDF/],
    ['of noise', Buffer.from(`%PDF-1.7\n${'\u0000\u00ff obj << '.repeat(5000)}\n%%EOF`), /cannot be read as a PDF/],
    ['of more pages than are read', makePdf(PAGE, { count: 2001, kids: '3 0 R '.repeat(2001) }), /has 2001 pages; at most 2000 are read/],
    ['of arrays in arrays', makePdf(Buffer.from(`BT ${nested('[', ']', 500_000)} TJ ET`)), /too deeply|cannot be read|holds no|takes/],
    ['of dictionaries in dictionaries', makePdf(PAGE, { catalogue: `/A ${nested('<</A', '>>', 200_000)}` }), /too deeply|cannot be read/],
    [
      'whose words are too many',
      makePdf(Buffer.from(`BT /F1 1 Tf (${'a'.repeat(500)}) Tj ET\n`.repeat(8_100))),
      /holds more than 4000000 characters/,
    ],
  ])('%s is refused, and says why', async (_, bytes, words) => {
    const { fault } = await readPdf(bytes);
    expect(fault).toMatch(words);
  });

  test('that unpacks to gigabytes is given up at the memory it may take, or the time', async () => {
    const bomb = makePdf(Buffer.alloc(300_000_000, ' '));
    expect(bomb.length).toBeLessThan(400_000);
    const limits = { pages: 2000, ms: 60_000, memory: 100_000_000 };
    expect(await readPdf(bomb, limits)).toEqual({ fault: 'takes more than 100 MB of memory to be read' });
    expect(await readPdf(whole, { ...limits, ms: 0 })).toEqual({ fault: 'takes longer than 0 seconds to be read' });
  });
});
