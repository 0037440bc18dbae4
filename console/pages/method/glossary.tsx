import { useEffect } from 'preact/hooks';
import { t } from '../../messages/text.ts';
import { type TermName, toAnchor } from '../../parts/term.tsx';
import { usePlace } from '../../router.ts';

const words = t.glossary;

/** Every term of the method, each with an anchor that pages link to. */
export function Glossary() {
  const { hash } = usePlace();
  useEffect(() => {
    const target = document.getElementById(hash);
    target?.scrollIntoView();
    target?.focus();
  }, [hash]);
  return (
    <section>
      <h2>{words.title}</h2>
      <dl class="glossary">
        {(Object.keys(words.terms) as TermName[]).map((term) => (
          <div key={term} id={toAnchor(term)} tabIndex={-1}>
            <dt>{words.terms[term].name}</dt>
            <dd>{words.terms[term].means}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
