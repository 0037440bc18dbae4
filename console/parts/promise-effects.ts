import type { Assessment } from '../api/views.ts';
import { toName } from '../format.ts';
import { t } from '../messages/text.ts';

export type Commitment = NonNullable<Assessment['commitments']>[number];
const words = t.platform.dossier.effects;

/** A path by what it is, with its id, since several may be alike. */
export function toPathName({ id, jurisdiction, mode }: Assessment['paths'][number]): string {
  return `${jurisdiction ? toName(jurisdiction) : '…'}: ${t.modes[mode]} (${id})`;
}

/** What a promise would do to the file if it were kept, a sentence each. */
export function listEffects({ moves = [], ends = [], adds = [] }: Commitment, paths: Assessment['paths']): string[] {
  const nameOf = (id: string) => {
    const path = paths.find((one) => one.id === id);
    return path ? toPathName(path) : id;
  };
  return [
    ...moves.map(({ path, to }) => words.moves(nameOf(path), toName(to))),
    ...ends.map((path) => words.ends(nameOf(path))),
    ...adds.map(({ path, safeguard }) => words.adds(nameOf(path), t.safeguards[safeguard])),
  ];
}
