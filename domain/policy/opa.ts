import { hashOfText } from '../facts/hash.ts';
import type { AssessedPlatform, PolicyDocument, Ruling } from './document.ts';
import { ENFORCEMENT } from './enforcement.ts';
import { toEnvelope, toLine } from './envelope.ts';
import type { TarFile } from './tar.ts';

/** What a consumer's configuration repeats; OPA compares it as text. */
const OPA_SCOPE = 'whereabouts';

/** The files of a bundle, `.signatures.json` left out. */
export function toOpaFiles(document: PolicyDocument): TarFile[] {
  const { revision, dataAsOf, platforms } = document;
  const [first] = platforms;
  const manifest = {
    revision,
    roots: ['whereabouts'],
    rego_version: 1,
    metadata: { dataAsOf, method: first?.method ?? '', register: first?.register ?? '' },
  };
  return [
    { name: '.manifest', text: JSON.stringify(manifest) },
    { name: 'whereabouts/data.json', text: JSON.stringify(toData(document)) },
    { name: 'whereabouts/policy.rego', text: OPA_EXAMPLE },
  ];
}

/** What is signed: every file by its hash, JSON as OPA hashes it, for whom the bundle is, and by which key. No clock: same revision, same signature. */
export function toOpaSignature(files: readonly TarFile[], keyid: string): object {
  return {
    files: files.map(({ name, text }) => ({ name, hash: hashOfText(isJson(name) ? toOpaText(JSON.parse(text)) : text), algorithm: 'SHA-256' })),
    keyid,
    scope: OPA_SCOPE,
  };
}

/** OPA parses these and hashes what they say: https://github.com/open-policy-agent/opa/blob/main/v1/bundle/hash.go */
function isJson(name: string): boolean {
  return name === '.manifest' || name.endsWith('/data.json');
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

function toOpaText(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(toOpaText).join(',')}]`;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${toOpaText(member)}`).join(',')}}`;
}

/** Ids and figures, and of what people wrote only a line as a value: Go and JavaScript sort other names, and escape what ends a line, differently. */
function toData(document: PolicyDocument) {
  const { platforms, rulings, setAside = [] } = document;
  const aside = new Set(setAside.map(({ platform }) => platform));
  const assessed = new Map(platforms.map((platform) => [platform.id, platform]));
  const ruled = new Map(rulings.map((ruling) => [ruling.platform, ruling]));
  const apps: Record<string, Record<string, { decision: string }>> = { android: {}, ios: {}, web: {} };
  let used = 0;
  for (const id of [...new Set([...assessed.keys(), ...ruled.keys()])].sort()) {
    const entry = { ...toEntry(id, assessed.get(id), ruled.get(id)), ...(aside.has(id) && { setAside: true }) };
    for (const [system, ids] of Object.entries(ruled.get(id)?.apps ?? assessed.get(id)?.apps ?? {})) {
      const known = apps[system] ?? {};
      for (const app of ids) {
        // The stricter of two platforms that name the same app.
        if (Object.hasOwn(known, app) && STRICTNESS.indexOf(known[app]?.decision ?? '') >= STRICTNESS.indexOf(entry.decision)) continue;
        if (!Object.hasOwn(known, app)) used += 1;
        known[app] = entry;
      }
    }
  }
  return { meta: toEnvelope(document, { max: null, used }, ENFORCEMENT.opa), apps };
}

const STRICTNESS = ['none', 'allow', 'limit', 'suspend'];

function toEntry(platform: string, assessed: AssessedPlatform | undefined, ruling: Ruling | undefined) {
  return {
    platform,
    decision: ruling?.decision ?? 'none',
    ...(assessed && toRating(assessed)),
    ...(assessed?.assessment && { assessment: assessed.assessment }),
    ...(ruling && {
      decisionId: ruling.id,
      scope: ruling.scope,
      effectiveAt: ruling.effectiveAt,
      enforceBy: ruling.enforceBy,
      enforced: ruling.isEnforced,
      expiresAt: ruling.expiresAt,
      consequence: toLine(ruling.consequence),
      conditions: ruling.conditions,
      exempted: ruling.exemptions.map(({ group }) => group),
    }),
  };
}

function toRating({ band, bandRange, gate, score, open, nextReviewOn }: AssessedPlatform) {
  return { band, bandRange, gate, score, ...(open && { open }), nextReviewOn };
}

/** An example: it denies what is decided and nothing else, and says when the data is stale. */
export const OPA_EXAMPLE = `# Asks: {"os": "android", "appId": "com.example.social", "deviceClass": "enrolled-personal-device", "groups": [], "conditionsMet": []}
# Denies nothing by default; read \`stale\` too, and decide what to do with an answer that is out of date.
package whereabouts

default deny := false

deny if {
	binds
	app.decision == "suspend"
}

deny if {
	binds
	app.decision == "limit"
	some condition in app.conditions
	not condition in object.get(input, "conditionsMet", [])
}

# Stale unless proven fresh: a missing or bad freshUntil must not read as fresh.
default stale := true

stale := false if time.now_ns() < time.parse_rfc3339_ns(data.whereabouts.meta.freshUntil)

verdict := {"known": false, "deny": false, "decision": "none", "stale": stale, "revision": data.whereabouts.meta.revision} if not app

verdict := {
	"known": true,
	"deny": deny,
	"decision": app.decision,
	"decisionId": object.get(app, "decisionId", null),
	"consequence": object.get(app, "consequence", null),
	"consequenceFrom": object.get(app, "enforceBy", null),
	"stale": stale,
	"revision": data.whereabouts.meta.revision,
} if {
	app
}

app := data.whereabouts.apps[input.os][input.appId]

binds if {
	input.deviceClass in app.scope
	not exempted
}

exempted if {
	some group in object.get(input, "groups", [])
	group in app.exempted
}
`;
