import { ANDROID_MODES, type AndroidMode, toAndroidChanges, toAndroidPolicies } from './android.ts';
import { toAppleProfile } from './apple.ts';
import { toCedarEntities } from './cedar.ts';
import { CEDAR_FAILS_CLOSED, CEDAR_FAILS_OPEN } from './cedar-policies.ts';
import { CEDAR_SCHEMA, CEDAR_SCHEMA_JSON } from './cedar-schema.ts';
import type { PolicyDocument } from './document.ts';
import { toDomainList, toResponsePolicyZone } from './domains.ts';
import { INTUNE_KINDS, type IntuneKind, toIntunePolicies } from './intune.ts';
import { toScoresCsv, toScoresJson } from './scores.ts';
import { toEntitiesDefinition } from './verified-permissions.ts';

/** The exports that are text; the signed bundle is made beside them. */
export type ExportName =
  | 'scores-json'
  | 'scores-csv'
  | 'domains-plain'
  | 'domains-rpz'
  | 'apple'
  | 'cedar-entities'
  | 'cedar-entities-avp'
  | 'cedar-schema'
  | 'cedar-schema-avp'
  | 'cedar-fail-open'
  | 'cedar-fail-closed'
  | `android-policy-${AndroidMode}`
  | `android-modify-${AndroidMode}`
  | `intune-${IntuneKind}`;

/** Every export of one revision, by name. */
export function writeExports(document: PolicyDocument): Map<ExportName, string> {
  const entities = toCedarEntities(document);
  return new Map<ExportName, string>([
    ['scores-json', toScoresJson(document)],
    ['scores-csv', toScoresCsv(document)],
    ['domains-plain', toDomainList(document)],
    ['domains-rpz', toResponsePolicyZone(document)],
    ['apple', toAppleProfile(document)],
    ['cedar-entities', JSON.stringify(entities)],
    ['cedar-entities-avp', JSON.stringify(toEntitiesDefinition(entities))],
    ['cedar-schema', CEDAR_SCHEMA],
    ['cedar-schema-avp', JSON.stringify(CEDAR_SCHEMA_JSON)],
    ['cedar-fail-open', CEDAR_FAILS_OPEN],
    ['cedar-fail-closed', CEDAR_FAILS_CLOSED],
    ...ANDROID_MODES.map((mode): [ExportName, string] => [`android-policy-${mode}`, toAndroidPolicies(document, mode)]),
    ...ANDROID_MODES.map((mode): [ExportName, string] => [`android-modify-${mode}`, toAndroidChanges(document, mode)]),
    ...INTUNE_KINDS.map((kind): [ExportName, string] => [`intune-${kind}`, toIntunePolicies(document, kind)]),
  ]);
}
