import type { Assessment } from '../facts/assessment.ts';
import { expandPath } from '../facts/expand-paths.ts';
import type { FoundPath } from '../score/findings.ts';
import type { Scored } from '../score/score.ts';
import type { Act } from './acts.ts';
import { countriesIn } from './describe-fact.ts';

/** A path as its sentences name it: by what it reaches, from where and through whom, never by its id. */
type PathInWords = { readonly mode: string; readonly data: string; readonly countries: string[]; readonly parties: string[] };

/** What an act is about. */
export type Subject =
  | { readonly kind: 'path'; readonly path: PathInWords }
  /** What is claimed of a path: a safeguard, a transfer tool, its end. */
  | { readonly kind: 'claim'; readonly claim: string; readonly path: PathInWords }
  | { readonly kind: 'list'; readonly mode: string }
  | { readonly kind: 'incident'; readonly on: string; readonly incident: string }
  | { readonly kind: 'clear-text' };

export type Refer = { readonly toPath: (paths: readonly FoundPath[]) => PathInWords; readonly toSubject: (act: Act) => Subject };

/** What the acts on a file are about, by what they would change. */
export function referIn(assessment: Assessment, scored: Scored): Refer {
  const partyOf = new Map(assessment.paths.flatMap((entry) => expandPath(entry).map(({ id }) => [id, entry.party])));
  const countriesOf = countriesIn(scored);
  const toPath = (paths: readonly FoundPath[]): PathInWords => ({
    mode: paths[0]?.mode ?? '',
    data: paths[0]?.data[1] ?? '',
    countries: countriesOf(paths),
    parties: [...new Set(paths.flatMap(({ id }) => partyOf.get(id) ?? []))].sort(),
  });
  const toSubject = ({ ref, edit: { paths, named, incidents, complete } }: Act): Subject => {
    const [incident] = incidents?.keys() ?? [];
    const [mode] = Object.keys(complete ?? {});
    const about = named ? [named] : [...(paths?.keys() ?? [])];
    if (about.length > 0) {
      const [, claim] = ref.split(':');
      const path = toPath(about);
      return claim === undefined
        ? { kind: 'path', path }
        : { kind: 'claim', claim: claim === 'transfer' ? (about[0]?.transfer?.tool ?? 'other') : claim, path };
    }
    if (incident) return { kind: 'incident', on: incident.on, incident: incident.kind };
    return mode === undefined ? { kind: 'clear-text' } : { kind: 'list', mode };
  };
  return { toPath, toSubject };
}
