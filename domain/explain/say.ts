import { explanation, type ParametersOf, type SentenceCode } from '../../messages/en/explanation.ts';
import { saySentence } from '../../messages/say-sentence.ts';
import type { Sentence } from './sentence.ts';

type Parameters = Readonly<Record<string, string | number | readonly string[]>>;

/** Says a sentence; the compiler asks for every parameter that its text takes. */
export function say<Code extends SentenceCode>(code: Code, params: ParametersOf<Code>): Sentence {
  const given = Object.entries(params as Parameters).map(([name, of]) => [name, typeof of === 'object' ? [...of] : of] as const);
  const sentence = { code, params: Object.fromEntries(given), text: '' };
  return { ...sentence, text: saySentence(explanation, sentence) };
}
