import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { components } from '../docs/api-types.ts';
import { openApi } from './api.ts';
import { type Command, demandText, takeList, takeOne, takeText } from './command.ts';
import { BadInput } from './failure.ts';
import { counted, strong } from './print/print.ts';
import { toSafeText } from './print/terminal.ts';
import { take } from './refusal.ts';
import { toPlatformId } from './take-facts.ts';

type Renewals = components['schemas']['Renewals'];

export const renewCommand: Command = {
  usage: 'PLATFORM --capture SHA256 [--item POINTER]... [--file FILE]',
  operations: ['renew-quotes'],
  help: [
    'Evidence ages though its words still stand. This looks for the platform’s own words in a newer text and says what renewing them would',
    'move: a dry run, which stores nothing. --file writes the standing assessment with the items renewed, to be submitted like any other.',
  ],
  example: 'renew signal --capture e6b7d169b6cd8c15b982d112cad1e3e27884d6ad2e2a3184855a6bfb65b60cf1',
  options: {
    capture: { takes: 'SHA256', means: 'the text in which quotes are looked for' },
    item: { takes: 'POINTER', multiple: true, means: 'renew this item, such as /paths/0/evidence/0 (default: all that stood); can be repeated' },
    file: { takes: 'FILE', means: 'write the renewed assessment to a new file' },
  },
  async run(given) {
    const platform = toPlatformId(takeOne(given, 'PLATFORM'));
    const items = takeList(given, 'item');
    const query = { capture: demandText(given, 'capture', 'quotes are looked for in one'), ...(items.length > 0 && { items: items.join(',') }) };
    const file = takeText(given, 'file');
    const path = file === undefined ? undefined : resolve(given.io.cwd, file);
    if (path !== undefined && existsSync(path)) throw new BadInput([`${file} is there already`]);
    const api = await openApi(given);
    const found = take(await api.GET('/v1/platforms/{platform}/renewals', { params: { path: { platform }, query } }));
    if (path !== undefined) writeFileSync(path, `${JSON.stringify(found.assessment, null, 2)}\n`);
    return { data: found, lines: () => [...print(found), ...(file === undefined ? [] : [`Written to ${file}.`])] };
  },
};

function print({ day, held, reworded, absent, renewed, before, after }: Renewals): string[] {
  type Looked = Renewals['absent'][number];
  const row = ({ item, quote, observed }: Looked) => `  ${item} of ${observed}: "${toSafeText(quote)}"`;
  const say = ({ score, band, gate }: Renewals['before']) => `${score.low} to ${score.high}, point ${score.point}, ${band}, gate ${gate}`;
  const list = (what: string, rows: readonly string[]) => (rows.length > 0 ? [what, ...rows] : []);
  return [
    strong(`${counted(held.length, 'quote')} still stood on ${day}`),
    ...held.flatMap((one) => [row(one), `    alone: ${say(one.alone)}`]),
    ...list(
      `${counted(reworded.length, 'quote')}: another sentence stands there, so that a person has to look:`,
      reworded.flatMap((one) => [row(one), `    now: "${toSafeText(one.now)}"`]),
    ),
    ...list(`${counted(absent.length, 'quote')} of the platform’s own words: not in this text`, absent.map(row)),
    `Today: ${say(before)}`,
    `With ${counted(renewed.length, 'item')} renewed: ${say(after)}`,
  ];
}
