import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../messages/text.ts';

const words = t.glossary;
export type TermName = keyof typeof words.terms;

export const toAnchor = (term: TermName) => `term-${term}`;

/** A term of the method that says what it means where it stands, and where more is said of it. */
export function Term({ of, children }: { readonly of: TermName; readonly children?: ComponentChildren }) {
  const id = useId();
  const { name, means } = words.terms[of];
  return (
    <>
      <button type="button" class="term" popovertarget={id} title={words.what(name)}>
        {children ?? name}
      </button>
      <span id={id} popover="auto" class="meaning" role="note">
        <strong>{name}</strong> {means} <a href={`/method#${toAnchor(of)}`}>{words.more}</a>
      </span>
    </>
  );
}
