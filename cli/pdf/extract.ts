import { parentPort, workerData } from 'node:worker_threads';
import { getDocumentProxy } from 'unpdf';

/** What the worker is given, and what it answers. */
export type Asked = { readonly bytes: Uint8Array; readonly mostPages: number; readonly mostCharacters: number };
export type Answered = { readonly text: string; readonly fault?: undefined } | { readonly text?: undefined; readonly fault: string };

/** Between the pages, and behind what ends a line. */
const [PAGE, LINE] = ['\n\n', '\n'];

async function extract({ bytes, mostPages, mostCharacters }: Asked): Promise<Answered> {
  // An error is no gap in the text: whoever reads it would take the rest for the whole. No part of the file is compiled, and no font is loaded.
  const file = await getDocumentProxy(bytes, {
    stopAtErrors: true,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  });
  if (file.numPages > mostPages) return { fault: `has ${file.numPages} pages; at most ${mostPages} are read` };
  const pages: string[] = [];
  let size = 0;
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number);
    const { items } = await page.getTextContent();
    const text = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? LINE : ''}` : '')).join('');
    page.cleanup();
    size += text.length;
    if (size > mostCharacters) return { fault: `holds more than ${mostCharacters} characters, the most that a capture has` };
    pages.push(text);
  }
  const text = pages.join(PAGE);
  return /\S/.test(text) ? { text } : { fault: 'holds no word: a scan is a picture of its words' };
}

/** In the words of whoever has the file; the library names its errors. */
function sayFault(error: unknown): string {
  if (!(error instanceof Error)) return 'cannot be read as a PDF';
  if (error.name === 'PasswordException') return 'is encrypted with a password: save a copy without';
  if (error instanceof RangeError) return 'nests its objects too deeply to be read';
  return `cannot be read as a PDF: ${error.message}`;
}

parentPort?.postMessage(await extract(workerData as Asked).catch((error: unknown) => ({ fault: sayFault(error) })));
