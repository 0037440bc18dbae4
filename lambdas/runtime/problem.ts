import { type Detail, detail, sayIn } from '../../domain/facts/detail.ts';
import { type SaidFault, sayFault } from '../../domain/facts/fault.ts';
import { visible } from '../../domain/facts/visible.ts';
import type { ApiMessages } from '../../messages/en/api.ts';
import { type ProblemSlug, problems } from '../problems.ts';

/** One fault of a request: where it is, what kind, and what to do. */
export type Fault = SaidFault & {
  /** JSON pointer into the body; for a query parameter, header or path parameter its name as a pointer. */
  readonly pointer: string;
  /** Left out for the body. */
  readonly in?: 'query' | 'header' | 'path';
};

/** An answer that is a refusal, in the form of RFC 9457. */
export class Problem extends Error {
  override name = 'Problem';
  readonly slug: ProblemSlug;
  private title: string;
  readonly detail: Detail;
  readonly errors: readonly Fault[] | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(slug: ProblemSlug, said: Detail, { errors, headers = {} }: { errors?: readonly Fault[]; headers?: Record<string, string> } = {}) {
    super(`${slug}: ${said.text}`);
    this.slug = slug;
    this.title = problems[slug].title;
    this.detail = said;
    this.errors = errors;
    this.headers = headers;
  }

  get status(): number {
    return problems[this.slug].status;
  }

  /** The same refusal as another language says it; its codes and parameters stay. */
  in({ problemTypes, problems: texts, faults, suchAs }: ApiMessages): Problem {
    const errors = this.errors?.map((fault) => ({ ...fault, detail: visible(sayFault(fault, { faults, suchAs })) }));
    const params = this.detail.code === 'first-fault' && errors?.[0] ? { ...this.detail.params, what: errors[0].detail } : this.detail.params;
    const said = new Problem(this.slug, sayIn(texts, this.detail.code, params), { ...(errors && { errors }), headers: this.headers });
    said.title = problemTypes[this.slug].title;
    return said;
  }

  toBody(requestId: string): string {
    const { code, params, text } = this.detail;
    const body = JSON.stringify({
      type: `/v1/problems/${this.slug}`,
      title: this.title,
      status: this.status,
      detail: visible(text),
      code,
      params,
      requestId,
      ...(this.errors && { errors: this.errors }),
    });
    // A pointer names what was sent, to the character; what nobody sees of it is written as JSON escapes it.
    return body.replace(/[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu, escapeUnits);
  }
}

const escapeUnits = (character: string) =>
  Array.from({ length: character.length }, (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`).join('');

/** All faults at once, so that a client need not send a body five times to learn of five faults. */
export function invalid(faults: readonly Fault[]): Problem {
  return faulty('invalid-request', faults);
}

/** A refusal for faults, of which it names the first. */
export function faulty(slug: ProblemSlug, faults: readonly Fault[]): Problem {
  const [first] = faults;
  const { pointer = '', detail: what = 'is not valid' } = first ?? {};
  return new Problem(slug, detail('first-fault', { place: pointer, what, more: Math.max(0, faults.length - 1) }), { errors: faults });
}
