import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { SHA256_PATTERN } from '../domain/facts/hash.ts';
import { anchorIn } from '../domain/vault/anchor.ts';
import type { MediaType } from '../domain/vault/capture.ts';
import { listQuotes } from '../domain/vault/quotes.ts';
import { readCapture } from '../domain/vault/read-capture.ts';
import { type Command, takeOne, takeText } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { BadInput } from './failure.ts';
import { readAssessment } from './read-assessment.ts';

type Verified = { readonly item: string; readonly state: 'held' | 'missed' | 'absent' | 'excerpt' | 'unverified'; readonly detail?: string };

export const verifyEvidenceCommand: Command = {
  usage: 'FILE --captures FOLDER',
  summary: 'Look for the quotes of an assessment in its captures, offline',
  help: [
    'FOLDER holds captures as they were read back: each file of the name of its SHA-256, with any ending; .html is read as a page. A file that',
    'does not have its hash counts for nothing. It ends with 1 where a quote does not stand in its capture, or the capture is not there.',
  ],
  example: 'verify-evidence examples/signal/2026-04-30.json --captures captures',
  options: { captures: { takes: 'FOLDER', means: 'where the captures lie (default: captures)' } },
  async run(given) {
    const { assessment } = await readAssessment(takeOne(given, 'FILE'), given.io);
    const files = await listCaptures(resolve(given.io.cwd, takeText(given, 'captures') ?? 'captures'));
    const texts = new Map<string, Awaited<ReturnType<typeof readText>>>();
    const found: Verified[] = [];
    for (const { item, evidence } of listQuotes(assessment)) {
      const { capture, quote, language, excerpt } = evidence;
      if (capture === undefined) {
        found.push({ item, state: excerpt ? 'excerpt' : 'unverified' });
        continue;
      }
      if (!texts.has(capture)) texts.set(capture, await readText(capture, files));
      const { text, fault } = texts.get(capture) ?? {};
      if (text === undefined) {
        found.push({ item, state: 'absent', ...(fault !== undefined && { detail: fault }) });
        continue;
      }
      const anchored = anchorIn(text)(quote, language);
      found.push(anchored.pieces ? { item, state: 'held' } : { item, state: 'missed', detail: anchored.detail });
    }
    const held = found.filter(({ state }) => state === 'held').length;
    const isBad = found.some(({ state }) => state === 'missed' || state === 'absent');
    return {
      data: found,
      exitCode: isBad ? EXIT.bad : EXIT.done,
      lines: () => [
        ...found
          .filter(({ state }) => state !== 'held')
          .map(({ item, state, detail }) => `${state}  ${item}${detail === undefined ? '' : `: ${detail}`}`),
        `${held} of ${found.length} quotes verified`,
      ],
    };
  },
};

/** The files of a folder that are named by a hash. */
async function listCaptures(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(folder).catch(() => {
    throw new BadInput([`${folder} cannot be read: name the folder of the captures with --captures`]);
  });
  return new Map(names.flatMap((name) => (SHA256_PATTERN.test(name.split('.')[0] ?? '') ? [[name.split('.')[0] ?? '', join(folder, name)]] : [])));
}

async function readText(capture: string, files: ReadonlyMap<string, string>): Promise<{ text?: string; fault?: string }> {
  const file = files.get(capture);
  if (file === undefined) return { fault: `no file is named ${capture}` };
  const bytes = await readFile(file);
  const hash = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
  if (hash !== capture) return { fault: `the file of that name has the hash ${hash}` };
  const mediaType: MediaType = /\.html?$/i.test(file) ? 'text/html' : 'text/plain';
  const read = readCapture(bytes, mediaType);
  return read.fault === undefined ? { text: read.text } : { fault: read.fault };
}
