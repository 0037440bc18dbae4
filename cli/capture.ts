import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import type { components } from '../docs/api-types.ts';
import { MEDIA_TYPES, type MediaType, MOST_BYTES } from '../domain/vault/capture.ts';
import { isPdf, readCapture } from '../domain/vault/read-capture.ts';
import { type Api, openApi } from './api.ts';
import { type Command, demandText, type Given, takeChoice, takeOne, takeText } from './command.ts';
import { BadInput, Usage } from './failure.ts';
import type { Io } from './io.ts';
import { counted, strong } from './print/print.ts';
import { toSafeText } from './print/terminal.ts';
import { take } from './refusal.ts';
import { toPlatformId } from './take-facts.ts';

type Manifest = components['schemas']['CaptureView'];

/** What is said of a text, and the parameter of the API that takes it. */
const SAID = {
  url: 'url',
  'captured-at': 'capturedAt',
  language: 'language',
  country: 'country',
  collection: 'collection',
  version: 'version',
  document: 'document',
  licence: 'licence',
} as const;

export const captureCommand: Command = {
  usage: 'FILE|- --platform PLATFORM [--url URL] [--captured-at TIME]',
  operations: ['keep-capture'],
  help: [
    'An item of evidence that names the hash as its capture has its quote held against this text when it is submitted. At most 4 MB; plain',
    'text, Markdown or HTML. What it is goes by the ending (.html, .md), then by how it begins. Of a PDF the text is made here and kept; its',
    'manifest names the SHA-256 of the PDF, and what made the text. The same bytes twice are one capture, with the manifest of the first time.',
    'Here --url is the address of the page, as the manifest calls it; the service is --service, WHEREABOUTS_URL, or where you signed in.',
  ],
  example: 'capture policy.html --platform signal --url https://signal.org/legal/ --captured-at 2026-08-30T10:00:00Z --language en',
  options: {
    platform: { takes: 'PLATFORM', means: 'whose captures it belongs to' },
    url: { takes: 'URL', means: 'where the text was read: the address of the page' },
    'captured-at': { takes: 'TIME', means: 'when it was read, in UTC such as 2026-08-30T10:00:00Z (default: now)' },
    language: { takes: 'TAG', means: 'the language of the text, such as en or pt-BR' },
    country: { takes: 'CODE', means: 'where the reader stood, such as IE' },
    collection: { takes: 'TEXT', means: 'the collection that recorded it' },
    document: { takes: 'ID', means: 'the watched document of the platform’s terms that it is a version of' },
    version: { takes: 'ID', means: 'the id of the version at its origin' },
    licence: { takes: 'TEXT', means: 'the line that its licence asks for' },
    'media-type': { takes: 'TYPE', means: `what the bytes are: ${MEDIA_TYPES.join(', ')} (default: guessed)` },
    service: { takes: 'URL', means: 'where the service is, which other commands call --url' },
  },
  async run(given) {
    const file = takeOne(given, 'FILE');
    const platform = toPlatformId(demandText(given, 'platform', 'a capture belongs to one'));
    const chosen = takeChoice(given, 'media-type', MEDIA_TYPES);
    const query = Object.fromEntries(
      Object.entries(SAID).flatMap(([option, name]) => [[name, takeText(given, option)]].filter(([, text]) => text !== undefined)),
    );
    const bytes = await readBytes(file, given.io);
    const kept = await toText(file, bytes, chosen);
    check(file, kept.bytes, kept.mediaType);
    const api = await openService(given);
    const { isNew, manifest } = await keep(api, { platform, ...kept, query: { ...query, ...kept.said } });
    return { data: { isNew, ...manifest }, lines: () => print(manifest, isNew) };
  },
};

/** `--url` is the page's here. Somebody who meant the service by it would record a wrong address for good. */
async function openService(given: Given): Promise<Api> {
  const api = await openApi({ ...given, values: { ...given.values, url: given.values.service } });
  const page = URL.parse(takeText(given, 'url') ?? '');
  if (page?.origin === new URL(api.url).origin)
    throw new Usage(`--url is the address of the page here, and ${page.href} is the service: name that by --service`);
  return api;
}

