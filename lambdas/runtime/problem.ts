import { visible } from '../../domain/facts/visible.ts';
import { type ProblemSlug, problems } from '../problems.ts';

/** One fault of a request: where it is, what kind, and what to do. */
export type Fault = {
  /** JSON pointer into the body; for a query parameter, header or path parameter its name as a pointer. */
  pointer: string;
  /** Left out for the body. */
  in?: 'query' | 'header' | 'path';
  code: string;
  detail: string;
};

/** An answer that is a refusal, in the form of RFC 9457. */
export class Problem extends Error {
  override name = 'Problem';
  readonly slug: ProblemSlug;
  readonly detail: string;
  readonly errors: readonly Fault[] | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(slug: ProblemSlug, detail: string, { errors, headers = {} }: { errors?: readonly Fault[]; headers?: Record<string, string> } = {}) {
    super(`${slug}: ${detail}`);
    this.slug = slug;
    this.detail = visible(detail);
    this.errors = errors;
    this.headers = headers;
  }

  get status(): number {
    return problems[this.slug].status;
  }

  toBody(requestId: string): string {
    const { status, title } = problems[this.slug];
    const body = JSON.stringify({
      type: `/v1/problems/${this.slug}`,
      title,
      status,
      detail: this.detail,
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
  const [first, ...others] = faults;
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  return new Problem('invalid-request', `${first?.pointer || 'the request'}: ${first?.detail ?? 'is not valid'}${more}`, { errors: faults });
}
