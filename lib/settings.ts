import { existsSync, readFileSync } from 'node:fs';
import type { Node } from 'constructs';
import * as z from 'zod';
import { isKeyName } from '../domain/log/key.ts';
import { readLogPolicy } from '../domain/log/policy.ts';

/** A region's name says "eu" for Europe, not for the Union: London and Zurich are left out on purpose. */
const EU_REGIONS = ['eu-central-1', 'eu-north-1', 'eu-south-1', 'eu-south-2', 'eu-west-1', 'eu-west-3'];
const ELSEWHERE: Readonly<Record<string, string>> = { 'eu-west-2': 'the United Kingdom', 'eu-central-2': 'Switzerland' };

/** Every region of the European Sovereign Cloud (`eusc-`) is in the Union by its operator's charter. */
const isInUnion = (region: string) => EU_REGIONS.includes(region) || /^eusc-[a-z]{2}-[a-z]+-\d+$/.test(region);

const whyNotRegion = (region: unknown) =>
  `${JSON.stringify(region)} ${ELSEWHERE[String(region)] ? `is in ${ELSEWHERE[String(region)]}` : 'is not a region of the European Union'}. ` +
  'Whereabouts keeps its own data in the Union, under its law: choose ' +
  `${EU_REGIONS.join(', ')} or a region of the European Sovereign Cloud (eusc-de-east-1)`;

const text = () => z.string('must be given, as text');
const list = () => text().transform((all) => all.split(',').map((one) => one.trim()));
const keyNames = () =>
  list()
    .pipe(
      z
        .array(z.string().regex(/^[a-z0-9]{1,20}$/, 'must be names of small letters and digits'))
        .min(1)
        .refine((names) => new Set(names).size === names.length, 'must differ'),
    )
    .default(['1']);
const claim = () => text().regex(/^\S{1,128}$/, 'must be the name of a claim, without spaces');

/** The text of a policy whose witnesses, if they are to be called, are called by https. */
function readPolicyFile(file: string, context: z.RefinementCtx): string {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  const policy = text === undefined ? `there is no file ${file}` : readLogPolicy(text);
  const plain = typeof policy === 'string' ? undefined : policy.witnesses.find(({ url }) => url !== undefined && !url.startsWith('https://'));
  if (typeof policy === 'string') context.addIssue(policy);
  else if (plain) context.addIssue(`the address of the witness ${plain.name} must be https://`);
  return text ?? '';
}

/** What cdk.json says until a deployment says better; API Gateway refuses to deploy it. */
export const PLACEHOLDER_ISSUER = 'https://issuer.example.org';

