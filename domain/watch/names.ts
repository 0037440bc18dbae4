import type { Platform } from '../facts/platform.ts';

/** How a platform's texts may call the platform, and who stands behind it. */
export type Names = { readonly own: readonly string[]; readonly group: readonly string[] };

/** What a company is called besides its name: its form, its place in brackets, what follows a comma. */
const REMARK = /\s*(?:\([^)]*\)|[,;].*$)/gu;
const FORM =
  /\s+(?:inc|ltd|limited|llc|l\.l\.c|corp|corporation|company|co|gmbh|ag|kg|se|sa|s\.a|sas|sarl|b\.v|bv|n\.v|plc|unlimited|technology|technologies|holdings?|group|international)\.?$/iu;

/** The names in a profile, each with and without the form of the company: "ByteDance Ltd." and "ByteDance". */
export function namesOf({ name, operator, parent }: Pick<Platform, 'name' | 'operator' | 'parent'>): Names {
  return { own: variantsOf([name, operator]), group: variantsOf(parent === undefined ? [] : [parent]) };
}

function variantsOf(names: readonly string[]): string[] {
  const found = new Set<string>();
  for (const full of names) {
    let shorter = full.replace(REMARK, '').trim();
    while (shorter !== '' && !found.has(shorter)) {
      found.add(shorter);
      shorter = shorter.replace(FORM, '').trim();
    }
  }
  return [...found];
}
