import type { HearingTexts } from './en/hearing.ts';

/** Of how many facts a party says what. */
export type Said = { readonly [Kind in keyof HearingTexts['said']]?: number | undefined };

/** What a party says of how many facts, as one enumeration. */
export function saidOf({ said, and }: Pick<HearingTexts, 'said' | 'and'>, says: Said): string {
  return and((Object.keys(said) as (keyof typeof said)[]).flatMap((kind) => (says[kind] ? [said[kind](says[kind])] : [])));
}
