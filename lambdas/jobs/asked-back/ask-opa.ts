import { gunzipSync } from 'node:zlib';
import { loadPolicy } from '@open-policy-agent/opa-wasm';
import * as z from 'zod';
import type { PolicyDocument } from '../../../domain/policy/document.ts';
import { concludeVerdict } from '../../../domain/policy/verdict.ts';
import { hashOfBytes } from '../../../store/hash-of-bytes.ts';
import { type Difference, everyApp, type Listed, splitName, toWords } from './difference.ts';
import compiled from './opa-policy.json' with { type: 'json' };
import { readBundle } from './read-bundle.ts';
import { readJson } from './read-json.ts';
import { listSituations, toSetKey, UNKNOWN_APP } from './situations.ts';

const NS = 1_000_000;
const Data = z.looseObject({ apps: z.record(z.string(), z.record(z.string(), z.unknown())) });
const Result = z.tuple([
  z.strictObject({
    result: z.looseObject({
      known: z.boolean(),
      deny: z.boolean(),
      decision: z.string(),
      decisionId: z.string().nullish(),
      stale: z.boolean(),
      revision: z.string(),
    }),
  }),
]);
type Answer = z.infer<typeof Result>[0]['result'];

/** What the bundle concludes: its policy as the real OPA compiled it, over the data that lies in it. */
export async function askOpa(bundle: Uint8Array, { revision, freshUntil }: PolicyDocument, listed: Listed, at: Date): Promise<Difference[]> {
  const files = await readBundle(bundle);
  const policy = files.get('whereabouts/policy.rego');
  const data = files.get('whereabouts/data.json');
  if (!policy || !data) throw new Error('it lacks its policy or its data');
  if (hashOfBytes(policy) !== compiled.rego) throw new Error('its policy is not the one that was compiled');
  const clock = { ms: at.getTime() };
  const ask = await openPolicy(data, clock);
  const { apps } = readJson(data.toString('utf8'), Data);
  const exported = new Map(Object.entries(apps).flatMap(([system, ids]) => Object.entries(ids).map(([id, entry]) => [`${system}:${id}`, entry])));

  const differences: Difference[] = [];
  const asked = new Set<string>();
  for (const name of [...everyApp(listed, exported.keys()), UNKNOWN_APP]) {
    const [app, { system: os, appId }] = [listed.get(name), splitName(name)];
    const isDomain = os === 'web';
    const key = `${isDomain} ${toSetKey(app, exported.get(name))}`;
    if (asked.has(key)) continue;
    asked.add(key);
    for (const situation of listSituations(app)) {
      const { known, deny, decision, decisionId } = concludeVerdict(app, situation);
      const expected = toText({ known, deny, decision, decisionId, stale: false, revision }, revision);
      for (const below of isDomain ? ['', `${NOT_LISTED}.`] : ['']) {
        const got = toText(ask({ os, appId: `${below}${appId}`, ...situation }), revision);
        if (got !== expected) differences.push({ export: 'opa-bundle', app: name, on: toWords(situation), expected, got });
      }
    }
  }
  clock.ms = Date.parse(freshUntil);
  const { system: os, appId } = splitName(UNKNOWN_APP);
  if (!ask({ os, appId }).stale) differences.push({ export: 'opa-bundle', app: UNKNOWN_APP, on: freshUntil, expected: 'stale', got: 'fresh' });
  return differences;
}

/** A label that no listed domain has, because of its space; what lies below a domain is bound by the same decisions. */
const NOT_LISTED = 'not listed';

async function openPolicy(data: Buffer, clock: { readonly ms: number }): Promise<(input: object) => Answer> {
  const time = { 'time.now_ns': () => clock.ms * NS, 'time.parse_rfc3339_ns': (text: string) => Date.parse(text) * NS };
  const policy = await loadPolicy(gunzipSync(Buffer.from(compiled.wasm, 'base64')), {}, time);
  // OPA's own parser reads the bytes; the folder that they lie in is a member of what it reads.
  const rooted = Buffer.concat([Buffer.from('{"whereabouts":'), data, Buffer.from('}')]);
  policy.setData(rooted.buffer.slice(rooted.byteOffset, rooted.byteOffset + rooted.byteLength));
  return (input) => Result.parse(policy.evaluate(input))[0].result;
}

/** The revision is said where it is another, so that a difference that stays is the same sentence each time. */
function toText({ known, deny, decision, decisionId, stale, revision }: Answer, asked: string): string {
  const parts = [known ? 'known' : 'unknown', deny ? 'denied' : 'allowed', `${decision} ${decisionId ?? ''}`.trim(), stale ? 'stale' : 'fresh'];
  return [...parts, ...(revision === asked ? [] : [revision])].join(', ');
}
