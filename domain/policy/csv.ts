import { dsvFormat } from 'd3-dsv';

/** A column: its name, and what stands in it for a row. */
export type Column<Row> = readonly [name: string, cell: (row: Row) => string | number | null | undefined];

/** RFC 4180 as most tools read it; or as a spreadsheet does where the comma is the decimal sign: separated by semicolons, and marked as UTF-8. */
export type CsvLocale = 'plain' | 'eu';
const LOCALES = {
  plain: { format: dsvFormat(','), begin: '', toNumber: String },
  eu: { format: dsvFormat(';'), begin: '\ufeff', toNumber: (value: number) => String(value).replace('.', ',') },
} as const;

/** With a header, every line ended by CR LF. A cell that a spreadsheet would run as a formula begins with an apostrophe. */
export function toCsv<Row>(columns: readonly Column<Row>[], rows: readonly Row[], locale: CsvLocale = 'plain'): string {
  const { format, begin, toNumber } = LOCALES[locale];
  const toCell = (value: string | number | null | undefined) => (typeof value === 'number' ? toNumber(value) : defuse(value ?? ''));
  const cells = [columns.map(([name]) => name), ...rows.map((row) => columns.map(([, cell]) => toCell(cell(row))))];
  return begin + cells.map((line) => `${format.formatRow(line)}\r\n`).join('');
}

/** What begins a formula, in full width too. */
const SIGNS = '=+\\-@\uff1d\uff0b\uff0d\uff20';
/** A cell that begins so, or with what a spreadsheet passes over or splits at. */
const BEGINS = new RegExp(`^(\\s*[${SIGNS}]|[\\t\\r\\n;])`, 'u');
/** What begins a cell inside the text, for a reader that splits lines at another sign than the writer. */
const BEGINS_WITHIN = new RegExp(`([;,"|\\t\\r\\n][\\s"]*)(?=[${SIGNS}])`, 'gu');

/** https://owasp.org/www-community/attacks/CSV_Injection */
function defuse(text: string): string {
  const rest = text.trimStart();
  const within = text.slice(0, text.length - rest.length) + rest.replaceAll(BEGINS_WITHIN, "$1'");
  return BEGINS.test(within) ? `'${within}` : within;
}
