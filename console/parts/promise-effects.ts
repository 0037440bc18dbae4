import { expandPaths } from '../../domain/facts/expand-paths.ts';
import type { Assessment } from '../api/views.ts';
import { toName } from '../format.ts';
import { t } from '../messages/text.ts';
import { toPlaces } from './places.ts';

export type Commitment = NonNullable<Assessment['commitments']>[number];
type Path = Pick<Assessment['paths'][number], 'id' | 'mode'> & Parameters<typeof toPlaces>[0];
const words = t.platform.dossier.effects;

/** A path by what it is, with its id, since several may be alike. */
export function toPathName({ id, mode, jurisdiction, jurisdictions }: Path): string {
  return `${toPlaces({ jurisdiction, jurisdictions }) || '…'}: ${t.modes[mode]} (${id})`;
}

/** What a promise would do to the file if it were kept, a sentence each. */
export function listEffects({ moves = [], ends = [], adds = [] }: Commitment, paths: Assessment['paths']): string[] {
  const nameOf = (id: string) => {
    const path = expandPaths(paths).find((one) => one.id === id);
    return path ? toPathName(path) : id;
  };
  return [
    ...moves.map(({ path, to }) => words.moves(nameOf(path), toName(to))),
    ...ends.map((path) => words.ends(nameOf(path))),
    ...adds.map(({ path, safeguard }) => words.adds(nameOf(path), t.safeguards[safeguard])),
  ];
}
