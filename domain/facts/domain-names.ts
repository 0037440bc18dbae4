/** The domains above one: of `m.example.org` those are `example.org` and `org`. */
export function listAbove(domain: string): string[] {
  const labels = domain.split('.');
  return labels.slice(1).map((_, i) => labels.slice(i + 1).join('.'));
}
