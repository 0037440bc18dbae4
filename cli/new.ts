import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beginFrom } from './begin-from.ts';
import { type Command, takeOne, takeText, today } from './command.ts';
import { BadInput } from './failure.ts';
import { takeDate, toPlatformId } from './take-facts.ts';
import { writeAssessmentTemplate, writeProfileTemplate } from './template.ts';

export const newCommand: Command = {
  usage: 'PLATFORM [--from current|REVISION|FILE] [--on DATE] [--in FOLDER]',
  help: [
    'A folder is made with platform.jsonc and DATE.jsonc: JSON with remarks in it, which every command here reads and which are not',
    'submitted. What you have to fill in begins with <<, and lint finds what is left of it. No file is overwritten. --from begins with what stands',
    'instead: the current revision, another one, or a file with its remarks; the days of its evidence stay, and diff shows what you change.',
  ],
  example: 'new example-social --in assessments',
  operations: ['get-assessment', 'get-platform'],
  options: {
    from: { takes: 'current|REVISION|FILE', means: 'begin from what stands, for another day' },
    on: { takes: 'DATE', means: 'the day the facts are stated for (default: today)' },
    in: { takes: 'FOLDER', means: 'where to make the folder of the platform (default: here)' },
  },
  async run(given) {
    const platform = toPlatformId(takeOne(given, 'PLATFORM'));
    const asOf = takeDate(given, 'on') ?? today();
    const folder = join(takeText(given, 'in') ?? '.', platform);
    const file = join(folder, `${asOf}.jsonc`);
    const { cwd } = given.io;
    if (existsSync(resolve(cwd, file))) throw new BadInput([`${file} is there already`]);
    const from = takeText(given, 'from');
    const begun = from === undefined ? undefined : await beginFrom(from, asOf, platform, given);
    mkdirSync(resolve(cwd, folder), { recursive: true });
    const isKnown = ['platform.json', 'platform.jsonc'].some((name) => existsSync(resolve(cwd, folder, name)));
    const profile = isKnown ? undefined : join(folder, 'platform.jsonc');
    if (profile !== undefined) writeFileSync(resolve(cwd, profile), writeProfileTemplate(platform));
    writeFileSync(resolve(cwd, file), begun?.text ?? writeAssessmentTemplate(asOf));
    const written = [...(profile === undefined ? [] : [profile]), file];
    return {
      data: { platform, written, ...(begun && { from: begun.name }) },
      lines: () => [
        ...written.map((path) => `written ${path}`),
        begun === undefined ? 'Fill them in, then:' : `It says what ${begun.name} says. Change it, then:`,
        ...(begun === undefined ? [] : [`  whereabouts diff ${begun.name} ${file}`]),
        `  whereabouts lint ${file}`,
        `  whereabouts explain ${file}`,
        `  whereabouts submit ${folder}`,
      ],
    };
  },
};
