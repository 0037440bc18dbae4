import { type ProblemCode, problems } from '../../messages/en/problems.ts';

type Parameter = string | number | readonly string[] | undefined;

/** Why something is refused, by code and parameters, with its sentence in English. */
export type Detail = { readonly code: ProblemCode; readonly params: Readonly<Record<string, Parameter>>; readonly text: string };

type Arguments<Code extends ProblemCode> =
  Record<never, never> extends Parameters<(typeof problems)[Code]>[0] ? [] : [params: Parameters<(typeof problems)[Code]>[0]];

/** The compiler asks for every parameter that the sentence of this code takes. */
export function detail<Code extends ProblemCode>(code: Code, ...[params]: Arguments<Code>): Detail {
  const given = (params ?? {}) as Detail['params'];
  return sayIn(problems, code, given);
}

/** The same refusal in the language of these texts. */
export function sayIn(texts: typeof problems, code: ProblemCode, params: Detail['params']): Detail {
  return { code, params, text: (texts[code] as (given: Detail['params']) => string)(params) };
}
