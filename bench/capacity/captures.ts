import type { Instance } from './instance.ts';

/** The rows of captures in the table in docs/architecture.md. */
export const CAPTURE_OPERATIONS = {
  keep: [
    'Keep a page of 60 KB',
    'its data key, the head and the event that left it are read consistently: the same bytes are one capture, and what was erased is not kept again',
  ],
  capture: ['Read a capture', 'data key, manifest and erasure are read consistently, so that nobody reads what is erased'],
  drafted: ['Draft facts from a capture', 'data key, manifest and head are read consistently, as for a capture; what was refused is one Query'],
  anchor: [
    'Submit 28 KB with quotes of 11 captures',
    'head, remembered answer, and data key and manifest of each capture are read consistently: a quote is not held against what is erased',
  ],
  erasing: [
    'Propose to erase a capture',
    'key, manifest, head and the events that left them are read consistently: the second word counts only for the first',
  ],
  erased: ['Erase it', 'the same, and the key once more before it is destroyed'],
  answer: [
    'Record what a party answered to a decision',
    'head, decision, and data key and manifest of the letter are read consistently: its quotes are held against it',
  ],
} as const;

/** As long as the estimate of costs takes a page to be. */
export const PAGE_BYTES = 60_000;
const FILLING = '<p>No quote is taken from this sentence; it is here for its length.</p>\n';

type Source = { readonly source: string; readonly quote?: string };
type Answer = Awaited<ReturnType<Instance['ask']>>;
type Measuring = {
  readonly ask: Instance['ask'];
  readonly expectStatus: (status: number, answered: Promise<Answer>) => Promise<Answer>;
  readonly measure: (operation: keyof typeof CAPTURE_OPERATIONS, act: () => Promise<Answer>) => Promise<Answer>;
};

/** Keeps a page for each source that an assessment quotes, submits it with those, and erases a page. */
export async function measureCaptures({ ask, expectStatus, measure }: Measuring, assessment: unknown, decision: string): Promise<void> {
  const params = { platform: 'tiktok' };
  const keep = (text: string) => ask('keep-capture', { params, headers: { 'content-type': 'text/html' }, text });
  const hashOf = ({ json }: Answer) => (json as { capture: string }).capture;
  const captures = new Map<string, string>();
  for (const [source, quotes] of listQuoted(assessment)) captures.set(source, hashOf(await expectStatus(201, keep(toPage(source, quotes)))));

  const kept = hashOf(await measure('keep', () => expectStatus(201, keep(toPage('no source', [])))));
  await measure('capture', () => expectStatus(200, ask('get-capture', { params: { sha256: kept } })));
  await measure('drafted', () => expectStatus(200, ask('draft-facts', { params, query: { capture: kept } })));
  const body = mapItems(assessment, (item) => (item.quote === undefined ? item : { ...item, capture: captures.get(item.source) }));
  await measure('anchor', () => expectStatus(201, ask('submit-assessment', { params, headers: { 'idempotency-key': 'anchored' }, body })));
  const erase = (as: string) => ask('erase-capture', { params: { sha256: kept }, body: { reason: 'It names a private person.' }, as });
  await measure('erasing', () => expectStatus(200, erase('first-operator')));
  await measure('erased', () => expectStatus(200, erase('second-operator')));
  const letter = { capture: hashOf(await expectStatus(201, keep(toPage('letter', [])))), answeredAt: '2027-10-01T12:00:00Z', statements: [] };
  const sent = { params: { ...params, decision }, headers: { 'idempotency-key': 'answered' }, body: letter };
  await measure('answer', () => expectStatus(201, ask('record-answer', sent)));
}

/** The quotes of each source. */
function listQuoted(assessment: unknown): ReadonlyMap<string, readonly string[]> {
  const quoted = new Map<string, string[]>();
  mapItems(assessment, (item) => {
    if (item.quote !== undefined) quoted.set(item.source, [...(quoted.get(item.source) ?? []), item.quote]);
    return item;
  });
  return quoted;
}

/** The same assessment with another item in place of each of its items of evidence. */
function mapItems(assessment: unknown, map: (item: Source) => object): unknown {
  return JSON.parse(JSON.stringify(assessment), (key, value) => (key === 'evidence' ? value.map(map) : value));
}

function toPage(title: string, quotes: readonly string[]): string {
  const toHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const begin = `<!doctype html><title>${toHtml(title)}</title>\n${quotes.map((quote) => `<p>${toHtml(quote)}</p>\n`).join('')}`;
  return begin + FILLING.repeat(Math.ceil((PAGE_BYTES - Buffer.byteLength(begin)) / FILLING.length));
}
