import type { components } from '../../docs/api-types.ts';

type Schemas = components['schemas'];

export type Assessment = Schemas['Assessment'];
export type AssessedPath = Schemas['Path'];
export type Evidence = Schemas['Evidence'];
export type CaptureView = Schemas['CaptureView'];
export type Anchor = Schemas['Anchor'];
export type Source = Schemas['Source'];
export type Score = Schemas['Score'];
export type Range = Schemas['Range'];
export type Band = Schemas['Band'];
export type Mode = Schemas['Mode'];
export type Explanation = Schemas['Explanation'];
export type PlatformView = Schemas['PlatformView'];
export type Revision = Schemas['Revision'];
export type RevisionWithContent = Schemas['RevisionWithContent'];
export type Fault = Schemas['Fault'];

export type DraftedFacts = Schemas['DraftedFacts'];
export type DraftedText = Schemas['DraftedText'];
export type ProposedFact = Schemas['ProposedFact'];

export type Terms = Schemas['Terms'];
export type WatchedTerms = Schemas['WatchedTerms'];
export type ToldTermsChange = Schemas['ToldTermsChange'];
export type JudgedQuote = Schemas['JudgedQuote'];
