type Health = { readonly error: unknown; readonly isSilent: boolean; readonly isBehind: boolean };

/** Those that report an error, then the silent ones, then those behind, then the rest; each in the order given. */
export function failingFirst<Consumer extends Health>(consumers: readonly Consumer[]): Consumer[] {
  return consumers.toSorted((a, b) => gravityOf(b) - gravityOf(a));
}

function gravityOf({ error, isSilent, isBehind }: Health): number {
  return error ? 3 : isSilent ? 2 : isBehind ? 1 : 0;
}