/** What a deployment chooses, as CDK context: in cdk.json, or `-c stage=prod` on the command line. */
export const Settings = z.strictObject({
  /** Names the deployment. Only `dev` and `dev-...` may be thrown away: the others keep their data when the stack goes. */
  stage: text().regex(/^[a-z][a-z0-9-]{0,19}$/, 'must be 1 to 20 lower-case letters, digits or hyphens, a letter first'),
  region: text().refine(isInUnion, { error: ({ input }) => whyNotRegion(input) }),
  /** Left out: the account of the credentials that deploy. */
  account: text()
    .regex(/^\d{12}$/, 'must be the 12 digits of an AWS account')
    .optional(),
  /** The OIDC issuer, exactly as its tokens' `iss` says it. */
  issuer: z.url({ protocol: /^https$/, hostname: z.regexes.domain, error: 'must be the https:// address of an OIDC issuer' }),
  /** What a token's `aud` must hold one of; several are separated by commas. */
  audience: list().pipe(z.array(z.string().min(1, 'must not be empty')).min(1)),
  /** A host name of one's own for the API. Left out: the address that API Gateway gives. */
  domain: text().regex(z.regexes.domain, 'must be a host name, such as whereabouts.example.org').optional(),
  /** Where alarms go. */
  alarmMail: z.email('must be a mail address').optional(),
  /** Where mails on overdue reviews go. */
  reviewMail: z.email('must be a mail address').optional(),
  /** The keys of bundles by names of one's own, separated by commas: the first signs, the others are published until they are left out. */
  signingKeys: keyNames(),
  /** The same of checkpoints. */
  checkpointKeys: keyNames(),
  /** The claim that says who acts: the same for one person in every client of the issuer. */
  subjectClaim: claim().default('sub'),
  /** The claim that only a person's token carries. */
  personClaim: claim().default('email'),
  /** The claims that may list scopes, separated by commas. */
  scopeClaims: list().pipe(z.array(claim()).min(1)).default(['scope', 'scp']),
  /** What the issuer writes before each scope. */
  scopePrefix: text()
    .regex(/^[\x21\x23-\x5b\x5d-\x7e]{1,200}$/, 'must be printable ASCII characters without spaces')
    .default(''),
  /** The kinds of sign-in (`acr`) of which a decision needs one, separated by commas. Left out: any will do. */
  decideAcr: list()
    .pipe(z.array(z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]{1,200}$/, 'must be values of acr, without spaces')).min(1))
    .default([]),
  /** Policy tools that are expected to report, by name, separated by commas: one that falls silent is an alarm. */
  expectedConsumers: list()
    .pipe(
      z
        .array(z.string().regex(/^[\w.:~-]{1,200}$/, 'must be names of letters, digits, dots, colons, tildes, hyphens or underscores'))
        .max(100, 'must be 100 at the most'),
    )
    .optional(),
  /** Addresses of collections' APIs (Open Terms Archive) that versions of terms may be read from, separated by commas. Left out: nobody is asked. */
  termsEndpoints: list()
    .pipe(
      z
        .array(z.string().regex(/^https:\/\/[a-z0-9.-]+(\/[\w.~/-]*)?$/, 'must be https addresses, without query or fragment'))
        .min(1)
        .max(20, 'must be 20 at the most'),
    )
    .optional(),
  /** Where whoever runs such a collection reaches you: each request to it says so. */
  termsContact: text()
    .regex(/^(https:\/\/|mailto:)?[\w.@:/%+~-]{3,200}$/, 'must be a mail address or the https address of a page')
    .optional(),
  /** What the checkpoints of the record's tree call it: an address without its scheme, never used before. Left out: that of the domain. */
  logOrigin: text()
    .refine((name) => isKeyName(name) && name.length <= 200, 'must be a name without blanks or plus signs, such as whereabouts.example.org/v1/log')
    .optional(),
  /** A file with the witnesses of the tree and their quorum, as a C2SP tlog-policy. Left out: none are asked. */
  logPolicy: text().transform(readPolicyFile).optional(),
  /** A file that holds the issuer's discovery document, for where the issuer cannot be asked. */
  discovery: text().optional(),
  /** The id that the issuer knows the console by: a public client, with the code flow and PKCE. */
  consoleClient: text()
    .regex(/^\S{1,255}$/, 'must be the id of a client, without spaces')
    .default('whereabouts-console'),
  /** Whether a decision may rest on verified quotes alone. */
  verifiedQuotes: z
    .enum(['yes', 'no'], "must be 'yes' or 'no'")
    .default('no')
    .transform((answer) => answer === 'yes'),
  /** Whether a suspension waits until its party was heard. */
  hearings: z
    .enum(['yes', 'no'], "must be 'yes' or 'no'")
    .default('yes')
    .transform((answer) => answer === 'yes'),
  /** Whether no job is woken, by neither time nor table: while a backup is restored. */
  paused: z
    .enum(['yes', 'no'], "must be 'yes' or 'no'")
    .default('no')
    .transform((answer) => answer === 'yes'),
});
export type Settings = z.infer<typeof Settings>;

/** Settings that can't be used; the message names every fault. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

/** Reads the settings from the context. CDK's own keys carry a colon or a hyphen; any other is ours, so a misspelt one is noticed. */
export function readSettings(node: Node): Settings {
  const context: Record<string, unknown> = node.getAllContext();
  const given = Object.entries(context).filter(([key, value]) => /^[A-Za-z]+$/.test(key) && value !== '');
  const parsed = Settings.safeParse(Object.fromEntries(given));
  if (parsed.success && parsed.data.termsEndpoints && parsed.data.termsContact === undefined)
    throw new SettingsError('These settings cannot be used:\n  termsContact: must be given with termsEndpoints: who is asked must be able to answer');
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) =>
    issue.code === 'unrecognized_keys'
      ? `  ${issue.keys.join(', ')}: no such setting; there are ${Object.keys(Settings.shape).join(', ')}`
      : `  ${issue.path.map(String).join('.')}: ${issue.message}`,
  );
  throw new SettingsError(`These settings cannot be used:\n${[...new Set(faults)].join('\n')}`);
}

/** What the checkpoints of the tree call it. */
export const logOriginOf = ({ logOrigin, domain, stage }: Settings) => logOrigin ?? `${domain ?? `${stage}.whereabouts.invalid`}/v1/log`;

/** Whether the data outlives the stack. */
export const isKept = ({ stage }: Settings) => !/^dev(-|$)/.test(stage);
