import { suggestJurisdiction } from '../domain/facts/jurisdictions.ts';
import { hazardOf } from '../domain/score/hazard.ts';
import { CURRENT } from '../domain/score/method.ts';
import { coverageOf, findRow, isEuEea, REGISTER_ITEMS } from '../domain/score/register.ts';
import { type Command, takeOne, today } from './command.ts';
import { Usage } from './failure.ts';
import { faint, strong, table } from './print/print.ts';
import { readProvisions, readRegister } from './read-register.ts';
import { takeDate } from './take-facts.ts';

export const jurisdictionCommand: Command = {
  usage: 'CODE [--on DATE]',
  help: ['CODE is of ISO 3166-1 alpha-2, or XK, EU or ZZ; a name in English is understood too.'],
  example: 'jurisdiction CN --on 2023-02-23',
  options: { on: { takes: 'DATE', means: 'the day (default: today)' } },
  run(given) {
    const named = takeOne(given, 'CODE');
    const code = suggestJurisdiction(named);
    if (code === undefined) throw new Usage(`CODE is of ISO 3166-1 alpha-2, XK, EU or ZZ, not "${named}"`);
    const data = look(code, takeDate(given, 'on') ?? today());
    return { data, lines: () => print(data) };
  },
};

type Jurisdiction = ReturnType<typeof look>;

function look(code: string, on: string) {
  const register = readRegister();
  const known = Object.hasOwn(register.jurisdictions, code) ? register.jurisdictions[code] : undefined;
  const row = findRow(register, code, on);
  const euEea = isEuEea(register, code, on);
  const { hazard, compulsion } = euEea ? { hazard: [0, 0, 0] as const, compulsion: 0 } : hazardOf(row, CURRENT);
  const provisions = row ? readProvisions(code, row.from) : new Map<string, string>();
  return {
    code,
    name: known?.name ?? code,
    on,
    euEea,
    ...coverageOf(row),
    hazard: { low: hazard[0], point: hazard[1], high: hazard[2] },
    compulsion,
    row: row ?? null,
    provisions: Object.fromEntries(provisions),
    register: { version: register.version, hash: register.hash },
  };
}

function print({ code, name, on, euEea, hazard, compulsion, coverage, unknown, unread, row, provisions, register }: Jurisdiction): string[] {
  const title = `${strong(`${code}  ${name}`)}  ${faint(`on ${on}, register ${register.version}`)}`;
  if (euEea) return [title, '', '  An EU or EEA state or territory on that day: its exposure counts 0 by definition.'];
  const three = [hazard.low, hazard.point, hazard.high].map((share) => share.toFixed(3)).join('  ');
  const figures = [
    `  hazard      ${three}   (low, point, high)`,
    `  compulsion  ${compulsion.toFixed(3)}`,
    `  coded       ${coverage}${toGaps(unknown, unread)}`,
  ];
  if (row === null) return [title, '', ...figures, '', '  Not in the register on that day: the hazard may be anything.'];
  const isUnread = (item: string) => unread.some((one) => one === item);
  const items = REGISTER_ITEMS.map((item) => [
    item,
    row[item] === null ? 'unknown' : String(row[item]),
    `${provisions[item] ?? ''}${isUnread(item) ? ' (not read in the source)' : ''}`,
  ]);
  const adequacy = row.adequacy ? `${row.adequacy.scheme}, from ${row.adequacy.from}${row.adequacy.to ? ` to ${row.adequacy.to}` : ''}` : 'none';
  return [
    title,
    '',
    ...figures,
    '',
    strong(`The law from ${row.from}${row.to ? ` until before ${row.to}` : ''}`),
    ...table([...items, ['adequacy', adequacy], ...(row.bridge ? [['bridge', 'stands in for an adequacy decision']] : [])]),
  ];
}

function toGaps(unknown: readonly string[], unread: readonly string[]): string {
  const gaps = [
    ...(unknown.length > 0 ? [`not known: ${unknown.join(', ')}`] : []),
    ...(unread.length > 0 ? [`not read in the source: ${unread.join(', ')}`] : []),
  ];
  return gaps.length > 0 ? ` (${gaps.join('; ')})` : '';
}
