import type { components } from '../../docs/api-types.ts';

type Schemas = components['schemas'];

export type Assessment = Schemas['Assessment'];
export type AssessedPath = Schemas['Path'];
export type Evidence = Schemas['Evidence'];
export type Source = Schemas['Source'];
export type Incident = Schemas['Incident'];
export type Commitment = Schemas['Commitment'];
export type Score = Schemas['Score'];
export type Range = Schemas['Range'];
export type Band = Schemas['Band'];
export type Gate = Schemas['Gate'];
export type Mode = Schemas['Mode'];
export type Explanation = Schemas['Explanation'];
export type PlatformView = Schemas['PlatformView'] & { readonly review?: OpenReview | null };
export type Revision = Schemas['Revision'];
export type RevisionWithContent = Schemas['RevisionWithContent'];
export type Fault = Schemas['Fault'];

/** A review under way, as a platform carries it. */
export type OpenReview = {
  readonly id: string;
  readonly openedAt: string;
  readonly dueOn: string;
  readonly reasons: readonly { readonly kind: string; readonly text: string }[];
};

/** A review in a list. */
export type Review = {
  readonly id: string | null;
  readonly platform: string;
  readonly state: 'due' | 'overdue' | 'open' | 'done';
  readonly dueOn: string;
  readonly daysOverdue: number;
  readonly openedAt: string | null;
  readonly reasons: readonly { readonly kind: string; readonly text: string }[];
  readonly band: Band | null;
  readonly closedAt?: string;
  readonly closedBy?: string;
  readonly outcome?: 'new-assessment' | 'confirmed-unchanged';
  readonly note?: string;
};
