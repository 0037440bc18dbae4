import type { CloudEvent } from '../../domain/record/cloud-event.ts';
import type { Register } from '../../domain/score/register.ts';
import type { Archive } from '../../store/archive.ts';
import type { Store } from '../../store/open-store.ts';
import type { Signing } from './signing.ts';

/** All that an operation reaches beyond its request: the only seam that local mode and tests need. */
export type Deps = Signing & {
  readonly store: Store;
  /** Where checkpoints lie, out of the table. */
  readonly archive: Archive;
  readonly register: Register;
  readonly now: () => Date;
  /** A fresh id: the prefix and a ULID, `rev_01J...`. */
  readonly newId: (prefix: string) => string;
  /** A keyed hash (HMAC-SHA-256, base64url): cursors carry one, so that nobody can forge them. */
  readonly mac: (text: string) => Promise<string>;
  /** Sends an event out to whoever listens. It may arrive more than once. */
  readonly announce: (event: CloudEvent) => Promise<void>;
  /** Tells of a fault that was survived: where, on what, and its name, never contents. */
  readonly report: (fault: { readonly job: string; readonly platform: string; readonly attempts: number; readonly error: unknown }) => void;
  /** The claim that only a person's token carries. */
  readonly personClaim: string;
};
