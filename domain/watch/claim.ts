import type { TransferTool } from '../facts/vocabulary.ts';

/** What a sentence can be about, as far as a score stands on it. */
export const TOPICS = ['storage', 'transfer', 'access', 'control', 'encryption', 'compelled-disclosure'] as const;
type Topic = (typeof TOPICS)[number];

/** What a sentence says of how firmly it says it. */
const MODALITIES = ['may', 'only', 'no-longer', 'except', 'not', 'plans'] as const;
type Modality = (typeof MODALITIES)[number];

/** A value that was read out of a sentence, and the words that made it: `CN`, "mainland China". */
export type Found<Value extends string = string> = { readonly value: Value; readonly words: string };

/** What a sentence says, each part with the words that made it, in the order in which they stand. A sentence without a topic is not relevant. */
export type Claim = {
  readonly topics: readonly Found<Topic>[];
  /** ISO 3166-1 alpha-2, and `EU` and `EEA`. */
  readonly countries: readonly Found[];
  readonly tools: readonly Found<TransferTool>[];
  /** What it says of a party; of a named company its name is part of the value: `named-company:ByteDance`. */
  readonly parties: readonly Found[];
  readonly modalities: readonly Found<Modality>[];
  /** How the places are joined. */
  readonly joints: readonly Found<'and' | 'or'>[];
};

/** What may tell two sentences apart. */
export const ASPECTS = ['topic', 'country', 'tool', 'party', 'modality', 'joint'] as const;
