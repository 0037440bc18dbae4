/** What each operation costs the table, into docs/architecture.md: `npm run capacity`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { measureCapacity } from './run.ts';
import { toCapacityTable } from './table.ts';

const FILE = new URL('../../docs/architecture.md', import.meta.url);
const MARKS = /(<!-- capacity -->\n)[\s\S]*(<!-- \/capacity -->)/;

const table = toCapacityTable(await measureCapacity());
const text = readFileSync(FILE, 'utf8');
if (!MARKS.test(text)) throw new Error('docs/architecture.md has no place for the table');
writeFileSync(
  FILE,
  text.replace(MARKS, (_, begin: string, end: string) => `${begin}\n${table}\n${end}`),
);
console.log(table);
