import * as z from 'zod';
import { readJson } from './read-json.ts';
import { readProfile } from './read-profile.ts';
import { readZone } from './read-zone.ts';

/** One list that a form hands to a tool, and for whom: every device of the form and every group where it does not say. */
type List = {
  readonly apps: readonly string[];
  /** Whether it blocks from a deadline on that is still to come. */
  readonly isPending?: boolean;
  readonly devices?: readonly string[];
  readonly exempted?: readonly string[];
};

/** What a form makes a device or a resolver do, and which apps it names as pending beside its lists. */
export type Blocks = { readonly lists: readonly List[]; readonly pending?: readonly string[] };

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
  return { lists: policies.map(({ applications }) => ({ apps: applications })), pending };
}

const Change = z.strictObject({ application: Application, updateMask: z.literal('installType') });
const Modifications = z.looseObject({ modifications: z.array(z.strictObject({ changes: z.array(Change).min(1) })), pending: Ids });

export function readAndroidChanges(text: string): Blocks {
  const { modifications, pending } = readJson(text, Modifications);
  return { lists: modifications.map(({ changes }) => ({ apps: changes.map(({ application }) => application.packageName) })), pending };
}

const Assignment = z.looseObject({ devices: z.array(z.string()).min(1), exempted: z.array(z.string()) });
const Graph = <Policy extends z.ZodRawShape>(type: string, policy: Policy) =>
  z.looseObject({
    policies: z.array(z.looseObject({ '@odata.type': z.literal(`#microsoft.graph.${type}`), ...policy })),
    assignments: z.array(Assignment),
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
  const { policies, assignments } = readJson(text, Restrictions);
  return { lists: assign(policies, assignments, ({ compliantAppsList }) => ({ apps: compliantAppsList })) };
}

export function readPersonalProfile(text: string): Blocks {
  const { policies, assignments } = readJson(text, Personal);
  return { lists: assign(policies, assignments, ({ personalProfilePersonalApplications: apps }) => ({ apps })) };
}

/** A compliance policy holds from its grace period on: no time is a block, and some is a deadline to come. */
export function readCompliance(text: string): Blocks {
  const { policies, assignments } = readJson(text, Compliance);
  const toList = ({ restrictedApps, scheduledActionsForRule: [{ scheduledActionConfigurations }] }: (typeof policies)[number]) => ({
    apps: restrictedApps,
    isPending: scheduledActionConfigurations[0].gracePeriodHours > 0,
  });
  return { lists: assign(policies, assignments, toList) };
}

function assign<Policy>(policies: readonly Policy[], assignments: readonly z.infer<typeof Assignment>[], toList: (policy: Policy) => List): List[] {
  if (policies.length !== assignments.length) throw new Error('it says not of each policy whom it is for');
  return policies.map((policy, i) => ({ ...toList(policy), devices: assignments[i]?.devices ?? [], exempted: assignments[i]?.exempted ?? [] }));
}

export const readApple = (text: string): Blocks => ({ lists: [{ apps: readProfile(text) }] });
export const readResponsePolicyZone = (text: string): Blocks => ({ lists: [{ apps: readZone(text) }] });

/** A domain a line. */
export function readDomains(text: string): Blocks {
  const blocked = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return { lists: [{ apps: demandHosts(blocked) }] };
}

const Browser = z.looseObject({ policies: z.array(z.strictObject({ URLBlocklist: z.array(z.string()) })), pending: Ids });

/** A host stands for itself and all below it. */
export function readBrowser(text: string): Blocks {
  const { policies, pending } = readJson(text, Browser);
  return { lists: policies.map(({ URLBlocklist }) => ({ apps: demandHosts(URLBlocklist) })), pending };
}

function demandHosts(hosts: string[]): string[] {
  const flaw = hosts.find((host) => !z.hostname().safeParse(host).success);
  if (flaw !== undefined) throw new Error(`${flaw} is no domain`);
  return hosts;
}

function demandSame(one: readonly string[], other: readonly string[]): void {
  if (one.join(' ') !== other.join(' ')) throw new Error('the two sides of a device block other apps');
}
