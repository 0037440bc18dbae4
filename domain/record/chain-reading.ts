import type { StandingEvent } from './event.ts';
import type { Recorded } from './step.ts';

/** What stands in a chain's place, as it was read: nothing of it is believed. */
export type ChainReading = {
  readonly chain: string;
  /** The name of the item that holds the event of a number, and of the one that holds the head. */
  readonly eventItem: (sequence: number) => string;
  readonly headItem: string;
  /** Everything that lies where events lie; what was written after the first of `items` was read is late. */
  readonly events: readonly { readonly item: string; readonly content: unknown; readonly isLate: boolean }[];
  /** Read after everything else. */
  readonly head: { readonly seal: string; readonly sequence: unknown; readonly lastHash: unknown } | undefined;
  /** Everything else, with the hash of its content. */
  readonly items: readonly { readonly item: string; readonly seal: string }[];
  /** What some of them and the head say, so that it can be held against the events. */
  readonly contents: readonly Contents[];
  /** Read before everything else; undefined where no tree is at hand, as with a backup. */
  readonly tree?: KnownLeaves;
  /** Whether `items` was to hold an item of this name: a long chain is read in parts. */
  readonly covers: (item: string) => boolean;
};

/** What the tree has of a chain. */
export type KnownLeaves = {
  /** Up to this event each one must be a leaf. */
  readonly upTo: number;
  /** In the order of their events. */
  readonly leaves: readonly { readonly sequence: number; readonly hash: string }[];
};

/** The content of an item, as it was read, by the kind that its place has. */
export type Contents = {
  readonly kind: Recorded['kind'] | 'head';
  readonly item: string;
  readonly seal: string;
  readonly content: Record<string, unknown>;
};

/** What a signed checkpoint says of a chain. */
export type CheckpointClaim = { readonly day: string; readonly sequence: number; readonly lastHash: string };

/** An event in its place, and what is wrong with it by itself. */
export type Link = {
  readonly sequence: number;
  readonly item: string;
  readonly isLate: boolean;
  readonly event: StandingEvent | undefined;
  readonly flaw: string | undefined;
};

export const BREAK_KINDS = ['changed', 'missing', 'added', 'swapped', 'rewritten', 'cut-off', 'unfollowed', 'unfounded'] as const;

/** A broken place: which item, how, and by what that is known. */
export type Broken = { readonly item: string; readonly fault: (typeof BREAK_KINDS)[number]; readonly detail: string };
