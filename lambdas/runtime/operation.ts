import type * as z from 'zod';
import type { Witness } from '../../domain/record/step.ts';
import type { Remembered } from '../../store/reply.ts';
import type { Caller } from './caller.ts';
import type { Deps } from './deps.ts';
import type { RawKind } from './raw-body.ts';
import type { Reply } from './reply.ts';

/** What the address names and who asks: all that is known before query and body are looked at. */
type Target<P> = { readonly params: P; readonly caller: Caller };

type Request<P, Q, B, F> = Target<P> & {
  /** What the logs know of the request, for the events of what it does. */
  readonly witness: Witness;
  readonly query: Q;
  readonly body: B;
  /** What `find` found. */
  readonly found: F;
  /** The answer to store with the change, so that the same key gets it again; for routes that need an Idempotency-Key. */
  readonly remember: (reply: Reply) => Remembered | undefined;
};

/** One operation, a whole file: its schemas, and what it does. Its name, method, path and scopes stand in routes.ts. */
export type Definition<P, Q, B, F> = {
  readonly params?: z.ZodType<P>;
  readonly query?: z.ZodType<Q>;
  readonly body?: z.ZodType<B>;
  /** In the place of a JSON body: one that is taken as its bytes. */
  readonly raw?: RawKind<B>;
  /** Largest body in bytes; past it 413. */
  readonly maxBytes?: number;
  /** One schema per status: what is not declared does not leave. */
  readonly reply: Readonly<Record<number, z.ZodType>>;
  /** Finds what the address names, or throws 404: it comes before preconditions and body. */
  readonly find?: (target: Target<P>, deps: Deps) => Promise<F>;
  /** The strong ETag of what was found, without quotes; undefined where there is nothing yet. */
  readonly etag?: (found: F, query: Q, deps: Deps) => string | undefined;
  readonly run: (request: Request<P, Q, B, F>, deps: Deps) => Promise<Reply> | Reply;
};

/** An operation whose types are sealed inside: the endpoint parses before it calls. */
export type Operation = Definition<unknown, unknown, unknown, unknown>;

export function operation<P = Record<string, never>, Q = Record<string, never>, B = undefined, F = undefined>(
  definition: Definition<P, Q, B, F>,
): Operation {
  return definition as unknown as Operation;
}
