import { type ProblemCode, problems } from '../../messages/en/problems.ts';

type Parameter = string | number | readonly string[] | undefined;

/** Why something is refused, by code and parameters, with its sentence in English. */
export type Detail = { readonly code: ProblemCode; readonly params: Readonly<Record<string, Parameter>>; readonly text: string };

type Arguments<Code extends ProblemCode> =
  Record<never, never> extends Parameters<(typeof problems)[Code]>[0] ? [] : [params: Parameters<(typeof problems)[Code]>[0]];

/** The compiler asks for every parameter that the sentence of this code takes. */
export function detail<Code extends ProblemCode>(code: Code, ...[params]: Arguments<Code>): Detail {
  const given = (params ?? {}) as Detail['params'];
  return { code, params: given, text: sayDetail({ code, params: given }) };
}

/** The sentence of a refusal, in the language of these texts. */
function sayDetail({ code, params }: Pick<Detail, 'code' | 'params'>, texts: typeof problems = problems): string {
  return (texts[code] as ((given: Detail['params']) => string) | undefined)?.(params) ?? code;
}
