/** Those of the sentences that say what to find out next, and what it would move. */
export function pickNext<S extends { readonly code: string }>(sentences: readonly S[]): S[] {
  return sentences.filter(({ code }) => /^(next|moves)-/.test(code));
}
