import type { LogPolicy } from '../../domain/log/policy.ts';
import type { CloudEvent } from '../../domain/record/cloud-event.ts';
import type { Means } from '../../domain/record/step.ts';
import type { Archive } from '../../store/archive.ts';
import type { Repairs } from '../../store/open-repairs.ts';
import type { Store } from '../../store/open-store.ts';
import type { Vault } from '../../store/vault.ts';
import type { AskWitness } from './ask-witness.ts';
import type { ClaimRules } from './env.ts';
import type { LogKey } from './log-key.ts';
import type { Signing } from './signing.ts';
import type { TermsClient } from './terms/terms-client.ts';

/** All that an operation reaches beyond its request: the only seam that local mode and tests need. */
export type Deps = Signing &
  Means & {
    readonly store: Store;
    /** The way out of a broken record. */
    readonly repairs: Repairs;
    /** The keys that checkpoints were signed by before the tree's was; they sign nothing any more. `publicKeys` beside it are those of bundles. */
    readonly checkpoints: Pick<Signing, 'publicKeys'>;
    /** The key of the tree's checkpoints, which signs nothing else. */
    readonly logKey: LogKey;
    /** The witnesses of the tree's checkpoints, and how many of them are enough. */
    readonly logPolicy: LogPolicy;
    /** Sends a checkpoint to a witness. */
    readonly askWitness: AskWitness;
    /** Where checkpoints lie, out of the table. */
    readonly archive: Archive;
    /** Where captures lie, each under a data key of its own. */
    readonly vault: Vault;
    /** Where versions of terms are read; undefined: nowhere, and people bring them. */
    readonly terms?: TermsClient | undefined;
    /** The only addresses that versions of terms may be read from, where there is such a list. */
    readonly termsEndpoints?: readonly string[] | undefined;
    /** Whether no decision may rest on quotes that are not verified. */
    readonly demandsVerifiedQuotes?: boolean;
    /** Whether a suspension waits until its party was heard. */
    readonly demandsHearings?: boolean;
    readonly now: () => Date;
    /** A keyed hash (HMAC-SHA-256, base64url): cursors carry one, so that they cannot be forged. */
    readonly mac: (text: string) => Promise<string>;
    /** Sends an event out to all that listen. It may arrive more than once. */
    readonly announce: (event: CloudEvent) => Promise<void>;
    /** Logs a failure that a job survived: where, on what, and its name, never contents. */
    readonly report: (failure: { readonly job: string; readonly platform: string; readonly attempts: number; readonly error: unknown }) => void;
    /** Consumers that are expected to report, by name. */
    readonly expectedConsumers: readonly string[];
    /** Which claims of a token say what. */
    readonly claims: ClaimRules;
  };
