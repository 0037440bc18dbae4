import type { FullRow } from '../../register/schema.ts';

/** The provisions behind the register, read only where somebody asks for them: they are the larger part of a megabyte. */
export async function readProvisions() {
  const [{ default: law }, { default: dated }] = await Promise.all([
    import('../../register/jurisdictions.json', { with: { type: 'json' } }),
    import('../../register/facts.json', { with: { type: 'json' } }),
  ]);
  const entries = new Map(Object.entries(law.jurisdictions));
  const members = new Map(law.euEea.map((member) => [member.country, member]));
  const sources = new Map(Object.entries(dated.sources));
  return {
    nameOf: (code: string) => entries.get(code)?.name ?? members.get(code)?.name,
    rowsOf: (code: string) => (entries.get(code)?.rows ?? []) as unknown as readonly FullRow[],
    /** The dated facts that a row cites; for an EU or EEA state those of its membership. */
    factsOf(code: string, row: FullRow | undefined) {
      const cited = new Set(
        row ? Object.values(row).flatMap((item) => (item as { facts?: string[] } | null)?.facts ?? []) : members.get(code)?.facts,
      );
      return dated.facts.filter(({ id }) => cited.has(id));
    },
    /** Where facts can be read, by the ids that they name. */
    sourcesOf(facts: readonly { readonly sources: readonly string[] }[]) {
      const named = new Set(facts.flatMap((fact) => fact.sources));
      return Object.fromEntries(
        [...named].flatMap((id) => {
          const source = sources.get(id);
          return source ? [[id, { title: source.title, publisher: source.publisher, url: source.url, identifier: source.identifier }]] : [];
        }),
      );
    },
  };
}
