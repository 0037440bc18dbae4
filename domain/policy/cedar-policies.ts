/** Allows what is not known, and everything once the data is stale. */
export const CEDAR_FAILS_OPEN = `// Fails open: an app that nobody has decided on is allowed, and so is every app once the data is stale.
@id("whereabouts-allow")
permit (principal, action == Whereabouts::Action::"use", resource is Whereabouts::App);

@id("whereabouts-suspended")
forbid (principal, action == Whereabouts::Action::"use", resource is Whereabouts::App)
when {
  context.nowEpoch < resource.freshUntilEpoch &&
  resource.decision == "suspend" &&
  resource.scope.contains(context.deviceClass)
}
unless { resource.exempted.containsAny(context.groups) };

@id("whereabouts-limited")
forbid (principal, action == Whereabouts::Action::"use", resource is Whereabouts::App)
when {
  context.nowEpoch < resource.freshUntilEpoch &&
  resource.decision == "limit" &&
  resource.scope.contains(context.deviceClass) &&
  !context.conditionsMet.containsAll(resource.conditions)
}
unless { resource.exempted.containsAny(context.groups) };
`;

/** Denies what is not known, and everything once the data is stale. */
export const CEDAR_FAILS_CLOSED = `// Fails closed: an app that is not among the entities is denied, and so is every app once the data is stale.
@id("whereabouts-fresh-and-not-barred")
permit (principal, action == Whereabouts::Action::"use", resource is Whereabouts::App)
when {
  context.nowEpoch < resource.freshUntilEpoch &&
  (
    !resource.scope.contains(context.deviceClass) ||
    resource.exempted.containsAny(context.groups) ||
    (resource.decision != "suspend" &&
      (resource.decision != "limit" || context.conditionsMet.containsAll(resource.conditions)))
  )
};
`;
