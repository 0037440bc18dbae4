import type { HearingTexts } from './en/hearing.ts';

type Said = { readonly [Kind in keyof HearingTexts['said']]?: number | undefined };
type Heard = { readonly state: keyof HearingTexts['states']; readonly says?: Said | undefined } & Omit<
  Parameters<HearingTexts['states']['answered']>[0] & Parameters<HearingTexts['states']['afterwards']>[0],
  'says'
>;

/** How a party was heard, in the sentence of a language. */
export function sayHearing({ said, states }: HearingTexts, { state, says = {}, ...moments }: Heard): string {
  const parts = (Object.keys(said) as (keyof typeof said)[]).flatMap((kind) => (says[kind] ? [said[kind](says[kind])] : []));
  return states[state]({ ...moments, says: parts });
}
