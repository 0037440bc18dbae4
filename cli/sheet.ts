import { openApi } from './api.ts';
import { type Command, takeTwo } from './command.ts';
import { printSheet } from './print/sheet.ts';
import { take } from './refusal.ts';
import { toPlatformId } from './take-facts.ts';

export const showDecisionCommand: Command = {
  usage: 'PLATFORM [DECISION]',
  operations: ['get-sheet'],
  help: [
    'Figure, strongest facts, incidents, law, apps, what each policy tool will do, and what happens when.',
    'Without DECISION: of one that could be proposed now.',
  ],
  example: 'decide show tiktok dec_01JX8Z3T9V6M2N4P5Q7R8S9T0V',
  options: {},
  async run(given) {
    const [named, decision] = takeTwo(given, 'PLATFORM', 'DECISION');
    const platform = toPlatformId(named);
    const api = await openApi(given);
    const query = decision === undefined ? {} : { decision };
    const sheet = take(await api.GET('/v1/platforms/{platform}/decision-sheet', { params: { path: { platform }, query } }));
    return { data: sheet, lines: () => printSheet(sheet, given.t) };
  },
};
