import type { CalendarDate } from '../facts/date.ts';
import { EU } from '../facts/jurisdictions.ts';
import { byMode, MODES, type Mode } from '../facts/vocabulary.ts';
import type { Triple } from '../score/belief.ts';
import type { Findings, FoundIncident, FoundPath } from '../score/findings.ts';
import { CURRENT, type Method } from '../score/method.ts';
import type { Register } from '../score/register.ts';
import type { Scored } from '../score/score.ts';
import { EXTENT_LETTER, INCIDENT_CODE, vectorVersionOf } from './codes.ts';
import { type Cursor, refuse, refuseVersion, startsWith, takeAdverse, takeCode, takeDate, takeMatch, takePercent, takeText } from './cursor.ts';
import { takeDataClass, takeModeLetters, takePathField, toDigit, toModeLetters, toPathField } from './path.ts';

/** What was written before the first release. */
const UNRELEASED = 'EXS:1.0';

/**
 * All that the arithmetic reads, in one line: parsed and scored with the same register it gives the published triple,
 * parts and band. Which paths count as EU/EEA is the register's word on `asOf`; leads and promises are not in it.
 */
export function toVector({ method, lawOf, findings, incidents }: Scored, register: Register): string {
  const { asOf, knownBy, paths, complete, clearText } = findings;
  const foreign = paths.filter(({ jurisdiction }) => !lawOf(jurisdiction).euEea);
  const atHome = paths.filter(({ jurisdiction }) => lawOf(jurisdiction).euEea);
  const letters = sortOnce(atHome.map(({ mode, stake }) => toModeLetters(mode, stake, method)));
  return [
    vectorVersionOf(method),
    `RG:${register.version}`,
    `T:${toDigits(asOf)}`,
    `K:${toDigits(knownBy)}`,
    ...sortOnce(foreign.map((path) => toPathField(path, method))),
    ...(letters.length > 0 ? [`EU:${letters.join('')}`] : []),
    `CP:${MODES.map((mode) => complete[mode][1]).join('-')}`,
    ...(clearText ? [`CT:${toDigit(clearText.residual)}.${clearText.belief[1]}`] : []),
    ...sortOnce(incidents.map(toIncidentField)),
  ].join('/');
}

/** What a vector holds, and the version of the register that it was written with. */
export type ParsedVector = Findings & { readonly registerVersion: string };

/**
 * Reads a vector back; refuses with a VectorError whatever `toVector` would not have written. Ids are made from the place
 * in the vector, and what the arithmetic does not read (leads, conflict, claimed completeness) is not there.
 */
export function parseVector(text: string, method: Method = CURRENT): ParsedVector {
  const cursor: Cursor = { text, at: 0 };
  if (startsWith(cursor, `${UNRELEASED}/`)) refuseVersion(cursor, 'EXS 1.0 was never released');
  takeText(cursor, vectorVersionOf(method));
  takeText(cursor, '/RG:');
  const registerVersion = takeMatch(cursor, /[^/]+/y, 'the version of a register');
  takeText(cursor, '/T:');
  const asOf = takeDate(cursor);
  takeText(cursor, '/K:');
  const knownBy = takeDate(cursor);
  const paths = [...takePaths(cursor, method), ...takeAtHome(cursor, method)];
  takeText(cursor, '/CP:', 'a further path, "/EU:" or "/CP:"');
  const complete = takeComplete(cursor);
  const clearText = startsWith(cursor, '/CT:') ? takeClearText(cursor) : undefined;
  const incidents = takeIncidents(cursor, asOf);
  if (cursor.at < text.length) refuse(cursor, 'an incident or the end');
  return { registerVersion, asOf, knownBy, paths, incidents, complete, clearText, leads: { paths: [], incidents: [] } };
}

function takePaths(cursor: Cursor, method: Method): FoundPath[] {
  const paths: FoundPath[] = [];
  for (let last = ''; /^\/[A-Z]{2}\./.test(cursor.text.slice(cursor.at, cursor.at + 4)); ) {
    takeText(cursor, '/');
    const start = cursor.at;
    const place = cursor.text.slice(start).split('.', 2).join('.');
    paths.push(takePathField(cursor, `${place}.${paths.length + 1}`, method));
    const field = cursor.text.slice(start, cursor.at);
    if (field <= last) refuse({ ...cursor, at: start }, `a path that sorts after ${last}`);
    last = field;
  }
  return paths;
}

/** EU/EEA paths weigh nothing; that they are there makes a file worth rating. */
function takeAtHome(cursor: Cursor, method: Method): FoundPath[] {
  const paths: FoundPath[] = [];
  if (!startsWith(cursor, `/${EU}:`)) return paths;
  takeText(cursor, `/${EU}:`);
  for (let last = ''; paths.length === 0 || (cursor.at < cursor.text.length && !startsWith(cursor, '/')); ) {
    const start = cursor.at;
    const { mode, stake } = takeModeLetters(cursor, method);
    const letters = toModeLetters(mode, stake, method);
    if (letters <= last) refuse({ ...cursor, at: start }, `a mode that sorts after ${last}`);
    last = letters;
    paths.push({
      id: `${EU}.${letters}`,
      jurisdiction: EU,
      mode,
      stake,
      data: ['content', 'content', 'content'],
      belief: [100, 100, 100],
      transfer: undefined,
      ended: undefined,
      safeguards: new Map(),
      conflict: 0,
    });
  }
  return paths;
}

function takeComplete(cursor: Cursor): Record<Mode, Triple> {
  return byMode((mode) => {
    if (mode !== MODES[0]) takeText(cursor, '-');
    return takeProven(cursor);
  });
}

function takeProven(cursor: Cursor): Triple {
  const proven = takePercent(cursor);
  return [proven, proven, proven];
}

function takeClearText(cursor: Cursor): Findings['clearText'] {
  takeText(cursor, '/CT:');
  const residual = takeDataClass(cursor);
  takeText(cursor, '.');
  return { residual, belief: takeProven(cursor) };
}

function toIncidentField({ kind, on, data, extent, belief }: FoundIncident): string {
  return `I:${INCIDENT_CODE[kind]}.${toDigits(on)}.${toDigit(data)}${EXTENT_LETTER[extent]}.${belief.join('-')}`;
}

function takeIncidents(cursor: Cursor, asOf: CalendarDate): FoundIncident[] {
  const incidents: FoundIncident[] = [];
  for (let last = ''; startsWith(cursor, '/I:'); ) {
    takeText(cursor, '/I:');
    const start = cursor.at;
    const kind = takeCode(cursor, INCIDENT_CODE, 'an incident');
    takeText(cursor, '.');
    const dated = cursor.at;
    const on = takeDate(cursor);
    if (on > asOf) refuse({ ...cursor, at: dated }, `a day until ${asOf}`);
    takeText(cursor, '.');
    const data = takeDataClass(cursor);
    const extent = takeCode(cursor, EXTENT_LETTER, 'an extent');
    takeText(cursor, '.');
    const id = `${INCIDENT_CODE[kind]}.${incidents.length + 1}`;
    incidents.push({ id, kind, on, jurisdiction: undefined, data, extent, belief: takeAdverse(cursor), conflict: 0 });
    const field = cursor.text.slice(start, cursor.at);
    if (field <= last) refuse({ ...cursor, at: start }, `an incident that sorts after ${last}`);
    last = field;
  }
  return incidents;
}

function toDigits(date: CalendarDate): string {
  return date.replaceAll('-', '');
}

function sortOnce(fields: readonly string[]): string[] {
  return [...new Set(fields)].sort();
}
