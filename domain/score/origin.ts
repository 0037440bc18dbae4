import type { Source } from '../facts/evidence.ts';

type Sources = Readonly<Record<string, Source>>;

/** The platform is one speaker, however often it repeats itself; no id of a source holds a blank. */
const THE_PLATFORM = 'the platform';

/**
 * Whose words a source repeats: section 2, Origin. An origin that names another source is that source's own, as far as
 * the names lead; those that name one another in a circle are one.
 */
export function originOf(id: string, sources: Sources): string {
  const seen = [id];
  for (let at = id; ; ) {
    const source = Object.hasOwn(sources, at) ? sources[at] : undefined;
    if (source === undefined) return at;
    if (source.statementBy === 'platform' || source.statementBy === 'platform-accountable') return THE_PLATFORM;
    const { origin = at } = source;
    if (origin === at) return at;
    const start = seen.indexOf(origin);
    if (start >= 0) return seen.slice(start).sort()[0] as string;
    seen.push(origin);
    at = origin;
  }
}
