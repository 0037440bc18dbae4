import { Parser } from 'htmlparser2';

/** What a manifest says that its text was made by; a test holds it to the package. */
export const HTML_EXTRACTOR = 'htmlparser2 12.0.0';

/** More elements inside one another than any page has, and than a parser that looks through the open ones can take. */
const DEEPEST = 1000;
/** What is never text for its reader. */
const SKIPPED = new Set(['script', 'style', 'template', 'svg', 'math', 'iframe', 'object', 'canvas', 'audio', 'video', 'head']);
/** Where unclosed, it would swallow the page. */
const ENDS_HEAD = new Set(['body', 'main', 'article', 'section', 'div', 'p', 'h1', 'ul', 'table']);
const CELLS = new Set(['td', 'th']);
const LINES = new Set(['br', 'tr', 'dt', 'dd', 'caption', 'figcaption', 'legend', 'option', 'summary', 'address', 'title']);
const BLOCKS = new Set([
  ...[
    'p',
    'div',
    'section',
    'article',
    'main',
    'header',
    'footer',
    'nav',
    'aside',
    'figure',
    'blockquote',
    'pre',
    'hr',
    'form',
    'fieldset',
    'details',
  ],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'dl', 'table', 'thead', 'tbody', 'tfoot', 'body', 'html'],
]);

const MOST_PARTS = 4096;

export class TooDeep extends Error {
  override name = 'TooDeep';
}

/**
 * The text of a page as it came: blocks as paragraphs, list items with a dash, cells with a bar between them. In one pass and without a
 * tree; nothing is fetched and nothing runs. Throws `TooDeep`.
 */
export function htmlToText(html: string): string {
  const chunks: string[] = [];
  let parts: string[] = [];
  let hasBegun = false;
  let [open, skipping] = [0, 0];
  let inHead = false;
  let [owed, spaced] = ['', false];
  /** What parts the text before from the next: the most of what was asked for, and nothing at the beginning. */
  const owe = (separator: string) => {
    if (separator.length >= owed.length) owed = separator;
    spaced = false;
  };
  const write = (text: string) => {
    if (hasBegun && owed !== '') parts.push(owed);
    else if (hasBegun && spaced) parts.push(' ');
    hasBegun = true;
    owed = '';
    spaced = false;
    parts.push(text);
    // Millions of small strings would weigh more than the page.
    if (parts.length < MOST_PARTS) return;
    chunks.push(parts.join(''));
    parts = [];
  };
  const parser = new Parser(
    {
      onopentag(name) {
        open += 1;
        if (open > DEEPEST) throw new TooDeep(`its elements are nested deeper than ${DEEPEST}`);
        if (inHead && ENDS_HEAD.has(name)) [inHead, skipping] = [false, 0];
        if (skipping > 0 || SKIPPED.has(name)) {
          inHead ||= skipping === 0 && name === 'head';
          skipping += 1;
          return;
        }
        if (name === 'li') {
          owe('\n');
          write('- ');
        } else if (CELLS.has(name)) owe(owed === '' ? ' | ' : owed);
        else if (LINES.has(name)) owe('\n');
        else if (BLOCKS.has(name)) owe('\n\n');
      },
      ontext(text) {
        if (skipping > 0) return;
        const words = text.replace(/\s+/g, ' ');
        if (words.startsWith(' ')) spaced = true;
        const bare = words.trim();
        if (bare === '') return;
        write(bare);
        spaced = words.endsWith(' ');
      },
      onclosetag(name) {
        open -= 1;
        if (skipping > 0) {
          skipping -= 1;
          if (skipping === 0) inHead = false;
        } else if (BLOCKS.has(name)) owe('\n\n');
        else if (LINES.has(name) || name === 'li') owe('\n');
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html);
  parser.end();
  return [...chunks, ...parts].join('');
}
