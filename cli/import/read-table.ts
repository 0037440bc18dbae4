import { type CsvError, parse } from 'csv-parse/sync';
import { BadInput } from '../failure.ts';

/** A table: the names of its columns, and its rows with the line on which each begins. */
export type Table = { readonly columns: readonly string[]; readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[] };

const DELIMITERS = [',', ';', '\t', '|'] as const;
const MOST_ROWS = 5000;
/** A cell that a spreadsheet would compute. What an export of ours has written behind ' is text again. */
const FORMULA = /^[=+@\t\r]|^-(?=\S*[(=!])/;
/** Words for nothing. */
const NOTHING = /^(?:-|–|—|n\/?a|none|null|keine?|néant|aucune?)$/i;

/** Reads CSV (RFC 4180), with the separator that parts its first line most; a fault names its line. */
export function readTable(text: string, file: string): Table {
  const [first = ''] = text.replace(/^\uFEFF/, '').split(/\r?\n/, 1);
  const delimiter = DELIMITERS.reduce((best, one) => (count(first, one) > count(first, best) ? one : best));
  try {
    const records: { record: string[]; info: { lines: number } }[] = parse(text, {
      delimiter,
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: 100_000,
    }) as never;
    const [head, ...rest] = records;
    if (!head || rest.length === 0) throw new BadInput([`${file}: a table needs a row with the names of its columns, and one below it`]);
    if (rest.length > MOST_ROWS) throw new BadInput([`${file}: has ${rest.length} rows; at most ${MOST_ROWS} are imported at once`]);
    return {
      columns: head.record.map((name) => name.trim()),
      rows: rest.map(({ record, info }) => ({ line: info.lines, cells: record.map(toCell) })),
    };
  } catch (error) {
    if (error instanceof BadInput) throw error;
    throw new BadInput([`${file}: is no table that can be read: ${(error as CsvError).message.slice(0, 200)}`]);
  }
}

const count = (line: string, mark: string) => line.split(mark).length - 1;
const toCell = (cell: string) => {
  const text = cell
    .replace(/^'(?=[=+\-@\t\r])/, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ');
  return NOTHING.test(text.trim()) ? '' : FORMULA.test(cell) ? cell : text.trim();
};

export const isFormula = (cell: string): boolean => FORMULA.test(cell);
