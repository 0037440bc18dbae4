import type { Explanation, SentenceCode } from './en/explanation.ts';

type Parameter = string | number | readonly string[];

/** A sentence as the API has it; its parameters are what the text of its code takes. */
type Said = { readonly code: string; readonly params: Readonly<Record<string, Parameter>>; readonly text: string };

/** A sentence in the language of the texts. A service that is newer than these texts may say one that they do not have: that stays English. */
export function saySentence(texts: Explanation, { code, params, text }: Said): string {
  const own: unknown = Object.hasOwn(texts, code) ? texts[code as SentenceCode] : text;
  return typeof own === 'function' ? own(params) : String(own);
}
