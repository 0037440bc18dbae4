import { readFileSync } from 'node:fs';
import * as z from 'zod';

const LOCK = new URL('../package-lock.json', import.meta.url);
const Needs = z.record(z.string(), z.string()).default({});
const Entry = z.object({
  version: z.string(),
  license: z.string().optional(),
  integrity: z.string().optional(),
  dev: z.boolean().optional(),
  devOptional: z.boolean().optional(),
  optional: z.boolean().optional(),
  dependencies: Needs,
  optionalDependencies: Needs,
  devDependencies: Needs,
});

/** Packages that do not name their licence in package.json, and where they do. */
const TOLD_ELSEWHERE: Readonly<Record<string, string>> = {
  // The LICENSE in its archive.
  '@microsoft/microsoft-graph-types-beta': 'MIT',
};

export type Package = {
  readonly name: string;
  readonly version: string;
  /** An expression of SPDX; `none` where the package states none. */
  readonly licence: string;
  /** SHA-512 of its archive in hexadecimal digits; what is in another's bundle has none of its own. */
  readonly hash: string | undefined;
  readonly isInFunctions: boolean;
  /** Of the packages that it asks for, the places in the list of all. */
  readonly needs: readonly string[];
};

/** Every package of package-lock.json by its place, `node_modules/zod`; the root's own needs under the empty place. */
export function readLockedPackages(): Map<string, Package> {
  const { packages } = z.object({ packages: z.record(z.string(), Entry) }).parse(JSON.parse(readFileSync(LOCK, 'utf8')));
  return new Map(
    Object.entries(packages).map(([place, { version, license, integrity, dev, devOptional, optional, ...asked }]) => {
      const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
      const names = Object.keys({ ...asked.dependencies, ...asked.optionalDependencies, ...(place === '' && asked.devDependencies) });
      return [
        place,
        {
          name,
          version,
          licence: license ?? TOLD_ELSEWHERE[name] ?? 'none',
          hash: integrity?.startsWith('sha512-') ? Buffer.from(integrity.slice('sha512-'.length), 'base64').toString('hex') : undefined,
          isInFunctions: !dev && !devOptional && !optional,
          needs: names.flatMap((needed) => findPlace(packages, place, needed) ?? []),
        },
      ];
    }),
  );
}

/** Where Node would find it from that place, upwards. */
function findPlace(packages: object, from: string, name: string): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const place = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (place in packages) return place;
    if (folder === '') return undefined;
  }
}
