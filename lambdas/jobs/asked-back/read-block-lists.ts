import * as z from 'zod';
import { readJson } from './read-json.ts';
import { readProfile } from './read-profile.ts';
import { readZone } from './read-zone.ts';

/** What a form makes a device or a resolver do: ids that are blocked, those that are named as pending where it names them, and those that it says it refuses. */
export type Blocks = { readonly blocked: readonly string[]; readonly pending?: readonly string[]; readonly refused?: readonly string[] };

const Ids = z.array(z.looseObject({ appId: z.string() })).transform((all) => all.map(({ appId }) => appId));
const Application = z.strictObject({ packageName: z.string(), installType: z.literal('BLOCKED') });
const Applications = z.array(Application).transform((all) => all.map(({ packageName }) => packageName));

const Policies = z.looseObject({
  policies: z.array(
    z.strictObject({
      applications: Applications,
      personalUsagePolicies: z.strictObject({ personalPlayStoreMode: z.literal('BLOCKLIST'), personalApplications: Applications }).optional(),
    }),
  ),
  pending: Ids,
});

/** Fragments of a policy for the Android Management API; on a device with two sides, both are to block. */
export function readAndroidPolicies(text: string): Blocks {
  const { policies, pending } = readJson(text, Policies);
  for (const { applications, personalUsagePolicies } of policies)
    demandSame(personalUsagePolicies?.personalApplications ?? applications, applications);
  return { blocked: policies.flatMap(({ applications }) => applications), pending };
}

const Change = z.strictObject({ application: Application, updateMask: z.literal('installType') });
const Modifications = z.looseObject({ modifications: z.array(z.strictObject({ changes: z.array(Change).min(1) })), pending: Ids });

export function readAndroidChanges(text: string): Blocks {
  const { modifications, pending } = readJson(text, Modifications);
  return { blocked: modifications.flatMap(({ changes }) => changes.map(({ application }) => application.packageName)), pending };
}

const Graph = <Policy extends z.ZodRawShape>(type: string, policy: Policy) =>
  z.looseObject({
    policies: z.array(z.looseObject({ '@odata.type': z.literal(`#microsoft.graph.${type}`), ...policy })),
    pending: Ids,
    refused: z.array(z.string()),
  });
const Restrictions = Graph('iosGeneralDeviceConfiguration', { compliantAppListType: z.literal('appsNotInListCompliant'), compliantAppsList: Ids });
const Personal = Graph('androidDeviceOwnerGeneralDeviceConfiguration', {
  personalProfilePlayStoreMode: z.literal('blockedApps'),
  personalProfilePersonalApplications: Ids,
});
const Grace = z.tuple([z.looseObject({ actionType: z.literal('block'), gracePeriodHours: z.int().min(0) })]);
const Compliance = Graph('iosCompliancePolicy', {
  restrictedApps: Ids,
  scheduledActionsForRule: z.tuple([z.looseObject({ scheduledActionConfigurations: Grace })]),
});

export function readRestrictions(text: string): Blocks {
  const { policies, pending, refused } = readJson(text, Restrictions);
  return { blocked: policies.flatMap(({ compliantAppsList }) => compliantAppsList), pending, refused };
}

export function readPersonalProfile(text: string): Blocks {
  const { policies, pending, refused } = readJson(text, Personal);
  return { blocked: policies.flatMap(({ personalProfilePersonalApplications: apps }) => apps), pending, refused };
}

/** A compliance policy holds from its grace period on: no time is a block, and some is a deadline to come. */
export function readCompliance(text: string): Blocks {
  const { policies, refused } = readJson(text, Compliance);
  const graceOf = ({
    scheduledActionsForRule: [
      {
        scheduledActionConfigurations: [{ gracePeriodHours }],
      },
    ],
  }: (typeof policies)[number]) => gracePeriodHours;
  const those = (isPending: boolean) => policies.flatMap((policy) => (graceOf(policy) > 0 === isPending ? policy.restrictedApps : []));
  return { blocked: those(false), pending: those(true), refused };
}

export const readApple = (text: string): Blocks => ({ blocked: readProfile(text) });
export const readResponsePolicyZone = (text: string): Blocks => ({ blocked: readZone(text) });

/** A domain a line. */
export function readDomains(text: string): Blocks {
  const blocked = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return { blocked: demandHosts(blocked) };
}

const Browser = z.looseObject({ policies: z.array(z.strictObject({ URLBlocklist: z.array(z.string()) })), pending: Ids });

/** A host stands for itself and all below it. */
export function readBrowser(text: string): Blocks {
  const { policies, pending } = readJson(text, Browser);
  return { blocked: demandHosts(policies.flatMap(({ URLBlocklist }) => URLBlocklist)), pending };
}

function demandHosts(hosts: string[]): string[] {
  const flaw = hosts.find((host) => !z.hostname().safeParse(host).success);
  if (flaw !== undefined) throw new Error(`${flaw} is no domain`);
  return hosts;
}

function demandSame(one: readonly string[], other: readonly string[]): void {
  if (one.join(' ') !== other.join(' ')) throw new Error('the two sides of a device block other apps');
}
