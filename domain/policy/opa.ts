import { hashOfText } from '../facts/hash.ts';
import type { AssessedPlatform, PolicyDocument, Ruling } from './document.ts';
import { ENFORCEMENT } from './enforcement.ts';
import { toEnvelope, toLine } from './envelope.ts';
import { listApps, type Naming } from './listed-apps.ts';
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
  const aside = new Set(document.setAside?.map(({ platform }) => platform));
  const apps: Record<string, Record<string, object>> = { android: {}, ios: {}, web: {} };
  const listed = listApps(document);
  for (const { system, appId, namings } of listed) {
    const isAside = namings.some(({ platform }) => aside.has(platform));
    Object.assign(apps[system] ?? {}, { [appId]: { ...toEntry(namings), ...(isAside && { setAside: true }) } });
  }
  return { meta: toEnvelope(document, { max: null, used: listed.length }, ENFORCEMENT.opa), apps };
}

/** What is said of one platform stands together: the first that names the app, whose decision is the strictest, and under `others` the rest. */
function toEntry([first, ...others]: readonly Naming[]) {
  if (!first) return {};
  const rulings = [first, ...others].flatMap(({ ruling }) => (ruling ? [{ platform: ruling.platform, ...toOrder(ruling) }] : []));
  return { ...toSaid(first), rulings, ...(others.length > 0 && { others: others.map(toSaid) }) };
}

function toSaid({ platform, assessed, ruling }: Naming) {
  return {
    platform,
    decision: ruling?.decision ?? 'none',
    ...(assessed && toRating(assessed)),
    ...(assessed?.assessment && { assessment: assessed.assessment }),
    ...(ruling && toOrder(ruling)),
  };
}

function toOrder(ruling: Ruling) {
  return {
    decision: ruling.decision,
    decisionId: ruling.id,
    scope: ruling.scope,
    effectiveAt: ruling.effectiveAt,
    enforceBy: ruling.enforceBy,
    enforced: ruling.isEnforced,
    expiresAt: ruling.expiresAt,
    consequence: toLine(ruling.consequence),
    conditions: ruling.conditions,
    exempted: ruling.exemptions.map(({ group }) => group),
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

deny if count(denying) > 0

# Stale unless proven fresh: a missing or bad freshUntil must not read as fresh.
default stale := true

stale := false if time.now_ns() < time.parse_rfc3339_ns(data.whereabouts.meta.freshUntil)

verdict := {"known": false, "deny": false, "decision": "none", "stale": stale, "revision": data.whereabouts.meta.revision} if not app

verdict := {
	"known": true,
	"deny": deny,
	"decision": object.get(deciding, "decision", "none"),
	"decisionId": object.get(deciding, "decisionId", null),
	"consequence": object.get(deciding, "consequence", null),
	"consequenceFrom": object.get(deciding, "enforceBy", null),
	"stale": stale,
	"revision": data.whereabouts.meta.revision,
} if {
	app
}

app := data.whereabouts.apps[input.os][listed[0]]

# A decision on a domain binds what lies below it: a domain that nobody lists is the nearest above it that somebody lists.
listed := [name | some name in names; data.whereabouts.apps[input.os][name]]

names := [input.appId] if input.os != "web"

names := [concat(".", array.slice(labels, i, count(labels))) | some i, _ in labels] if input.os == "web"

labels := split(trim_suffix(lower(input.appId), "."), ".")

# Several platforms may name one app: all their decisions bind. They stand in the order of their strictness, so that the first one decides.
default deciding := {}

deciding := ranked[0]

ranked := array.concat(array.concat(denying, applying), app.rulings)

denying := [ruling | some ruling in applying; denies(ruling)]

applying := [ruling | some ruling in app.rulings; applies(ruling)]

denies(ruling) if ruling.decision == "suspend"

denies(ruling) if {
	ruling.decision == "limit"
	some condition in ruling.conditions
	not condition in object.get(input, "conditionsMet", [])
}

applies(ruling) if {
	input.deviceClass in ruling.scope
	not exempted(ruling)
}

exempted(ruling) if {
	some group in object.get(input, "groups", [])
	group in ruling.exempted
}
`;
