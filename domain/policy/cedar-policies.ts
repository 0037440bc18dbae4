import { listSlots } from './cedar-slots.ts';

/** Allows what is not known, and everything once the data is stale. */
export function toOpenPolicy(slots: number): string {
  const forbids = listSlots(slots).map(
    (slot) => `
@id("whereabouts-barred-${slot}")
forbid (principal, action == Whereabouts::Action::"use", resource is Whereabouts::App)
when {
  context.nowEpoch < resource.freshUntilEpoch &&
  ${toCondition(slot, '  ')}
};
`,
  );
  return `// Fails open: an app that nobody has decided on is allowed, and so is every app once the data is stale.
// An app may have several rulings, of several platforms: each of them is enough to deny it.
@id("whereabouts-allow")
permit (principal, action == Whereabouts::Action::"use", resource is Whereabouts::App);
${forbids.join('')}`;
}

/** Denies what is not known, and everything once the data is stale. */
export function toClosedPolicy(slots: number): string {
  return `// Fails closed: an app that is not among the entities is denied, and so is every app once the data is stale.
// An app may have several rulings, of several platforms: each of them is enough to deny it.
@id("whereabouts-fresh-and-not-barred")
permit (principal, action == Whereabouts::Action::"use", resource is Whereabouts::App)
when {
  context.nowEpoch < resource.freshUntilEpoch &&
${listSlots(slots)
  .map((slot) => `  !(${toCondition(slot, '    ')})`)
  .join(' &&\n')}
};
`;
}

/** Whether the ruling of this name denies the app in the situation that is asked about. */
function toCondition(slot: string, indent: string): string {
  const ruling = `resource.rulings.${slot}`;
  return [
    `resource.rulings has ${slot} &&`,
    `${ruling}.scope.contains(context.deviceClass) &&`,
    `!${ruling}.exempted.containsAny(context.groups) &&`,
    `(${ruling}.decision == "suspend" ||`,
    `  (${ruling}.decision == "limit" && !context.conditionsMet.containsAll(${ruling}.conditions)))`,
  ].join(`\n${indent}`);
}
