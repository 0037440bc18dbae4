import * as z from 'zod';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { Failure, Outage, SignInNeeded } from './failure.ts';
import { toWords } from './pointer.ts';

const Fault = z.object({ pointer: z.string(), in: z.string().optional(), detail: z.string() });
type Fault = z.infer<typeof Fault>;
const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string().optional(),
  requestId: z.string().optional(),
  errors: z.array(Fault).optional(),
});
type Problem = z.infer<typeof Problem>;
/** API Gateway's own form. */
const GatewayRefusal = z.object({ message: z.string() });

/** A refusal by the service, with its reasons. */
export class Refusal extends Failure {
  override name = 'Refusal';
  readonly exitCode: ExitCode;
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(toLines(problem));
    this.problem = problem;
    this.exitCode = [400, 413, 422].includes(problem.status) ? EXIT.bad : EXIT.refused;
  }

  /** The last part of the problem's type. */
  get slug(): string {
    return this.problem.type.split('/').at(-1) ?? '';
  }

  override get missingScope(): 'named' | 'unnamed' | undefined {
    if (this.slug !== 'missing-scope') return undefined;
    return this.problem.detail === undefined ? 'unnamed' : 'named';
  }

  override toJson(): object {
    return this.problem;
  }
}

type Answered<T> = { readonly data?: T; readonly error?: unknown; readonly response: Response };

/** Done, and nothing to say of it; anything else is thrown as what it is. */
export function takeNothing({ error, response }: Answered<unknown>): void {
  if (response.status !== 204) throw toFailure(response, error);
}

/** What was asked for; anything else is thrown as what it is. */
export function take<T>({ data, error, response }: Answered<T>): NonNullable<T> {
  if (response.ok && data !== undefined && data !== null) return data;
  throw toFailure(response, error);
}

export function toFailure(response: Response, body: unknown): Failure {
  const { status, url } = response;
  const problem = Problem.safeParse(body);
  const { origin } = new URL(url);
  // A sign-in of another kind is asked for: the token itself holds.
  if (status === 401 && !(problem.success && problem.data.type.endsWith('/stronger-sign-in-needed')))
    return new SignInNeeded([
      `${origin} does not accept the token: it may have run out, or be for another service. Sign in again: whereabouts sign-in`,
    ]);
  if (problem.success && status < 500) return new Refusal(problem.data);
  const gateway = GatewayRefusal.safeParse(body);
  if (status === 403 && gateway.success) return new Refusal({ type: 'missing-scope', title: 'The token lacks the scope that this needs', status });
  if (status >= 500) {
    const reason = problem.success ? `${problem.data.title}. ${problem.data.detail ?? ''}`.trim() : `it answered ${status}`;
    const requestId = (problem.success ? problem.data.requestId : undefined) ?? response.headers.get('apigw-requestid');
    return new Outage([`${origin} failed: ${reason}`, ...(requestId ? [`request id ${requestId}`] : [])]);
  }
  if (gateway.success) return new Refusal({ type: 'gateway', title: gateway.data.message, status });
  return new Outage([
    `What answers at ${origin} is not Whereabouts (${status} ${response.headers.get('content-type') ?? 'without a content type'}).`,
  ]);
}

function toLines({ title, status, detail, errors = [], requestId }: Problem): string[] {
  const head = `${title} (${status})`;
  const reasons = errors.length > 0 ? errors.map(toLine) : detail === undefined ? [] : [`  ${detail}`];
  return [head, ...reasons, ...(requestId === undefined ? [] : [`  request id ${requestId}`])];
}

function toLine({ pointer, in: where, detail }: Fault): string {
  if (where !== undefined) return `  ${where} ${pointer.replace(/^\//, '')}: ${detail}`;
  return `  ${toWords(pointer)}: ${detail}  (${pointer === '' ? 'the whole body' : pointer})`;
}
