import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { SHA256_PATTERN } from '../domain/facts/hash.ts';
import { anchorIn } from '../domain/vault/anchor.ts';
import type { MediaType } from '../domain/vault/capture.ts';
import { faultOfExcerpt } from '../domain/vault/excerpt.ts';
import { listQuotes, type QuotedItem } from '../domain/vault/quotes.ts';
import { readCapture } from '../domain/vault/read-capture.ts';
import { type Command, takeOne, takeText } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { BadInput } from './failure.ts';
import { counted } from './print/print.ts';
import { readAssessment } from './read-assessment.ts';

/** `found`: an excerpt stands in its whole text; `excerpt`: that text is not there. */
type Verified = {
  readonly item: string;
  readonly state: 'held' | 'missed' | 'absent' | 'found' | 'excerpt' | 'unverified';
  readonly detail?: string;
};

export const verifyEvidenceCommand: Command = {
  usage: 'FILE --captures FOLDER',
  help: [
    'FOLDER holds captures as they were read back: each file of the name of its SHA-256, with any ending; .html is read as a page. A file that',
    'does not have its hash counts for nothing. It ends with 1 where a quote does not stand in its capture, or the capture is not there. An',
    'excerpt is checked where the whole text lies in the folder under its SHA-256; it is counted apart, because nobody has kept that text.',
  ],
  example: 'verify-evidence examples/signal/2026-04-30.json --captures captures',
  options: { captures: { takes: 'FOLDER', means: 'where the captures lie (default: captures)' } },
  async run(given) {
    const { assessment } = await readAssessment(takeOne(given, 'FILE'), given.io);
    const files = await listCaptures(resolve(given.io.cwd, takeText(given, 'captures') ?? 'captures'));
    const texts = new Map<string, Promise<Read>>();
    const read = (hash: string) => {
      const text = texts.get(hash) ?? readText(hash, files);
      texts.set(hash, text);
      return text;
    };
    const found: Verified[] = [];
    for (const { item, evidence } of listQuotes(assessment)) found.push({ item, ...(await verify(evidence, read)) });
    const held = found.filter(({ state }) => state === 'held').length;
    const isBad = found.some(({ state }) => state === 'missed' || state === 'absent');
    return {
      data: found,
      exitCode: isBad ? EXIT.bad : EXIT.done,
      lines: () => [
        ...found
          .filter(({ state }) => state !== 'held' && state !== 'found')
          .map(({ item, state, detail }) => `${state}  ${item}${detail === undefined ? '' : `: ${detail}`}`),
        `${held} of ${found.length} quotes verified${sayExcerpts(found)}`,
      ],
    };
  },
};

type Read = { readonly text: string; readonly fault?: undefined } | { readonly text?: undefined; readonly fault: string; readonly isThere: boolean };

async function verify(
  { capture, excerpt, quote, language }: QuotedItem['evidence'],
  read: (hash: string) => Promise<Read>,
): Promise<Omit<Verified, 'item'>> {
  if (capture !== undefined) {
    const { text, fault } = await read(capture);
    if (text === undefined) return { state: 'absent', detail: fault };
    const anchored = anchorIn(text)(quote, language);
    return anchored.pieces ? { state: 'held' } : { state: 'missed', detail: anchored.fault.detail };
  }
  if (excerpt === undefined) return { state: 'unverified' };
  const whole = await read(excerpt.sha256);
  if (whole.text === undefined) return whole.isThere ? { state: 'missed', detail: whole.fault } : { state: 'excerpt' };
  const fault = faultOfExcerpt(whole.text, excerpt, quote, language);
  return fault === undefined ? { state: 'found' } : { state: 'missed', detail: fault };
}

function sayExcerpts(all: readonly Verified[]): string {
  const [found, not] = (['found', 'excerpt'] as const).map((state) => all.filter((one) => one.state === state).length);
  return `${found ? `; ${counted(found, 'excerpt')} found in the whole text` : ''}${not ? `; ${not} by an excerpt alone` : ''}`;
}

/** The files of a folder that are named by a hash. */
async function listCaptures(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(folder).catch(() => {
    throw new BadInput([`${folder} cannot be read: name the folder of the captures with --captures`]);
  });
  return new Map(names.flatMap((name) => (SHA256_PATTERN.test(name.split('.')[0] ?? '') ? [[name.split('.')[0] ?? '', join(folder, name)]] : [])));
}

async function readText(hash: string, files: ReadonlyMap<string, string>): Promise<Read> {
  const file = files.get(hash);
  if (file === undefined) return { fault: `no file is named ${hash}`, isThere: false };
  const bytes = await readFile(file);
  const own = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
  if (own !== hash) return { fault: `the file of that name has the hash ${own}`, isThere: true };
  const mediaType: MediaType = /\.html?$/i.test(file) ? 'text/html' : 'text/plain';
  const read = readCapture(bytes, mediaType);
  return read.fault === undefined ? { text: read.text } : { fault: read.fault, isThere: true };
}
