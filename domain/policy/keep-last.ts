import { isAfter } from '../record/decision.ts';
import type { PolicyContent, SetAsidePlatform } from './document.ts';

/**
 * What goes out where the records of some platforms cannot be read: of each what the last revision says of it, as far as
 * time alone has not ended it. None that can be read is held back for it, and no block is lost.
 */
export function keepLast(read: PolicyContent, before: PolicyContent | undefined, setAside: readonly SetAsidePlatform[], at: string): PolicyContent {
  if (setAside.length === 0) return read;
  const names = new Set(setAside.map(({ platform }) => platform));
  const rulings = (before?.rulings ?? [])
    .filter(({ platform, expiresAt }) => names.has(platform) && isAfter(expiresAt, at))
    .map((ruling) => ({
      ...ruling,
      isEnforced: !isAfter(ruling.enforceBy, at),
      exemptions: ruling.exemptions.filter(({ until }) => isAfter(until, at)),
    }));
  const platforms = (before?.platforms ?? []).filter(({ id }) => names.has(id));
  return {
    rulings: [...read.rulings.filter(({ platform }) => !names.has(platform)), ...rulings].sort((a, b) => (a.platform < b.platform ? -1 : 1)),
    platforms: [...read.platforms.filter(({ id }) => !names.has(id)), ...platforms].sort((a, b) => (a.id < b.id ? -1 : 1)),
    setAside: setAside.toSorted((a, b) => (a.platform < b.platform ? -1 : 1)),
  };
}
