import type { Route } from '../../lambdas/routes.ts';

export type Match = { readonly route: Route; readonly params: Readonly<Record<string, string>> };

/** Finds a request's route as API Gateway does: on the decoded path, literal segments before parameters; undefined is `$default`. */
export function createMatcher(routes: readonly Route[]): (method: string, path: string) => Match | undefined {
  const patterns = routes
    .map((route) => ({ route, segments: route.path.split('/').map(toSegment) }))
    .sort((a, b) => (specificity(a.segments) < specificity(b.segments) ? -1 : 1));
  return (method, path) => {
    const parts = path.split('/');
    const wanted = method === 'HEAD' ? 'GET' : method;
    for (const { route, segments } of patterns) {
      if (route.method !== wanted || !(segments.at(-1)?.isRest ? parts.length >= segments.length : parts.length === segments.length)) continue;
      if (segments.every(({ literal }, i) => (literal === undefined ? parts[i] !== '' : literal === parts[i])))
        return {
          route,
          params: Object.fromEntries(
            segments.flatMap(({ name }, i) =>
              name === undefined ? [] : [[name, segments[i]?.isRest ? parts.slice(i).join('/') : (parts[i] ?? '')]],
            ),
          ),
        };
    }
    return undefined;
  };
}

/** `{name+}` takes all that is left of the path. */
type Segment = { readonly literal?: string; readonly name?: string; readonly isRest?: boolean };

function toSegment(text: string): Segment {
  const [, name, rest] = /^\{(\w+)(\+?)\}$/.exec(text) ?? [];
  return name === undefined ? { literal: text } : { name, isRest: rest === '+' };
}

/** Sorts a path with a literal before one with a parameter at the first place where they differ. */
const specificity = (segments: readonly Segment[]) => segments.map(({ literal }) => (literal === undefined ? 1 : 0)).join('');
