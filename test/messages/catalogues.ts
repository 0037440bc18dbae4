import type { Language } from '../../messages/language.ts';
import { LANGUAGES } from '../../messages/language.ts';
import { loadApi } from '../../messages/load-api.ts';
import { loadCli } from '../../messages/load-cli.ts';
import { loadConsole } from '../../messages/load-console.ts';

export type Leaf = string | number | boolean | ((...given: never[]) => unknown);

/** Every loader of messages/: what one of them loads is held to the other languages, text by text. */
const LOADERS = { console: loadConsole, api: loadApi, cli: loadCli } as const satisfies Record<string, (language: Language) => Promise<object>>;

/** Each catalogue in each language, its texts by their path, `console.nav.queue`. */
export async function readCatalogues(): Promise<ReadonlyMap<Language, ReadonlyMap<string, Leaf>>> {
  const read = async (language: Language) => {
    const all = await Promise.all(Object.entries(LOADERS).map(async ([name, load]) => flatten(await load(language), name)));
    return [language, new Map(all.flat())] as const;
  };
  return new Map(await Promise.all(LANGUAGES.map(read)));
}

function flatten(value: unknown, path: string): (readonly [string, Leaf])[] {
  if (typeof value !== 'object' || value === null) return [[path, value as Leaf]];
  return Object.entries(value).flatMap(([key, of]) => flatten(of, `${path}.${key}`));
}
