type Stated = { readonly id: string; readonly jurisdiction?: string | undefined; readonly jurisdictions?: readonly string[] | undefined };

/** A path of one jurisdiction: what the arithmetic reads. */
export type Single<Path extends Stated> = Path & { readonly jurisdiction: string };

/** Every path of an assessment, one for each jurisdiction that it names. */
export function expandPaths<Path extends Stated>(paths: readonly Path[]): Single<Path>[] {
  return paths.flatMap(expandPath);
}

/** The path itself where it names one jurisdiction; else one for each, all else alike. */
export function expandPath<Path extends Stated>(path: Path): Single<Path>[] {
  if (path.jurisdictions === undefined) return [path as Single<Path>];
  const { jurisdictions, ...alike } = path;
  return jurisdictions.map((jurisdiction) => ({ ...alike, id: toExpandedId(path.id, jurisdiction), jurisdiction }) as unknown as Single<Path>);
}

export function toExpandedId(id: string, jurisdiction: string): string {
  return `${id}-${jurisdiction.toLowerCase()}`;
}
