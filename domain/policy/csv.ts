import { csvFormatRow } from 'd3-dsv';

/** A column: its name, and what stands in it for a row. */
export type Column<Row> = readonly [name: string, cell: (row: Row) => string | number | null | undefined];

/** RFC 4180 with a header, every line ended by CR LF. A cell that a spreadsheet would run as a formula begins with an apostrophe. */
export function toCsv<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const cells = [columns.map(([name]) => name), ...rows.map((row) => columns.map(([, cell]) => defuse(String(cell(row) ?? ''))))];
  return cells.map((line) => `${csvFormatRow(line)}\r\n`).join('');
}

/** https://owasp.org/www-community/attacks/CSV_Injection */
function defuse(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
