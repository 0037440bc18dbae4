import { numberOf } from './revision-number.ts';

type Bundle = { readonly active_revision?: string | undefined };

/** What our guide calls the bundle. */
const USUAL = 'whereabouts';

/**
 * The bundles of an OPA that are ours, by name: what is called so, or holds a revision of ours. Where none does, those that hold none yet, because
 * one of them may be ours and have failed.
 */
export function findOwnBundles<B extends Bundle>(bundles: Readonly<Record<string, B>>): [name: string, bundle: B][] {
  const all = Object.entries(bundles);
  const own = all.filter(([name, { active_revision: revision }]) => name === USUAL || numberOf(revision ?? null) !== undefined);
  return own.length > 0 ? own : all.filter(([, { active_revision: revision }]) => !revision);
}
