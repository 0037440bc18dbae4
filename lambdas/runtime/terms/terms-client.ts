import type { TermsDocument } from '../../../domain/facts/terms-document.ts';
import type { VersionName } from '../../../domain/watch/watch-state.ts';
import type { TermsReading } from '../../../store/terms-reading.ts';

/** A version as a collection records it. */
export type ReadVersion = {
  readonly version: string;
  readonly recordedAt: string;
  readonly isTechnicalUpgrade: boolean;
  /** Markdown. */
  readonly content: string;
  /** Where the collection read it. */
  readonly url?: string | undefined;
};

/** Why an answer is not taken: a code, and words of our own, in which nothing of the answer stands. */
export type AnswerFault = { readonly code: string; readonly detail: string };

export type TermsQuestion = {
  readonly document: TermsDocument;
  /** The version that was taken last. */
  readonly newest: VersionName | undefined;
  readonly tag: TermsReading['tag'];
  readonly now: Date;
};

/** What was read: no version and no fault means that nothing is new. Versions are in the order in which they were recorded, and the newest is the last. */
export type TermsAnswer = {
  readonly versions: readonly ReadVersion[];
  readonly fault?: AnswerFault | undefined;
  readonly tag?: TermsReading['tag'];
  /** Not to be asked again before: as the answer asked. */
  readonly notBefore?: string | undefined;
};

/** Where versions of terms are read: a collection's API in the cloud, a folder at home. */
export type TermsClient = {
  read(question: TermsQuestion): Promise<TermsAnswer>;
  /** What a capture's manifest says of where it comes from. */
  originOf(document: TermsDocument): { readonly collection: string; readonly licence?: string };
};
