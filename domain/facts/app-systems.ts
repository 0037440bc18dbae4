/** Where an app runs; on the web its ids are domains. */
export const SYSTEMS = ['android', 'ios', 'web'] as const;
export type System = (typeof SYSTEMS)[number];

/**
 * The ids by which a decision binds this app: its own, and for a domain those above it, because filters know no difference: `example.org` and `org` of
 * `m.example.org`.
 */
export function listBindingIds(system: System, appId: string): string[] {
  if (system !== 'web') return [appId];
  const labels = appId.split('.');
  return labels.map((_, i) => labels.slice(i).join('.'));
}
