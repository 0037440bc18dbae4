import type { Path } from './assessment.ts';

/** A path of one jurisdiction: what the arithmetic reads. */
export type SinglePath = Path & { readonly jurisdiction: string };

/** Every path of an assessment, one for each jurisdiction that it names. */
export function expandPaths(paths: readonly Path[]): SinglePath[] {
  return paths.flatMap(expandPath);
}

/** The path itself where it names one jurisdiction; else one for each, all else alike. */
export function expandPath(path: Path): SinglePath[] {
  if (path.jurisdictions === undefined) return [path as SinglePath];
  const { jurisdictions, ...alike } = path;
  return jurisdictions.map((jurisdiction) => ({ ...alike, id: toExpandedId(path.id, jurisdiction), jurisdiction }));
}

export function toExpandedId(id: string, jurisdiction: string): string {
  return `${id}-${jurisdiction.toLowerCase()}`;
}
