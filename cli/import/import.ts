import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Command, isSet, takeOne, takeText, today } from '../command.ts';
import { BadInput } from '../failure.ts';
import { strong } from '../print/print.ts';
import { toSafeText } from '../print/terminal.ts';
import { takeDate, toPlatformId } from '../take-facts.ts';
import type { Plan } from './plan.ts';
import { planImport } from './plan-import.ts';

/** A version of terms has up to five megabytes. */
const MOST_BYTES = 8_000_000;

export const importCommand: Command = {
  usage: 'FILE [--platform PLATFORM] [--in FOLDER] [--dry-run]',
  help: [
    'What FILE is goes by its content: a version of Open Terms Archive (JSON) becomes a text and its source; a CSV of vendors (name, operator,',
    'parent, apps) profiles; a CSV of subprocessors (name, country, purpose) paths with one source. Every row is accounted for, and what has',
    'no place is named. Grades are left empty (null), and no file is overwritten. Of other tools’ files it says what they are and what to do.',
  ],
  example: 'import subprocessors.csv --platform signal --on 2026-08-31 --dry-run',
  options: {
    platform: { takes: 'PLATFORM', means: 'whose list or terms it is (default: by the record, where it says)' },
    on: { takes: 'DATE', means: 'the day on which the list was read (default: today)' },
    page: { takes: 'URL', means: 'where the list was read' },
    in: { takes: 'FOLDER', means: 'where to make the folders of platforms (default: here)' },
    'dry-run': { means: 'show what would be written, and write nothing' },
  },
  run(given) {
    const file = takeOne(given, 'FILE');
    const { cwd } = given.io;
    const named = takeText(given, 'platform');
    const platform = named === undefined ? undefined : toPlatformId(named);
    const told = { file, folder: takeText(given, 'in') ?? '.', platform, on: takeDate(given, 'on') ?? today(), url: takeText(given, 'page') };
    const plan = planImport(read(resolve(cwd, file), file), told);
    const there = plan.files.filter(({ path }) => existsSync(resolve(cwd, path)));
    const isDry = isSet(given, 'dry-run');
    if (there.length > 0 && !isDry) throw new BadInput(there.map(({ path }) => `${path} is there already, and nothing was written`));
    if (!isDry)
      for (const { path, text } of plan.files) {
        mkdirSync(dirname(resolve(cwd, path)), { recursive: true });
        writeFileSync(resolve(cwd, path), text, { flag: 'wx' });
      }
    return { data: { ...plan, isWritten: !isDry }, lines: () => print(plan, isDry, new Set(there.map(({ path }) => path))) };
  },
};

function read(path: string, file: string): Buffer {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new BadInput([`${file} cannot be read: there is no such file`]);
  if (!found.isFile()) throw new BadInput([`${file} cannot be read: it is no file`]);
  if (found.size > MOST_BYTES) throw new BadInput([`${file} has ${found.size} bytes; at most ${MOST_BYTES} are imported`]);
  return readFileSync(path);
}

function print({ is, files, rows, without, next }: Plan, isDry: boolean, there: ReadonlySet<string>): string[] {
  const taken = rows.filter(({ isTaken }) => isTaken).length;
  return [
    strong(`It is ${is}: ${taken} of ${rows.length} ${rows.length === 1 ? 'row' : 'rows'} taken`),
    ...rows.map(({ row, what, isTaken }) => `  ${isTaken ? 'taken   ' : 'left out'}  line ${row}: ${toSafeText(what)}`),
    ...without.map((sentence) => `  left out  ${toSafeText(sentence)}`),
    '',
    ...files.map(({ path }) => `${isDry ? 'would write' : 'written'} ${toSafeText(path)}${there.has(path) ? ', which is there already' : ''}`),
    ...(files.length === 0 ? ['Nothing is left to write.'] : isDry ? [] : next.map(toSafeText)),
  ];
}
