import type { TransferTool } from '../facts/vocabulary.ts';

/** What a sentence can be about, as far as a score stands on it. */
export const TOPICS = ['storage', 'transfer', 'access', 'control', 'encryption', 'compelled-disclosure'] as const;
export type Topic = (typeof TOPICS)[number];

/** How firmly a sentence says what it says. */
export type Modality = 'may' | 'only' | 'no-longer' | 'except' | 'not' | 'plans' | 'by-default' | 'on-instruction' | 'authorised';

/** Who stores, reaches or controls, and in which part. */
export type Party =
  | 'group'
  | 'parent'
  | 'affiliate'
  | 'staff'
  | 'contractor'
  | 'processor'
  | 'authority'
  | 'controller'
  | 'joint-controller'
  | 'company';

/** A value that was read out of a sentence, and the words that made it: `CN`, "mainland China". */
export type Found<Value extends string = string> = { readonly value: Value; readonly words: string };

/** What a sentence says, each part with the words that made it. A sentence without a topic is not relevant. */
export type Claim = {
  readonly topics: readonly Found<Topic>[];
  /** Where, as far as it is about data or who reaches it: ISO 3166-1 alpha-2; `EU` for the Union and the EEA; `device`: the reader's own. */
  readonly places: readonly Found[];
  readonly tools: readonly Found<TransferTool>[];
  readonly parties: readonly Found<Party>[];
  /** Companies by the name that the sentence gives them. */
  readonly companies: readonly Found[];
  readonly modalities: readonly Found<Modality>[];
  /** How the places are joined, where it names more than one. */
  readonly joints: readonly Found<'and' | 'or'>[];
  /** What decides how much a change of it weighs: end-to-end encryption and who holds its keys, who owns whom, giving data to whoever demands it, how long it is kept. */
  readonly traits: readonly Found<'end-to-end' | 'ownership' | 'disclosure' | 'retention'>[];
};

/** What may tell two sentences apart. */
export const ASPECTS = ['topic', 'place', 'tool', 'party', 'company', 'modality', 'joint', 'end-to-end'] as const;
