import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Command, takeDate, takeOne, takeText, today, toPlatformId } from './command.ts';
import { BadInput } from './failure.ts';
import { writeAssessmentTemplate, writeProfileTemplate } from './template.ts';

export const newCommand: Command = {
  usage: 'PLATFORM [--on DATE] [--in FOLDER]',
  summary: 'Write a commented template of an assessment, with the profile of its platform',
  help: [
    'A folder is made with platform.jsonc and DATE.jsonc: JSON with remarks in it, which every command here reads and which are not',
    'submitted. What you have to fill in begins with <<, and lint finds what is left of it. No file is overwritten.',
  ],
  example: 'new example-social --in assessments',
  options: {
    on: { takes: 'DATE', means: 'the day the facts are stated for (default: today)' },
    in: { takes: 'FOLDER', means: 'where to make the folder of the platform (default: here)' },
  },
  run(given) {
    const platform = toPlatformId(takeOne(given, 'PLATFORM'));
    const asOf = takeDate(given, 'on') ?? today();
    const folder = join(takeText(given, 'in') ?? '.', platform);
    const file = join(folder, `${asOf}.jsonc`);
    const { cwd } = given.io;
    if (existsSync(resolve(cwd, file))) throw new BadInput([`${file} is there already`]);
    mkdirSync(resolve(cwd, folder), { recursive: true });
    const isKnown = ['platform.json', 'platform.jsonc'].some((name) => existsSync(resolve(cwd, folder, name)));
    const profile = isKnown ? undefined : join(folder, 'platform.jsonc');
    if (profile !== undefined) writeFileSync(resolve(cwd, profile), writeProfileTemplate(platform));
    writeFileSync(resolve(cwd, file), writeAssessmentTemplate(asOf));
    const written = [...(profile === undefined ? [] : [profile]), file];
    return {
      data: { platform, written },
      lines: () => [
        ...written.map((path) => `written ${path}`),
        'Fill them in, then:',
        `  whereabouts lint ${file}`,
        `  whereabouts explain ${file}`,
        `  whereabouts submit ${folder}`,
      ],
    };
  },
};
