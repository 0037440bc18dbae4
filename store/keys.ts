/** Names of the one table's keys and indexes; the stack and the local engine create the table from these. */
export const TABLE_KEYS = { partition: 'pk', sort: 'sk', expiry: 'expiresAt' } as const;

export const INDEXES = [
  /** Platforms by id. */
  { name: 'listing', partition: 'listPk', sort: 'listSk' },
  /** Sparse: platforms with a review to come, by the day it falls due, oldest first. */
  { name: 'due', partition: 'duePk', sort: 'dueSk' },
] as const;

type Key = { readonly pk: string; readonly sk: string };

const digits = (n: number) => String(n).padStart(10, '0');
const partition = (platform: string) => `PLATFORM#${platform}`;

export const HEAD_PREFIX = 'HEAD';
export const headKey = (platform: string): Key => ({ pk: partition(platform), sk: HEAD_PREFIX });
/** A copy of the approved revision beside the head, so that a score is one Query. */
export const currentKey = (platform: string): Key => ({ pk: partition(platform), sk: `${HEAD_PREFIX}#REVISION` });
export const revisionKey = (platform: string, revision: number): Key => ({ pk: partition(platform), sk: `REVISION#${digits(revision)}` });
/** What changes about a revision is an item of its own. */
export const statusKey = (platform: string, revision: number): Key => ({ pk: partition(platform), sk: `STATUS#${digits(revision)}` });
export const SCORE_PREFIX = 'SCORE#';
export const scoreKey = (platform: string, score: string): Key => ({ pk: partition(platform), sk: `${SCORE_PREFIX}${score}` });
export const EVENT_PREFIX = 'EVENT#';
export const eventKey = (chain: string, sequence: number): Key => ({ pk: partition(chain), sk: `${EVENT_PREFIX}${digits(sequence)}` });
/** Scoped to caller and route by what `scope` is a hash of. */
export const replyKey = (scope: string): Key => ({ pk: `REPLY#${scope}`, sk: 'REPLY' });

export const LISTING = 'PLATFORM';
export const DUE = 'REVIEW';
