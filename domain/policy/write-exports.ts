import { toAndroidChanges, toAndroidPolicies } from './android.ts';
import { toAppleProfile } from './apple.ts';
import { toBrowserPolicies } from './browser.ts';
import { countSlots, toCedarEntities } from './cedar.ts';
import { toClosedPolicy, toOpenPolicy } from './cedar-policies.ts';
import { toCedarSchema, toCedarSchemaJson } from './cedar-schema.ts';
import type { PolicyDocument } from './document.ts';
import { toDomainList, toResponsePolicyZone } from './domains.ts';
import type { ExportName } from './exports.ts';
import { toIntunePolicies } from './intune.ts';
import { toScoresCsv, toScoresJson } from './scores.ts';
import { toEntitiesDefinition } from './verified-permissions.ts';

/** Every export of one revision that is text, by name. */
export function writeExports(document: PolicyDocument): ReadonlyMap<ExportName, string> {
  const entities = toCedarEntities(document);
  const slots = countSlots(document);
  const texts = {
    'scores-json': toScoresJson(document),
    'scores-csv': toScoresCsv(document),
    'scores-csv-eu': toScoresCsv(document, 'eu'),
    'domains-plain': toDomainList(document),
    'domains-rpz': toResponsePolicyZone(document),
    'browser-chrome': toBrowserPolicies(document, 'chrome'),
    'browser-edge': toBrowserPolicies(document, 'edge'),
    apple: toAppleProfile(document),
    'cedar-entities': JSON.stringify(entities),
    'cedar-entities-avp': JSON.stringify(toEntitiesDefinition(entities)),
    'cedar-schema': toCedarSchema(slots),
    'cedar-schema-avp': JSON.stringify(toCedarSchemaJson(slots)),
    'cedar-fail-open': toOpenPolicy(slots),
    'cedar-fail-closed': toClosedPolicy(slots),
    'android-policy-fully_managed': toAndroidPolicies(document, 'fully_managed'),
    'android-policy-company_work_profile': toAndroidPolicies(document, 'company_work_profile'),
    'android-policy-personal_work_profile': toAndroidPolicies(document, 'personal_work_profile'),
    'android-modify-fully_managed': toAndroidChanges(document, 'fully_managed'),
    'android-modify-company_work_profile': toAndroidChanges(document, 'company_work_profile'),
    'android-modify-personal_work_profile': toAndroidChanges(document, 'personal_work_profile'),
    'intune-ios-restrictions': toIntunePolicies(document, 'ios-restrictions'),
    'intune-ios-compliance': toIntunePolicies(document, 'ios-compliance'),
    'intune-android-device-owner': toIntunePolicies(document, 'android-device-owner'),
  } satisfies Record<ExportName, string>;
  return new Map(Object.entries(texts) as [ExportName, string][]);
}
