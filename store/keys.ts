/** Names of the one table's keys and indexes; the stack and the local engine create the table from these. */
export const TABLE_KEYS = { partition: 'pk', sort: 'sk', expiry: 'expiresAt' } as const;

/** The partition key of the table of data keys: it has no other, no index, no stream and no backup. */
export const CAPTURE_KEY = 'pk';
export const dataKeyOf = (capture: string): string => `KEY#${capture}`;

export const INDEXES = [
  /** Platforms by id, whole: a list is one Query. */
  { name: 'listing', partition: 'listPk', sort: 'listSk', projection: 'ALL' },
  /** Sparse: platforms with a review to come, by the day it falls due, oldest first. */
  { name: 'due', partition: 'duePk', sort: 'dueSk', projection: 'ALL' },
  /** Sparse: platforms with a submission that waits for a second person, oldest first. Keys only: it is written when they change. */
  { name: 'waiting', partition: 'waitingPk', sort: 'waitingSk', projection: 'KEYS_ONLY' },
  /** Sparse: platforms with a published score, by its band and by its gate. */
  { name: 'bands', partition: 'bandPk', sort: 'listSk', projection: 'KEYS_ONLY' },
  { name: 'gates', partition: 'gatePk', sort: 'listSk', projection: 'KEYS_ONLY' },
  /** Closed reviews, by the time they were closed. */
  { name: 'closed', partition: 'closedPk', sort: 'closedSk', projection: 'ALL' },
  /** Decisions, by their ids, hence by the time they were proposed. Keys only: what became of them is read by key. */
  { name: 'decisions', partition: 'decisionPk', sort: 'decisionSk', projection: 'KEYS_ONLY' },
  /** Sparse: platforms with a decision that time alone will change, by the next such instant, oldest first. */
  { name: 'moves', partition: 'movePk', sort: 'moveSk', projection: 'KEYS_ONLY' },
  /** The machine's own work on platforms, by the time it is due, oldest first. */
  { name: 'work', partition: 'workPk', sort: 'workSk', projection: 'ALL' },
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
export const STATUS_PREFIX = 'STATUS#';
export const statusKey = (platform: string, revision: number): Key => ({ pk: partition(platform), sk: `${STATUS_PREFIX}${digits(revision)}` });
export const SCORE_PREFIX = 'SCORE#';
export const scoreKey = (platform: string, score: string): Key => ({ pk: partition(platform), sk: `${SCORE_PREFIX}${score}` });
export const EVENT_PREFIX = 'EVENT#';
export const eventKey = (chain: string, sequence: number): Key => ({ pk: partition(chain), sk: `${EVENT_PREFIX}${digits(sequence)}` });
export const RELEASE_PREFIX = 'RELEASE#';
/** Which event of the chain of the policy let a revision out. */
export const releaseKey = (revision: string): Key => ({ pk: partition('policy'), sk: `${RELEASE_PREFIX}${revision}` });

/** Numbers of the feed that share a partition, so that none grows for ever. */
const FEED_BLOCK = 10_000;
export const feedKey = (number: number): Key => ({ pk: `FEED#${digits(Math.floor((number - 1) / FEED_BLOCK))}`, sk: digits(number) });
/** The last number of the feed that was given. */
export const feedEndKey: Key = { pk: 'FEED', sk: 'END' };
/** How far a chain is in the feed. */
export const feedMarkKey = (chain: string): Key => ({ pk: `ANNOUNCED#${chain}`, sk: 'MARK' });
/** How many events are leaves of the tree. */
export const treeKey: Key = { pk: 'TREE', sk: 'TREE' };
/** Hashes of the tree by level: 256 in an item. */
export const tileKey = (level: number, index: number): Key => ({ pk: `TREE#${level}`, sk: digits(index) });
/** Where in the tree an event of a chain is. */
export const leafKey = (chain: string, sequence: number): Key => ({ pk: `LEAF#${chain}`, sk: digits(sequence) });
/** Which event recorded an item of a chain for good; beside the leaves, whose sort keys are digits. */
export const recordedKey = (chain: string, item: string): Key => ({ pk: leafKey(chain, 0).pk, sk: item });
/** The tree's signed checkpoint, and who has cosigned it. */
export const signedHeadKey: Key = { pk: 'CHECKPOINT', sk: 'CHECKPOINT' };
export const reviewKey = (platform: string, review: string): Key => ({ pk: partition(platform), sk: `REVIEW#${review}` });
export const decisionKey = (platform: string, decision: string): Key => ({ pk: partition(platform), sk: `DECISION#${decision}` });
/** What changes about a decision is an item of its own. */
export const progressKey = (platform: string, decision: string): Key => ({ pk: partition(platform), sk: `COURSE#${decision}` });
/** What a party answered, beside the decision that it was asked about. */
export const answerKey = (platform: string, answer: string): Key => ({ pk: partition(platform), sk: `ANSWER#${answer}` });
/** The manifest of a capture; what two people do to it is an item of its own. */
export const CAPTURE_PREFIX = 'CAPTURE#';
export const captureKey = (platform: string, capture: string): Key => ({ pk: partition(platform), sk: `${CAPTURE_PREFIX}${capture}` });
export const erasureKey = (platform: string, capture: string): Key => ({ pk: partition(platform), sk: `ERASURE#${capture}` });
/** Where the quotes of a revision stand in their captures. */
export const ANCHORS_PREFIX = 'ANCHORS#';
export const anchorsKey = (platform: string, revision: number): Key => ({ pk: partition(platform), sk: `${ANCHORS_PREFIX}${digits(revision)}` });
/** What the record remembers of a watched document of the terms. */
export const TERMS_PREFIX = 'TERMS#';
export const termsKey = (platform: string, document: string): Key => ({ pk: partition(platform), sk: `${TERMS_PREFIX}${document}` });
/** How a watched document was read last, and when the last run of the watch was. Neither is of the record. */
export const readingKey = (platform: string, document: string): Key => ({ pk: `READING#${platform}`, sk: document });
export const termsRunKey: Key = { pk: 'TERMS-RUN', sk: 'TERMS-RUN' };
/** When the machine looks at a platform next: not of the record, and changed without an event. */
export const workKey = (platform: string): Key => ({ pk: `WORK#${platform}`, sk: 'WORK' });
/** The versions of method and register for which all platforms have been queued again. */
export const versionsKey: Key = { pk: 'WORK-VERSIONS', sk: 'WORK-VERSIONS' };
/** When the machine looked at platforms last, and with what outcome. */
export const lastLookKey: Key = { pk: 'WORK-LAST-LOOK', sk: 'WORK-LAST-LOOK' };
/** The items that jobs could not read. Derived, so not of the record. */
export const setAsideKey: Key = { pk: 'SET-ASIDE', sk: 'SET-ASIDE' };
/** How far the nightly verification is, and what it found broken. Derived, so not of the record. */
export const auditKey: Key = { pk: 'AUDIT', sk: 'AUDIT' };
/** A repair that one person has proposed. */
export const repairKey = (platform: string): Key => ({ pk: auditKey.pk, sk: `REPAIR#${platform}` });
/** Scoped to caller and route by what `scope` is a hash of. */
export const replyKey = (scope: string): Key => ({ pk: `REPLY#${scope}`, sk: 'REPLY' });

/** What a person has begun, for that person alone: `writer` is a hash of who it is, so that an id of any length fits a key. Not of the record. */
export const DRAFT_PREFIX = 'DRAFT#';
export const draftKey = (writer: string, form: string, platform: string): Key => ({ pk: `${DRAFT_PREFIX}${writer}`, sk: `${form}#${platform}` });

/** A drafted fact that somebody refused, so that it is not drafted again. Not of the record: losing it drafts the fact once more. */
export const refusalKey = (platform: string, proposal: string): Key => ({ pk: `REFUSED#${platform}`, sk: proposal });

/** Who can be reached from where, and how; `*` stands for any. Kept by a job, seconds behind. */
export const REACH_PREFIX = 'REACH#';
export const reachKey = (jurisdiction: string, mode: string, platform: string): Key => ({
  pk: `${REACH_PREFIX}${jurisdiction}#${mode}`,
  sk: platform,
});
/** What of a platform stands in that index. */
export const reachedKey = (platform: string): Key => ({ pk: `REACHED#${platform}`, sk: 'REACHED' });

/** Somebody who has acted, by a hash of the subject id: it may be of any length. Derived, so not of the record. */
export const personKey = (hash: string): Key => ({ pk: 'PEOPLE', sk: hash });

/** What the policy tools are served: which revision stands, and its exports in parts. Derived, so not of the record. */
export const policyMarkKey: Key = { pk: 'POLICY', sk: 'CURRENT' };
export const exportKey = (place: string, name: string, part: number): Key => ({ pk: `POLICY#${place}`, sk: `${name}#${digits(part)}` });
/** Which revision each consumer holds, as it reports itself. */
export const consumerKey = (consumer: string): Key => ({ pk: 'CONSUMERS', sk: consumer });

export const LISTING = 'PLATFORM';
export const WAITING = 'SUBMITTED';
export const CLOSED = 'CLOSED';
export const WORK = 'WORK';
export const bandOfListing = (band: string): string => `BAND#${band}`;
export const gateOfListing = (gate: string): string => `GATE#${gate}`;
export const DUE = 'REVIEW';
export const DECISION = 'DECISION';
export const DECISION_CHANGE = 'MOVE';

/** The parts of the table by the partition keys that their items have, `*` for any ending: what writes one part needs no right on the others. */
export const PARTS = {
  /** Chains, and what their events seal: platforms and the register. */
  record: [partition('*')],
  consumersChain: [partition('consumers')],
  policyChain: [partition('policy')],
  archiveChain: [partition('archive')],
  readings: [readingKey('*', '').pk, termsRunKey.pk],
  work: [workKey('*').pk, versionsKey.pk, lastLookKey.pk],
  replies: [replyKey('*').pk],
  drafts: [draftKey('*', '', '').pk],
  refusals: [refusalKey('*', '').pk],
  feed: [feedEndKey.pk, `${feedEndKey.pk}#*`, feedMarkKey('*').pk],
  tree: [treeKey.pk, `${treeKey.pk}#*`, leafKey('*', 0).pk],
  signedHead: [signedHeadKey.pk],
  reach: [`${REACH_PREFIX}*`, reachedKey('*').pk],
  people: [personKey('').pk],
  policyMark: [policyMarkKey.pk],
  exports: [exportKey('*', '', 0).pk],
  consumers: [consumerKey('').pk],
  setAside: [setAsideKey.pk],
  audit: [auditKey.pk],
} as const satisfies Record<string, readonly string[]>;
export type Part = keyof typeof PARTS;
