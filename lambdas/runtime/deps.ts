import type { Register } from '../../domain/register.ts';
import type { Store } from '../../store/open-store.ts';

/** All that an operation reaches beyond its request: the only seam that local mode and tests need. */
export type Deps = {
  readonly store: Store;
  readonly register: Register;
  readonly now: () => Date;
  /** A fresh id: the prefix and a ULID, `rev_01J...`. */
  readonly newId: (prefix: string) => string;
  /** A keyed hash (HMAC-SHA-256, base64url): cursors carry one, so that nobody can forge them. */
  readonly mac: (text: string) => Promise<string>;
  /** The claim that only a person's token carries. */
  readonly personClaim: string;
};
