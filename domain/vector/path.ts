import { EU, JURISDICTION_CODES } from '../facts/jurisdictions.ts';
import { DATA_CLASSES, type DataClass, type Mode, type Safeguard, type Stake, TRANSFER_TOOLS } from '../facts/vocabulary.ts';
import type { Triple } from '../score/belief.ts';
import type { FoundPath } from '../score/findings.ts';
import type { Method } from '../score/method.ts';
import { modeLetters, SAFEGUARD_CODE, STAKE_DIGIT } from './codes.ts';
import { type Cursor, refuse, startsWith, takeAdverse, takeCode, takeFavourable, takeMatch, takeText } from './cursor.ts';

/** A path as a vector holds it: `CN.R.234.95-97-100~@scc.50-50-100~LG.25-25-100`. */
export function toPathField({ jurisdiction, mode, stake, data, belief, transfer, ended, safeguards }: FoundPath, method: Method): string {
  const claims = [...safeguards].map(([kind, claim]) => `~${SAFEGUARD_CODE[kind]}.${toFavourable(claim)}`);
  return [
    `${jurisdiction}.${toModeLetters(mode, stake, method)}.${data.map(toDigit).join('')}.${belief.join('-')}`,
    transfer ? `~@${transfer.tool}.${toFavourable(transfer.belief)}` : '',
    ended ? `~!.${toFavourable(ended)}` : '',
    ...claims.sort(),
  ].join('');
}

/** A mode with its stake, as paths and the EU field write it: `R`, `C3`. */
export function toModeLetters(mode: Mode, stake: Stake, { modes }: Method): string {
  return mode === 'control' ? `${modes.control.letter}${STAKE_DIGIT[stake]}` : modes[mode].letter;
}

export function toDigit(name: DataClass): number {
  return DATA_CLASSES.indexOf(name);
}

/** What is proven twice, then what is claimed: a vector's beliefs rise, though the low column takes the claim. */
function toFavourable([claimed, atPoint, atHigh]: Triple): string {
  return `${atHigh}-${atPoint}-${claimed}`;
}

export function takePathField(cursor: Cursor, id: string, method: Method): FoundPath {
  const jurisdiction = takeJurisdiction(cursor);
  takeText(cursor, '.');
  const { mode, stake } = takeModeLetters(cursor, method);
  takeText(cursor, '.');
  const data = takeData(cursor);
  takeText(cursor, '.');
  const belief = takeAdverse(cursor);
  const transfer = startsWith(cursor, '~@') ? takeTransfer(cursor) : undefined;
  const ended = startsWith(cursor, '~!') ? takeEnded(cursor) : undefined;
  return { id, jurisdiction, mode, stake, data, belief, transfer, ended, safeguards: takeSafeguards(cursor), conflict: 0 };
}

function takeJurisdiction(cursor: Cursor): string {
  const start = cursor.at;
  const code = takeMatch(cursor, /[A-Z]{2}(?=\.)/y, 'a jurisdiction of two capitals, then a dot');
  if (code === EU || !JURISDICTION_CODES.includes(code)) refuse({ ...cursor, at: start }, 'a jurisdiction of ISO 3166-1, XK or ZZ');
  return code;
}

export function takeModeLetters(cursor: Cursor, method: Method): { mode: Mode; stake: Stake } {
  const mode = takeCode(cursor, modeLetters(method), 'a mode');
  return { mode, stake: mode === 'control' ? takeCode(cursor, STAKE_DIGIT, 'a stake') : 'sole' };
}

function takeData(cursor: Cursor): FoundPath['data'] {
  const start = cursor.at;
  const classes = [takeDataClass(cursor), takeDataClass(cursor), takeDataClass(cursor)] as const;
  const [low, point, high] = classes.map(toDigit) as [number, number, number];
  if (low > point || point > high) refuse({ ...cursor, at: start }, 'three data classes in rising order');
  return classes;
}

export function takeDataClass(cursor: Cursor): DataClass {
  return DATA_CLASSES[Number(takeMatch(cursor, /[0-4]/y, 'a data class, 0 to 4'))] as DataClass;
}

function takeTransfer(cursor: Cursor): FoundPath['transfer'] {
  takeText(cursor, '~@');
  const tools = Object.fromEntries(TRANSFER_TOOLS.map((tool) => [tool, `${tool}.`])) as Record<(typeof TRANSFER_TOOLS)[number], string>;
  return { tool: takeCode(cursor, tools, 'a transfer tool'), belief: takeFavourable(cursor) };
}

function takeEnded(cursor: Cursor): Triple {
  takeText(cursor, '~!.');
  return takeFavourable(cursor);
}

function takeSafeguards(cursor: Cursor): ReadonlyMap<Safeguard, Triple> {
  const found = new Map<Safeguard, Triple>();
  for (let last = ''; startsWith(cursor, '~'); ) {
    takeText(cursor, '~');
    const start = cursor.at;
    const kind = takeCode(cursor, SAFEGUARD_CODE, 'a safeguard');
    if (SAFEGUARD_CODE[kind] <= last) refuse({ ...cursor, at: start }, `a safeguard that sorts after ${last}`);
    last = SAFEGUARD_CODE[kind];
    takeText(cursor, '.');
    found.set(kind, takeFavourable(cursor));
  }
  return found;
}
