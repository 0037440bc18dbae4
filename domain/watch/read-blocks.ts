import { toPlainLine } from './plain-line.ts';

/** A heading, a paragraph, an item of a list or a row of a table, in plain words. */
export type Block = {
  readonly text: string;
  /** What leads in to an item or a row: the sentence before the list, the items above it, the head of its column; else the heading. */
  readonly lead?: string;
  /** Items of one list, or rows of one table, have one number. */
  readonly group?: number;
  readonly isHeading?: true;
};

const HEADING = /^\s{0,3}#{1,6}\s(.*)$/u;
const UNDERLINE = /^\s{0,3}(?:={2,}|-{2,})\s*$/u;
const RULE = /^\s{0,3}(?:[-*_]\s*){3,}$/u;
const ITEM = /^(\s*)(?:[-*+•]|\d{1,3}[.)]|\([a-z0-9]{1,3}\)|[a-z][.)])\s+(.*)$/u;
const ROW = /^\s*\|.*\|\s*$/u;
const DIVIDER = /^\s*:?-{3,}:?\s*$/u;
const QUOTATION = /^\s*>\s?/u;
/** A lead-in says that something follows it. */
const LEADS_IN = /:\s*$/u;
const ENDS = /[.!?。！？]["'”’)\]]*$/u;
/** Characters of a lead-in that each of its items repeats. */
const MOST_LEAD = 1000;

/** Reads Markdown as Open Terms Archive records it: block by block, each item of a list and each row of a table with its lead-in. */
export function readBlocks(markdown: string): Block[] {
  const blocks: Block[] = [];
  let heading: string | undefined;
  let paragraph: string[] = [];
  let lead: string | undefined;
  let open: { readonly indent: number; readonly text: string }[] = [];
  let group = 0;
  let columns: string[] | undefined;
  let isInList = false;

  const push = (text: string, more: Omit<Block, 'text'> = {}) => {
    if (text !== '') blocks.push({ text, ...more });
  };
  /** What an item needs to be understood: a lead-in with its colon always, a heading where the item is no sentence of its own. */
  const leadOf = (text: string, parts: readonly (string | undefined)[]) => {
    const said = lead ?? (ENDS.test(text) ? undefined : heading);
    const all = [said, ...parts].filter((part) => part !== undefined && part !== '');
    return { group, ...(all.length > 0 && { lead: cutLead(all.join(' ')) }) };
  };
  const endParagraph = () => {
    const text = toPlainLine(paragraph.join(' '));
    paragraph = [];
    if (text === '') return;
    if (isInList) {
      const above = open.slice(0, -1).map((item) => item.text);
      push(
        text,
        leadOf(
          text,
          above.filter((part) => LEADS_IN.test(part) || !ENDS.test(part)),
        ),
      );
      const last = open.pop();
      if (last) open.push({ indent: last.indent, text });
    } else {
      push(text);
      lead = LEADS_IN.test(text) ? lastSentence(text) : undefined;
    }
  };
  const endList = () => {
    if (!isInList) return;
    isInList = false;
    open = [];
    lead = undefined;
  };

  for (const raw of markdown.split(/\r\n|[\n\r\u2028\u2029]/u)) {
    const line = raw.replace(QUOTATION, '');
    if (line.trim() === '') {
      endParagraph();
      columns = undefined;
      continue;
    }
    const titled = HEADING.exec(line);
    if (titled || (UNDERLINE.test(line) && paragraph.length > 0 && !isInList)) {
      const words = titled ? withoutClosing(titled[1] ?? '') : paragraph.join(' ');
      if (titled) endParagraph();
      else paragraph = [];
      endList();
      heading = toPlainLine(words);
      lead = undefined;
      push(heading, { isHeading: true });
      continue;
    }
    if (ROW.test(line)) {
      endParagraph();
      const parts = line
        .trim()
        .slice(1, -1)
        .split(/(?<!\\)\|/u);
      if (parts.every((part) => DIVIDER.test(part))) continue;
      const cells = parts.map(toPlainLine);
      if (columns === undefined) {
        endList();
        group += 1;
        columns = cells;
        push(cells.filter(Boolean).join('; '), leadOf('', []));
      } else push(cells.filter(Boolean).join('; '), leadOf('', columns));
      continue;
    }
    if (RULE.test(line)) {
      endParagraph();
      continue;
    }
    const item = ITEM.exec(line);
    if (item) {
      endParagraph();
      if (!isInList) {
        isInList = true;
        group += 1;
      }
      const indent = item[1]?.length ?? 0;
      while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
      open.push({ indent, text: '' });
      paragraph = [item[2] ?? ''];
      continue;
    }
    // A paragraph that is not indented, after a blank line, ends the list before it.
    if (isInList && paragraph.length === 0 && !/^\s/u.test(line)) endList();
    paragraph.push(line);
  }
  endParagraph();
  return blocks;
}

function lastSentence(text: string): string {
  const end = Math.max(...['.', '!', '?'].map((mark) => text.lastIndexOf(mark)));
  return text.slice(end + 1).trim() || text;
}

/** Its end, which says what follows; no half of a letter stands at the cut. */
const cutLead = (lead: string) => (lead.length <= MOST_LEAD ? lead : lead.slice(-MOST_LEAD).replace(/^\p{Cs}/u, ''));

/** The words of a heading without the signs that close it. */
function withoutClosing(words: string): string {
  const trimmed = words.trimEnd();
  let end = trimmed.length;
  while (trimmed[end - 1] === '#') end -= 1;
  return trimmed.slice(0, end);
}
