import { t } from '../../messages/text.ts';

const words = t.jurisdiction;

/** A dated fact of the register; what its value holds depends on its category. */
type DatedFact = {
  readonly id: string;
  readonly category: string;
  readonly value: Readonly<Record<string, unknown>>;
  readonly sources: readonly string[];
};
type FactSource = { readonly title: string; readonly publisher: string; readonly url: string | null; readonly identifier: string | null };
export type Provisions = { readonly facts: readonly DatedFact[]; readonly sources: Readonly<Record<string, FactSource>> };

/** The provisions that an item rests on, each with where it can be read. */
export function ProvisionList({ ids, facts, sources }: Provisions & { readonly ids: readonly string[] }) {
  return (
    <ul class="plain provisions">
      {ids.map((id) => {
        const fact = facts.find((one) => one.id === id);
        return (
          <li key={id} title={id}>
            <small>
              {fact ? toProvision(fact) : id}
              {fact?.sources.map((name) => {
                const source = sources[name];
                return source ? <SourceLink key={name} {...source} /> : null;
              })}
            </small>
          </li>
        );
      })}
    </ul>
  );
}

function SourceLink({ title, publisher, url }: FactSource) {
  return (
    <>
      {' · '}
      {url === null ? (
        publisher
      ) : (
        <a href={url} title={title} aria-label={`${publisher}: ${title}`} rel="noreferrer" target="_blank">
          {publisher}
        </a>
      )}
    </>
  );
}

/** What to call a fact: the provision, the finding, or who says so. */
function toProvision({ category, value }: DatedFact): string {
  const texts = ['law', 'articles', 'authority', 'court', 'case', 'decision', 'bodies', 'regime', 'basis', 'what'].flatMap((name) => {
    const text = value[name];
    return typeof text === 'string' ? [text] : [];
  });
  return texts.length > 0 ? texts.slice(0, 2).join(', ') : (words.categories[category] ?? category);
}
