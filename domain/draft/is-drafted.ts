import type { Proposal } from './proposal.ts';

type Items = readonly { readonly capture?: unknown; readonly quote?: unknown }[] | undefined;
type Path = Readonly<Record<string, unknown>> & {
  readonly evidence?: Items;
  readonly transfer?: { readonly evidence?: Items } | null;
  readonly ended?: { readonly evidence?: Items } | null;
};

/** Whether an assessment, finished or not, has what was drafted: an item with these words of that text, on a path that it is about. */
export function isDrafted({ paths }: { readonly paths: readonly unknown[] }, { fact, quote }: Proposal, capture: string): boolean {
  const has = (items: Items) => items?.some((item) => item.capture === capture && item.quote === quote) ?? false;
  return (paths as readonly Path[]).some(
    ({ jurisdiction, mode, evidence, transfer, ended }) =>
      jurisdiction === fact.jurisdiction &&
      (fact.kind === 'tool' ? has(transfer?.evidence) : mode === fact.mode && has(fact.kind === 'path' ? evidence : ended?.evidence)),
  );
}
