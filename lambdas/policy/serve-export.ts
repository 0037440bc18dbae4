import { gunzipSync } from 'node:zlib';
import * as z from 'zod';
import { detail } from '../../domain/facts/detail.ts';
import type { PolicyExport } from '../../domain/policy/exports.ts';
import type { PolicyMark } from '../../store/policy.ts';
import type { Deps } from '../runtime/deps.ts';
import { type Operation, operation } from '../runtime/operation.ts';
import { Problem } from '../runtime/problem.ts';
import { ok } from '../runtime/reply.ts';

type Current = NonNullable<PolicyMark['current']>;
type Query = Readonly<Record<string, string | undefined>>;
type Form = PolicyExport['forms'][number];

/** A part of an export, for tools that do not take the whole. */
export type Part = {
  /** Parameters beside those of the manifest. */
  readonly parameters: Readonly<Record<string, z.ZodType<string | undefined>>>;
  readonly check: (query: Query, context: z.RefinementCtx) => void;
  /** What was asked for, with a tag that tells it from other parts; undefined for the whole. */
  readonly select: (query: Query) => { readonly tag: string; readonly cut: (text: string) => string } | undefined;
};

/** An export as it was written with its revision. None of it is made while somebody waits, so the same revision has the same bytes. */
export function serveExport(entry: PolicyExport, part?: Part): Operation {
  return operation({
    query: toQuery(entry, part),
    reply: { 200: z.unknown().meta({ description: entry.answers }) },
    find: (_, deps) => findCurrent(deps),
    etag: ({ revision }, asked) => [revision, formOf(entry, asked).name, part?.select(asked)?.tag ?? []].flat().join('-'),
    async run({ query: asked, found: { revision, dataAsOf, freshUntil, ...current } }, { store }) {
      const { name, type = entry.type } = formOf(entry, asked);
      const kept = await store.readSigned(current, name);
      if (!kept) throw new Error('a revision stands without its exports');
      const { bytes, signature } = kept;
      const headers = { 'whereabouts-revision': revision, 'whereabouts-data-as-of': dataAsOf, 'whereabouts-fresh-until': freshUntil };
      const whole = type === 'application/gzip' ? bytes : gunzipSync(bytes).toString('utf8');
      const selected = part?.select(asked);
      const body = selected && typeof whole === 'string' ? selected.cut(whole) : whole;
      // A poller asks each time whether it changed, and keeps what it has when there is no answer.
      return ok(body, {
        'content-type': type,
        'cache-control': 'private, no-cache',
        ...headers,
        // It is over the whole, so a part goes without.
        ...(signature !== undefined && selected === undefined && { 'whereabouts-signature': signature }),
      });
    },
  });
}

/** Each parameter takes the values that the forms ask by. */
function toQuery({ parameters, forms }: PolicyExport, part: Part | undefined): z.ZodType<Query> {
  const own = Object.entries(parameters).map(([name, { description, default: usual, example }]) => {
    const values = z.enum([...new Set(forms.flatMap(({ query }) => query[name] ?? []))]);
    return [name, (usual === undefined ? values : values.default(usual)).meta({ description, example })] as const;
  });
  const query = z.strictObject({ ...Object.fromEntries(own), ...part?.parameters });
  return part ? query.superRefine((asked, context) => part.check(asked, context)) : query;
}

function formOf({ operation: name, forms }: PolicyExport, asked: Query): Form {
  const form = forms.find(({ query }) => Object.entries(query).every(([parameter, value]) => asked[parameter] === value));
  if (!form) throw new Error(`${name} has no form for ${JSON.stringify(asked)}`);
  return form;
}

/** The last good revision. When there is none, the first one is held back or not made yet. */
async function findCurrent({ store }: Deps): Promise<Current> {
  const mark = await store.findPolicyMark();
  if (mark?.current) return mark.current;
  throw new Problem('export-withheld', mark?.withheld ? detail('as-found', { found: mark.withheld.reason }) : detail('no-export-yet'));
}
