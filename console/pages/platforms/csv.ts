import type { PlatformView } from '../../api/views.ts';
import { downloadText } from '../../parts/download.ts';

const HEAD = [
  'id',
  'name',
  'operator',
  'parent',
  'parentIn',
  'storedIn',
  'reachedFrom',
  'low',
  'point',
  'high',
  'band',
  'gate',
  'factsOf',
  'nextReviewOn',
];

/** What is seen, in the order in which it is seen (RFC 4180). */
export function downloadCsv(platforms: readonly PlatformView[]): void {
  const rows = platforms.map(({ id, name, operator, parent, score, approved, nextReviewOn }) => [
    id,
    name,
    operator,
    parent,
    score?.controlFrom.join(' '),
    score?.storageIn.join(' '),
    score?.accessFrom.join(' '),
    score?.score.low,
    score?.score.point,
    score?.score.high,
    score?.band,
    score?.gate,
    approved?.asOf,
    nextReviewOn,
  ]);
  downloadText('platforms.csv', 'text/csv', [HEAD, ...rows].map((row) => row.map(toCell).join(',')).join('\r\n'));
}

/** A cell that a spreadsheet would take for a formula is prefixed, as the API's own export does it. */
function toCell(value: string | number | null | undefined): string {
  const text = String(value ?? '');
  const safe = /^[=+\-@\t]/.test(text) && typeof value !== 'number' ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
