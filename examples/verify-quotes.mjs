// A stranger's check of an assessment: node examples/verify-quotes.mjs FILE FOLDER
// FOLDER holds the captures, each as GET /v1/captures/{sha256}?part=text gives it for text, named by its hash.
// It uses sha256sum and nothing of Whereabouts. A page (HTML) is compared by its text: save that under the page's hash with .txt behind it.
// An excerpt is checked where FOLDER holds its whole text, named by its SHA-256; it is counted apart.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [file, folder = 'captures'] = process.argv.slice(2);

/** One form for all ways of setting a text: see docs/coding.md on quotes. */
const plain = (text) =>
  text
    .normalize('NFKC')
    .replace(/!?\[([^[\]]*)\]\([^\s()]*\)/g, '$1')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '')
    .replace(/["'`´\u2018-\u201f\u2032\u2033\u2039\u203a«»]/g, "'")
    .replace(/[*\u2022\u25aa\u25cf\u25e6]|\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[\p{Pd}\u2212|\s]+/gu, ' ')
    .trim();

/** With words whole that a hyphen parts at the end of a line. */
const joined = (text) => plain(text.replace(/(?<=\p{L})[-\u2010\u2011](?:\s*\n\s*)?(?=\p{L})/gu, ''));

function* itemsOf(value) {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value))
    if (key === 'evidence' && Array.isArray(member)) yield* member;
    else yield* itemsOf(member);
}

let [held, quotes, found] = [0, 0, 0];
for (const { quote, capture, excerpt } of itemsOf(JSON.parse(readFileSync(file, 'utf8')))) {
  if (quote === undefined) continue;
  quotes += 1;
  const hash = capture ?? excerpt?.sha256;
  const path = hash && [join(folder, hash), join(folder, `${hash}.txt`)].find(existsSync);
  if (hash === undefined || (capture === undefined && !path)) continue;
  const sum = path && execFileSync('sha256sum', [path], { encoding: 'utf8' }).slice(0, 64);
  const isThere = [plain, joined].some((form) => {
    const text = path ? form(readFileSync(path, 'utf8')) : '';
    let from = 0;
    return quote.split(/[[(]?(?:…|\.{3})[\])]?/).every((piece) => {
      const at = text.indexOf(form(piece), from);
      from = at + form(piece).length;
      return at >= 0;
    });
  });
  if (sum === hash && isThere) {
    held += capture ? 1 : 0;
    found += capture ? 0 : 1;
  } else {
    console.log(`${sum === hash ? 'not there' : 'no such bytes'}: ${hash.slice(0, 12)} "${quote}"`);
    process.exitCode = 1;
  }
}
console.log(`${held} of ${quotes} quotes verified${found ? `; ${found} excerpts found in the whole text` : ''}`);
