import type { Route } from '../../lambdas/routes.ts';
import type { Operation } from '../../lambdas/runtime/operation.ts';

/** What follows for a caller from a route's line in the manifest and its operation. */
export function traitsOf(route: Route, operation: Operation) {
  const { method, scopes, needs = [] } = route;
  const isRead = method === 'GET';
  return {
    ...route,
    isSignedIn: scopes.length > 0,
    /** It stores something. */
    isChange: !isRead && !scopes.includes('read'),
    /** A person's token is needed for some of it. */
    isPersonal: scopes.includes('review') || scopes.includes('decide') || route.function === 'erasures',
    isKeyed: needs.includes('idempotency-key'),
    isConditional: needs.includes('precondition'),
    isPaged: needs.includes('paging'),
    /** It reads one thing, so it has an ETag, and If-None-Match may spare the answer. */
    hasTag: isRead && !needs.includes('paging'),
    /** It is what a policy tool fetches. */
    isReport: route.function === 'policy' && !isRead,
    isExport: route.function === 'policy' && isRead && operation.etag !== undefined,
    hasBody: operation.body !== undefined || operation.raw !== undefined,
    isRaw: operation.raw !== undefined,
    /** The address names something that may not exist: for the audit of one platform its query does, and of the tree its first checkpoint. */
    namesThing: operation.params !== undefined || ['verify-audit', 'get-log-checkpoint', 'get-log-policy'].includes(route.name),
  };
}
export type Traits = ReturnType<typeof traitsOf>;