/** No more of it than a capture may have: a device such as /dev/zero does not end. */
async function readBytes(file: string, { cwd, stdin }: Io): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of file === '-' ? stdin : createReadStream(resolve(cwd, file))) {
    const bytes = Buffer.from(chunk);
    chunks.push(bytes);
    size += bytes.length;
    if (size > MOST_BYTES) throw new BadInput([`${file} has more than ${MOST_BYTES} bytes (4 MB), the most that a capture has`]);
  }
  return Buffer.concat(chunks);
}

const ENDINGS: Readonly<Record<string, MediaType>> = {
  html: 'text/html',
  htm: 'text/html',
  xhtml: 'text/html',
  md: 'text/markdown',
  markdown: 'text/markdown',
  txt: 'text/plain',
};
/** So far into a page its first tag stands, behind remarks and declarations. */
const BEGINNING = 1024;

function guess(file: string, bytes: Uint8Array): MediaType {
  const ending = /\.(\w+)$/.exec(file)?.[1]?.toLowerCase() ?? '';
  const start = Buffer.from(bytes.subarray(0, BEGINNING)).toString('latin1');
  return (
    ENDINGS[ending] ??
    (/^(\u00ef\u00bb\u00bf)?\s*(<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*)*<(!doctype\s+html|html)\b/i.test(start) ? 'text/html' : 'text/plain')
  );
}

type Text = { readonly bytes: Uint8Array; readonly mediaType: MediaType; readonly said?: { readonly original: string; readonly extractor: string } };

/** The bytes as they are; of a PDF its text. What reads it is loaded for that alone: it is as large as the rest of the command line. */
async function toText(file: string, bytes: Uint8Array, chosen: MediaType | undefined): Promise<Text> {
  if (!isPdf(bytes)) {
    if (/\.pdf$/i.test(file) && chosen === undefined) throw new BadInput([`${file} is no PDF: it does not begin with %PDF-`]);
    return { bytes, mediaType: chosen ?? guess(file, bytes) };
  }
  const { PDF_EXTRACTOR, readPdf } = await import('./pdf/read-pdf.ts');
  const { text, fault } = await readPdf(bytes);
  if (fault !== undefined) throw new BadInput([`${file} ${fault}`]);
  return {
    bytes: Buffer.from(text),
    mediaType: chosen ?? 'text/plain',
    said: { original: createHash('sha256').update(bytes).digest('hex'), extractor: PDF_EXTRACTOR },
  };
}

/** What the service would refuse is refused before four megabytes are sent. */
function check(file: string, bytes: Uint8Array, mediaType: MediaType): void {
  const { fault } = readCapture(bytes, mediaType);
  if (fault !== undefined) throw new BadInput([`${file} ${fault}`]);
}

type Kept = { readonly platform: string; readonly query: object; readonly bytes: Uint8Array; readonly mediaType: MediaType };

async function keep(api: Api, { platform, query, bytes, mediaType }: Kept): Promise<{ isNew: boolean; manifest: Manifest }> {
  const answered = await api.POST('/v1/platforms/{platform}/captures', {
    params: { path: { platform }, query },
    // The bytes themselves: a text that was decoded and encoded again may be another.
    body: bytes as unknown as string,
    bodySerializer: (body) => body,
    headers: { 'content-type': mediaType },
  });
  return { isNew: answered.response.status === 201, manifest: take(answered) };
}

function print(manifest: Manifest, isNew: boolean): string[] {
  const { capture, bytes, text, erasure: _, ...said } = manifest;
  return [
    strong(capture),
    isNew ? 'Kept.' : 'These bytes are a capture already, with the manifest of the first time:',
    ...Object.entries(said).map(([name, value]) => `  ${name.padEnd(10)}  ${toSafeText(String(value))}`),
    `  ${'bytes'.padEnd(10)}  ${counted(bytes, 'byte')}`,
    ...(text ? [`  ${'text'.padEnd(10)}  ${text.sha256}, by ${text.extractor}`] : []),
    '',
    `An item of evidence names it so: "capture": "${capture}"`,
  ];
}
