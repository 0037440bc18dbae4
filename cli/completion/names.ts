import { Writable } from 'node:stream';
import { JURISDICTION_CODES, suggestJurisdiction } from '../../domain/facts/jurisdictions.ts';
import { type Api, openApi } from '../api.ts';
import type { Given } from '../command.ts';
import { readAll } from '../pages.ts';
import { readJurisdictionNames } from '../read-register.ts';
import { findPlace, type LoadFound, type Place } from './place.ts';

/** A shell waits for it at each tab. */
const PATIENCE_MS = 1_500;

type Name = {
  readonly name: string;
  /** What a shell may show beside it. */
  readonly about: string;
};

/** What may stand in the place of the last word of a line, which is cut into words and lacks the program's name. */
export async function listNames(line: readonly string[], loadFound: LoadFound, given: Pick<Given, 'io' | 't'>): Promise<readonly Name[]> {
  const word = line.at(-1) ?? '';
  const place = await findPlace(line.slice(0, -1), loadFound);
  if (place === undefined) return [];
  const { kinds, words } = place;
  return [
    ...words.filter((one) => one.startsWith(word)).map((name) => ({ name, about: '' })),
    ...(kinds.includes('jurisdiction') ? findJurisdictions(word) : []),
    // Whoever completes a word wants no sentence about a service that does not answer.
    ...(kinds.some((kind) => kind !== 'jurisdiction') ? await askService(place, word, given).catch(() => []) : []),
  ];
}

async function askService({ kinds, positionals, values }: Place, word: string, { io, t }: Pick<Given, 'io' | 't'>): Promise<readonly Name[]> {
  const [platform = ''] = positionals;
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const api = await openApi({ positionals: [], values, io: { ...io, stderr: silent() }, t }, signal);
  const [before, after] = word.split('@');
  if (kinds.includes('side') && before && after !== undefined)
    return (await listRevisions(api, before, after, signal)).map((one) => ({ ...one, name: `${before}@${one.name}` }));
  return [
    ...(kinds.includes('platform') || kinds.includes('side') ? await listPlatforms(api, word, signal) : []),
    // A file has no revisions.
    ...(kinds.includes('revision') && /^[\w-]+$/.test(platform) ? await listRevisions(api, platform, word, signal) : []),
  ];
}

async function listPlatforms(api: Api, word: string, signal: AbortSignal): Promise<Name[]> {
  const all = await readAll((query) => api.GET('/v1/platforms', { params: { query }, signal }));
  const byId = all.filter(({ id }) => id.startsWith(word.toLowerCase()));
  const byName = all.filter(({ name }) => name.toLowerCase().startsWith(word.toLowerCase()));
  // Of several that do not begin with what was typed, a shell would put nothing in its place.
  const found = byId.length > 0 ? byId : byName.length === 1 ? byName : [];
  return found.map(({ id, name }) => ({ name: id, about: name }));
}

async function listRevisions(api: Api, platform: string, word: string, signal: AbortSignal): Promise<Name[]> {
  const path = { platform };
  const all = await readAll((query) => api.GET('/v1/platforms/{platform}/assessments', { params: { path, query }, signal }));
  return all
    .map(({ revision, status, asOf }) => ({ name: String(revision), about: `${status}, facts of ${asOf}` }))
    .filter(({ name }) => name.startsWith(word));
}

/** By code or by name: the code where one fits, else the names, which a command understands too. */
function findJurisdictions(word: string): Name[] {
  const inRegister = readJurisdictionNames();
  const inEnglish = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const namesOf = (code: string) => [inEnglish.of(code), inRegister.get(code)].filter((name) => name !== undefined);
  const toName = (code: string): Name => ({ name: code, about: namesOf(code)[0] ?? code });
  const byCode = JURISDICTION_CODES.filter((code) => code.startsWith(word.toUpperCase()));
  if (byCode.length > 0) return byCode.map(toName);
  const byName = JURISDICTION_CODES.flatMap((code) => {
    const name = namesOf(code).find((one) => one.toLowerCase().startsWith(word.toLowerCase()));
    return name === undefined ? [] : [{ name, about: code }];
  });
  const [only, ...others] = byName;
  if (only && others.length === 0) return [toName(only.about)];
  return byName.filter(({ name, about }) => suggestJurisdiction(name) === about);
}

function silent(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}
