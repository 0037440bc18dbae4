import type { HearingTexts } from './en/hearing.ts';
import { type Said, saidOf } from './said-of.ts';

type Heard = { readonly state: keyof HearingTexts['states']; readonly says?: Said | undefined } & Omit<
  Parameters<HearingTexts['states']['answered']>[0] & Parameters<HearingTexts['states']['afterwards']>[0],
  'says'
>;

/** How a party was heard, in the sentence of a language. */
export function sayHearing(texts: HearingTexts, { state, says = {}, ...moments }: Heard): string {
  return texts.states[state]({ ...moments, says: saidOf(texts, says) });
}
