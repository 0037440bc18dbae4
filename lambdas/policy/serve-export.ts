import { gunzipSync } from 'node:zlib';
import * as z from 'zod';
import type { ExportName } from '../../domain/policy/exports.ts';
import type { PolicyMark } from '../../store/policy.ts';
import type { Deps } from '../runtime/deps.ts';
import type { Definition } from '../runtime/operation.ts';
import { Problem } from '../runtime/problem.ts';
import { ok } from '../runtime/reply.ts';

type Current = NonNullable<PolicyMark['current']>;

export type Served<Q> = {
  readonly query: z.ZodType<Q>;
  readonly nameOf: (query: Q) => ExportName | 'opa-bundle';
  readonly typeOf: (query: Q) => string;
  readonly description: string;
  /** The part of it that was asked for; undefined for the whole. */
  readonly partOf?: (query: Q) => { readonly tag: string; readonly cut: (text: string) => string } | undefined;
};

export const JSON_TYPE = 'application/json';
export const TEXT_TYPE = 'text/plain; charset=utf-8';

/** An export as it was written with its revision: not the least of it is made while somebody waits, so the same revision has the same bytes. */
export function serveExport<Q>({
  query,
  nameOf,
  typeOf,
  description,
  partOf = () => undefined,
}: Served<Q>): Definition<Record<string, never>, Q, undefined, Current> {
  return {
    query,
    reply: { 200: z.unknown().meta({ description }) },
    find: (_, deps) => findCurrent(deps),
    etag: ({ revision }, asked) => [revision, nameOf(asked), partOf(asked)?.tag ?? []].flat().join('-'),
    async run({ query: asked, found: { revision, dataAsOf, freshUntil, place } }, { store }) {
      const name = nameOf(asked);
      const bytes = await store.readExport(place, name);
      if (!bytes) throw new Error('a revision stands without its exports');
      const headers = { 'whereabouts-revision': revision, 'whereabouts-data-as-of': dataAsOf, 'whereabouts-fresh-until': freshUntil };
      const whole = name === 'opa-bundle' ? bytes : gunzipSync(bytes).toString('utf8');
      const part = partOf(asked);
      const body = part && typeof whole === 'string' ? part.cut(whole) : whole;
      // A poller asks each time whether it changed, and keeps what it has when nothing answers.
      return ok(body, { 'content-type': typeOf(asked), 'cache-control': 'private, no-cache', ...headers });
    },
  };
}

/** The last good revision. When there is none, the first one is held back or not made yet. */
async function findCurrent({ store }: Deps): Promise<Current> {
  const mark = await store.findPolicyMark();
  if (mark?.current) return mark.current;
  throw new Problem('export-withheld', mark?.withheld ? mark.withheld.reason : 'the first revision has not been made yet: ask again in a minute');
}
