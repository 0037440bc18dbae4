/** What operations were measured to take, out of the table in docs/architecture.md (`npm run capacity`). */
export type Units = { readonly reads: number; readonly writes: number };
/** Beside the tables: requests to S3, which has two prices, and to KMS for data keys. */
export type Beside = { readonly puts: number; readonly gets: number; readonly keys: number };

/** What an operation is charged: `7 / 3.5` is charged and least. */
export function readCapacity(page: string, operation: string): Units {
  const [, , reads, writes] = findRow(page, operation).map((cell) => Number(cell.split(' / ')[0]) || 0);
  return { reads: reads ?? 0, writes: writes ?? 0 };
}

export function readBeside(page: string, operation: string): Beside {
  const cell = findRow(page, operation)[5] ?? '';
  const of = (kind: string) => Number(new RegExp(`(\\d+) ${kind}`).exec(cell)?.[1] ?? 0);
  return { puts: of('put'), gets: of('get'), keys: of('KMS') };
}

/** The cells of an operation's row, its name first. */
function findRow(page: string, operation: string): string[] {
  const row = page.split('\n').find((line) => line.startsWith(`| ${operation}`));
  if (row === undefined) throw new Error(`docs/architecture.md measures no "${operation}"`);
  return row
    .split('|')
    .slice(1)
    .map((cell) => cell.trim());
}
