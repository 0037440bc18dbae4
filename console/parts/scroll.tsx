import type { ComponentChildren } from 'preact';

/** What is wider than a small screen scrolls by itself, by keyboard too, and the page does not. */
export function Scroll({
  label,
  class: name = '',
  children,
}: {
  readonly label: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it no key reaches what is out of sight
    <section class={`scroll ${name}`} tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
