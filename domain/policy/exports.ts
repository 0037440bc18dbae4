import { SYSTEMS, type System } from '../facts/app-systems.ts';
import type { DeviceScope } from '../record/decision.ts';

/** Which suspended apps a form must name, blocked or pending: of these systems, where the decision covers one of these devices. */
type Names = { readonly systems: readonly System[]; readonly scopes: readonly DeviceScope[] };

/** One text or archive that is written with each revision. */
type Form = {
  /** What it is kept under, and called in its ETag. */
  readonly name: string;
  /** The parameters that ask for it; one that is not named here may be anything. */
  readonly query: Readonly<Record<string, string>>;
  /** What `whereabouts export` calls it. */
  readonly format: string;
  readonly says: string;
  /** `nothing` is for what is the same whatever is decided. A form that lacks a name holds the whole revision back. */
  readonly names: Names | 'nothing';
  /** Where it is not the export's own. */
  readonly type?: string;
};

/** An address below `/v1/policy/` that a policy tool polls, as data: functions, command line and console carry it, without what writes it. */
export type PolicyExport = {
  readonly operation: `get-${string}`;
  readonly address: string;
  /** What the address is for, and what its answer holds. */
  readonly summary: string;
  readonly answers: string;
  readonly type: string;
  /** Whose it is on the console, and the request that its configuration there polls into a file. */
  readonly tool: string;
  readonly poll: { readonly query: Readonly<Record<string, string>>; readonly file: string };
  /** Parameters, whose values are those that the forms ask by. */
  readonly parameters: Readonly<Record<string, { readonly description: string; readonly default?: string; readonly example: string }>>;
  readonly forms: readonly Form[];
};

const JSON_TYPE = 'application/json';
const TEXT_TYPE = 'text/plain; charset=utf-8';

const EVERY_SCOPE = ['corporate-device', 'enrolled-personal-device'] as const;
const EVERY_APP = { systems: SYSTEMS, scopes: EVERY_SCOPE } as const;
const CORPORATE_ANDROID = { systems: ['android'], scopes: ['corporate-device'] } as const;
const PERSONAL_ANDROID = { systems: ['android'], scopes: ['enrolled-personal-device'] } as const;
const EVERY_IOS = { systems: ['ios'], scopes: EVERY_SCOPE } as const;
const EVERY_DOMAIN = { systems: ['web'], scopes: EVERY_SCOPE } as const;

/**
 * Every export. Routes, operations, the formats of the command line, the console's configurations, the checks of a revision and the
 * table in docs/policy.md follow from here; `write-exports.ts` writes each form, and does not compile without one.
 */
