import { type FaultCode, faults, suchAs } from '../../messages/en/faults.ts';

type Parameter = string | number | boolean | readonly string[] | undefined;
export type FaultParams = Readonly<Record<string, Parameter>>;

/** A fault by code and parameters, as the catalogue of faults has it, with its sentence in English. */
export type SaidFault = { readonly code: string; readonly params: FaultParams; readonly detail: string };

/** How the catalogue of a language says a fault. */
export type FaultTexts = { readonly faults: typeof faults; readonly suchAs: (example: string) => string };

/** Between the sentence of a rule's message and its code (Unit Separator, which no text of ours holds). */
const BEFORE_CODE = '\u001F';

/** A fault as the message of a schema's rule: its sentence in English, then its code, and its parameters as JSON. `readFault` reads it again. */
export function fault<Code extends FaultCode>(code: Code, ...args: Arguments<Code>): string {
  const { params, detail } = toFault(code, ...args);
  return `${detail}${BEFORE_CODE}${code} ${JSON.stringify(params)}`;
}

/** Parameters may be left out where a text has none. */
type Arguments<Code extends FaultCode> =
  Record<never, never> extends Parameters<(typeof faults)[Code]>[0]
    ? [params?: Parameters<(typeof faults)[Code]>[0]]
    : Parameters<(typeof faults)[Code]>;

/** What a rule's message says; one that is no code of ours is what a library said. */
export function readFault(message: string): { readonly code: FaultCode; readonly params: FaultParams } {
  const [, code, params] = new RegExp(`${BEFORE_CODE}([a-z0-9-]+) (.*)$`, 's').exec(message) ?? [];
  if (code === undefined || params === undefined) return { code: 'not-valid', params: { said: message } };
  return { code: code as FaultCode, params: JSON.parse(params) };
}

/** A fault with its sentence. */
export function toFault<Code extends FaultCode>(code: Code, ...args: Arguments<Code>): SaidFault {
  const params = (args[0] ?? {}) as FaultParams;
  return { code, params, detail: sayFault({ code, params }) };
}

/** The sentence of a fault: the end of one that its place begins. */
export function sayFault({ code, params }: { readonly code: string; readonly params: FaultParams }, texts: FaultTexts = { faults, suchAs }): string {
  const text = texts.faults[code as FaultCode] as ((given: FaultParams) => string) | undefined;
  if (text === undefined) return String(params.said ?? code);
  return `${text(params)}${typeof params.example === 'string' ? texts.suchAs(params.example) : ''}`;
}
