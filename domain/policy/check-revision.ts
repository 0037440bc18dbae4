import { hashOf } from '../facts/hash.ts';
import type { PolicyContent } from './document.ts';

/** The most platforms whose band or gate may move from one revision to the next; a few are never too many. */
const MOST_FLIPS = 0.1;
const FEW_FLIPS = 2;

/** Why a revision must not go out in place of the last good one, in a sentence; undefined when it may. `ended` are decisions that no longer hold. */
export function findReasonToWithhold(before: PolicyContent | undefined, after: PolicyContent, ended: ReadonlySet<string>): string | undefined {
  if (!before) return undefined;
  return findShrinking(before, after, ended) ?? findFlips(before, after);
}

/** Two revisions that were withheld for the same reason and say the same: what still holds a day later is no glitch. */
export function toWithheldKey(content: PolicyContent): string {
  return hashOf(content.platforms.map(({ id, band, gate }) => [id, band, gate]));
}

/** App ids are sealed, so none goes but with its decision. */
function findShrinking(before: PolicyContent, after: PolicyContent, ended: ReadonlySet<string>): string | undefined {
  const [had, has] = [blocksOf(before), blocksOf(after)];
  const lost = [...had].filter(([block, decision]) => !has.has(block) && !ended.has(decision));
  if (lost.length === 0) return undefined;
  return `${lost.length} of ${had.size} blocks are gone though their decisions stand`;
}

/** The apps that are suspended, each with the decision that does it. */
function blocksOf({ rulings }: PolicyContent): Map<string, string> {
  return new Map(
    rulings
      .filter(({ decision }) => decision === 'suspend')
      .flatMap(({ id, apps }) => Object.entries(apps).flatMap(([system, ids]) => ids.map((app): [string, string] => [`${system}:${app}`, id]))),
  );
}

function findFlips(before: PolicyContent, after: PolicyContent): string | undefined {
  const ratings = new Map(before.platforms.map((platform) => [platform.id, platform]));
  const flipped = after.platforms.filter(({ id, band, gate }) => {
    const rated = ratings.get(id);
    return rated !== undefined && (rated.band !== band || rated.gate !== gate);
  });
  if (flipped.length <= FEW_FLIPS || flipped.length <= ratings.size * MOST_FLIPS) return undefined;
  return `the bands or gates of ${flipped.length} of ${ratings.size} platforms moved at once`;
}