export const EXPORTS = [
  {
    operation: 'get-opa-bundle',
    address: 'opa/bundles/whereabouts.tar.gz',
    summary: 'Read the signed bundle for OPA',
    answers: 'A bundle for OPA, signed (RS256): a gzip tar with `.manifest`, `whereabouts/data.json`, `whereabouts/policy.rego`, `.signatures.json`.',
    type: 'application/gzip',
    tool: 'Open Policy Agent',
    poll: { query: {}, file: 'whereabouts.tar.gz' },
    parameters: {},
    forms: [{ name: 'opa-bundle', query: {}, format: 'opa', says: 'the signed bundle for OPA (gzip)', names: EVERY_APP }],
  },
  {
    operation: 'get-cedar-entities',
    address: 'cedar/entities',
    summary: 'Read entities, schema or an example policy for Cedar',
    answers: 'Entities as Cedar reads them: an app each below the band of its platform, and the revision as `Whereabouts::Revision::"current"`.',
    type: JSON_TYPE,
    tool: 'Cedar',
    poll: { query: {}, file: 'entities.json' },
    parameters: {
      as: {
        description: 'The entities, their schema, or one of two example policies, by what it does on stale data.',
        default: 'entities',
        example: 'entities',
      },
      format: {
        description: 'As Cedar reads it, or as Amazon Verified Permissions takes it; a policy is the same in both.',
        default: 'cedar-json',
        example: 'avp',
      },
    },
    forms: [
      { name: 'cedar-entities', query: { as: 'entities', format: 'cedar-json' }, format: 'cedar', says: 'entities for Cedar', names: EVERY_APP },
      { name: 'cedar-schema', query: { as: 'schema', format: 'cedar-json' }, format: 'cedar-schema', says: 'their schema', names: 'nothing', type: TEXT_TYPE },
      { name: 'cedar-entities-avp', query: { as: 'entities', format: 'avp' }, format: 'cedar-avp', says: 'entities for Amazon Verified Permissions', names: EVERY_APP },
      { name: 'cedar-schema-avp', query: { as: 'schema', format: 'avp' }, format: 'cedar-schema-avp', says: 'their schema, for PutSchema', names: 'nothing' },
      { name: 'cedar-fail-open', query: { as: 'fail-open' }, format: 'cedar-fail-open', says: 'an example policy that allows on stale data', names: 'nothing', type: TEXT_TYPE },
      { name: 'cedar-fail-closed', query: { as: 'fail-closed' }, format: 'cedar-fail-closed', says: 'an example policy that denies on stale data', names: 'nothing', type: TEXT_TYPE },
    ],
  },
  {
    operation: 'get-android-policy',
    address: 'android',
    summary: 'Read the block list for the Android Management API',
    answers: 'For the Android Management API: `policies` or `modifications`, one for each 3,000 apps; `pending` names apps whose deadline is to come.',
    type: JSON_TYPE,
    tool: 'Android Management API',
    poll: { query: { as: 'modify' }, file: 'android.json' },
    parameters: {
      mode: { description: 'How the devices are enrolled.', default: 'fully_managed', example: 'company_work_profile' },
      as: { description: 'Fragments of a policy, or bodies for :modifyPolicyApplications.', default: 'policy', example: 'policy' },
    },
    forms: [
      { name: 'android-policy-fully_managed', query: { mode: 'fully_managed', as: 'policy' }, format: 'android', says: 'Android Management API, fully managed devices', names: CORPORATE_ANDROID },
      { name: 'android-policy-company_work_profile', query: { mode: 'company_work_profile', as: 'policy' }, format: 'android-company-profile', says: 'company-owned devices with a work profile', names: CORPORATE_ANDROID },
      { name: 'android-policy-personal_work_profile', query: { mode: 'personal_work_profile', as: 'policy' }, format: 'android-personal-profile', says: 'personal devices with a work profile', names: PERSONAL_ANDROID },
      { name: 'android-modify-fully_managed', query: { mode: 'fully_managed', as: 'modify' }, format: 'android-modify', says: 'bodies for :modifyPolicyApplications, fully managed devices', names: CORPORATE_ANDROID },
      {
        name: 'android-modify-company_work_profile',
        query: { mode: 'company_work_profile', as: 'modify' },
        format: 'android-company-profile-modify',
        says: 'the same for company-owned devices with a work profile',
        names: CORPORATE_ANDROID,
      },
      { name: 'android-modify-personal_work_profile', query: { mode: 'personal_work_profile', as: 'modify' }, format: 'android-personal-profile-modify', says: 'the same for personal devices with a work profile', names: PERSONAL_ANDROID },
    ],
  },
  {
    operation: 'get-apple-profile',
    address: 'apple',
    summary: 'Read the configuration profile for supervised Apple devices',
    answers: 'A configuration profile with `blockedAppBundleIDs`, for supervised devices; its description says revision, limits and gaps.',
    type: 'application/x-apple-aspen-config',
    tool: 'Apple device management',
    poll: { query: {}, file: 'whereabouts.mobileconfig' },
    parameters: {},
    forms: [{ name: 'apple', query: {}, format: 'apple', says: 'a configuration profile for supervised devices', names: { systems: ['ios'], scopes: ['corporate-device'] } }],
  },
  {
    operation: 'get-intune-policy',
    address: 'intune',
    summary: 'Read the policies for Microsoft Intune',
    answers: 'For Microsoft Intune: `policies` are bodies for Microsoft Graph, split where a list is longer than it takes.',
    type: JSON_TYPE,
    tool: 'Microsoft Intune',
    poll: { query: { kind: 'ios-compliance' }, file: 'intune.json' },
    parameters: { kind: { description: 'Which resource of Microsoft Graph.', example: 'ios-compliance' } },
    forms: [
      { name: 'intune-ios-restrictions', query: { kind: 'ios-restrictions' }, format: 'intune-ios-restrictions', says: 'Microsoft Graph, listed apps are reported', names: EVERY_IOS },
      { name: 'intune-ios-compliance', query: { kind: 'ios-compliance' }, format: 'intune-ios-compliance', says: 'Microsoft Graph, compliance with a deadline', names: EVERY_IOS },
      { name: 'intune-android-device-owner', query: { kind: 'android-device-owner' }, format: 'intune-android-device-owner', says: 'Microsoft Graph, personal side of company devices', names: CORPORATE_ANDROID },
    ],
  },
  {
    operation: 'get-domains',
    address: 'domains',
    summary: 'Read the blocked domains, plain or as a response policy zone',
    answers: 'The blocked domains; remarks say revision, limits and gaps.',
    type: TEXT_TYPE,
    tool: 'DNS response policy zone',
    poll: { query: { as: 'rpz' }, file: 'whereabouts.rpz' },
    parameters: { as: { description: 'A domain a line, or a DNS response policy zone.', default: 'plain', example: 'rpz' } },
    forms: [
      { name: 'domains-plain', query: { as: 'plain' }, format: 'domains', says: 'blocked domains, one a line', names: EVERY_DOMAIN },
      { name: 'domains-rpz', query: { as: 'rpz' }, format: 'rpz', says: 'blocked domains as a DNS response policy zone', names: EVERY_DOMAIN },
    ],
  },
  {
    operation: 'get-browser-policy',
    address: 'browser',
    summary: 'Read the URLBlocklist for managed Chrome or Edge',
    answers: 'For managed browsers: `policies`, each with a `URLBlocklist` of 1,000 entries at the most, and the `places` where a browser reads it.',
    type: JSON_TYPE,
    tool: 'Chrome and Edge',
    poll: { query: { kind: 'edge' }, file: 'browser.json' },
    parameters: { kind: { description: 'Whose browser.', example: 'edge' } },
    forms: [
      { name: 'browser-chrome', query: { kind: 'chrome' }, format: 'chrome', says: 'blocked domains as policy of managed Chrome', names: EVERY_DOMAIN },
      { name: 'browser-edge', query: { kind: 'edge' }, format: 'edge', says: 'blocked domains as policy of managed Edge', names: EVERY_DOMAIN },
    ],
  },
  {
    operation: 'get-scores-csv',
    address: 'scores.csv',
    summary: 'Read scores and decisions as CSV',
    answers: 'A line for each app with its platform’s score and decision (RFC 4180); no cell is a formula.',
    type: 'text/csv; charset=utf-8; header=present',
    tool: 'CSV',
    poll: { query: {}, file: 'scores.csv' },
    parameters: {
      excel: {
        description: 'As a spreadsheet reads it where the comma is the decimal sign: `eu` has semicolons, decimal commas and a byte order mark.',
        default: 'no',
        example: 'eu',
      },
    },
    forms: [
      { name: 'scores-csv', query: { excel: 'no' }, format: 'csv', says: 'scores and decisions as CSV', names: EVERY_APP },
      { name: 'scores-csv-eu', query: { excel: 'eu' }, format: 'csv-eu', says: 'the same for spreadsheets with decimal commas', names: EVERY_APP },
    ],
  },
  {
    operation: 'get-scores-json',
    address: 'scores.json',
    summary: 'Read scores and decisions as JSON',
    answers: 'Every assessed platform with its score, and every decision in force.',
    type: JSON_TYPE,
    tool: 'JSON',
    poll: { query: {}, file: 'scores.json' },
    parameters: {},
    forms: [{ name: 'scores-json', query: {}, format: 'json', says: 'scores and decisions as JSON', names: EVERY_APP }],
  },
] as const satisfies readonly PolicyExport[];

type Forms = (typeof EXPORTS)[number]['forms'][number];
type FormName = Forms['name'];
/** The exports that are text; the signed bundle is made beside them. */
export type ExportName = Exclude<FormName, 'opa-bundle'>;
/** The same list without its literals. */
export const policyExports: readonly PolicyExport[] = [...EXPORTS];

/** Where a query is asked, below `/v1/policy/`; what the address takes for granted is left out. */
export function toAddress({ address, parameters }: PolicyExport, query: Readonly<Record<string, string>>): string {
  const asked = Object.entries(query).filter(([name, value]) => parameters[name]?.default !== value);
  return asked.length === 0 ? address : `${address}?${asked.map(([name, value]) => `${name}=${value}`).join('&')}`;
}
