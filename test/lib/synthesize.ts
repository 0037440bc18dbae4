import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as z from 'zod';
import cdk from '../../cdk.json' with { type: 'json' };
import type { Discovery } from '../../lib/discovery.ts';
import { functionNames, jobNames, SITE } from '../../lib/functions.ts';
import { readSettings } from '../../lib/settings.ts';
import { WhereaboutsStack } from '../../lib/stack.ts';
import { ROOT } from '../repository-files.ts';

/** The template says nothing of what is in a bundle, so these are empty. */
const bundles = join(ROOT, 'reports/empty-bundles');
for (const name of [...functionNames, ...jobNames, SITE]) {
  mkdirSync(join(bundles, name), { recursive: true });
  writeFileSync(join(bundles, name, 'index.mjs'), '');
}

const ISSUER = 'https://login.example.eu';

const templates = new Map<string, Template>();

/** Synthesizes the stack as `cdk synth -c name=value` does, from the project's own cdk.json with an issuer of one's own; the same settings once. */
export function synthesize(settings: Record<string, string> = {}): Template {
  const key = JSON.stringify(settings);
  const known = templates.get(key);
  if (known) return known;
  const outdir = mkdtempSync(join(tmpdir(), 'synthesis-'));
  try {
    const template = Template.fromStack(makeStack(settings, { outdir }));
    templates.set(key, template);
    return template;
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

type Making = { readonly outdir?: string; readonly discovery?: Discovery; readonly isValidated?: boolean };

/** CDK's own validation takes seconds of each synthesis, so test/lib/validation.test.ts alone asks for it. */
export function makeStack(
  settings: Record<string, string> = {},
  { outdir = join(ROOT, 'reports/cdk.out'), discovery, isValidated = false }: Making = {},
): WhereaboutsStack {
  const app = new App({
    analyticsReporting: false,
    // What a template does not hold: where each construct was made, and the tree of all of them.
    stackTraces: false,
    treeMetadata: false,
    outdir,
    builtinCloudFormationValidation: isValidated,
    context: { ...cdk.context, issuer: ISSUER, ...settings },
  });
  return new WhereaboutsStack(app, 'Whereabouts', { settings: readSettings(app.node), discovery, bundles });
}

/** What a deployment that is meant would choose. */
export const PROD = {
  stage: 'prod',
  account: '123456789012',
  issuer: ISSUER,
  domain: 'whereabouts.example.eu',
  alarmMail: 'ops@example.eu',
} as const;

const oneOrMany = z.union([z.array(z.unknown()), z.unknown().transform((one) => [one])]);
const Policy = z.object({
  Statement: z.array(
    z.object({ Effect: z.enum(['Allow', 'Deny']), Action: oneOrMany, Resource: oneOrMany.optional(), Principal: z.unknown().optional() }),
  ),
});

/** The statements of a policy document; what CloudFormation fills in is left as JSON text. */
export function statementsOf(document: unknown) {
  return Policy.parse(document).Statement.map(({ Effect, Action, Resource, Principal }) => ({
    effect: Effect,
    actions: Action.map(String),
    resources: (Resource ?? []).map((one) => JSON.stringify(one)),
    principal: JSON.stringify(Principal ?? null),
  }));
}

const Ref = z.object({ Ref: z.string() });
const GetAtt = z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) });

/** Each function by name: its place in the template, its variables, and what its role may do. */
export function functionsOf(template: Template) {
  const resources = template.toJSON().Resources as Record<string, { Type: string }>;
  const policies = Object.values(template.findResources('AWS::IAM::Policy')).map(({ Properties }) => Properties);
  return [...functionNames, ...jobNames].map((name) => {
    const found = Object.entries(template.findResources('AWS::Lambda::Function')).filter(([id]) =>
      id.toLowerCase().startsWith(name.replace('-', '')),
    );
    const [id, lambda] = found[0] ?? [];
    if (!id || !lambda || found.length > 1) throw new Error(`${found.length} functions are called ${name}`);
    const roleId = GetAtt.parse(lambda.Properties.Role)['Fn::GetAtt'][0];
    const own = policies.filter(({ Roles }) =>
      z
        .array(Ref)
        .parse(Roles)
        .some(({ Ref: role }) => role === roleId),
    );
    return {
      name,
      id,
      properties: lambda.Properties as Record<string, unknown>,
      role: resources[roleId],
      variables: z.object({ Variables: z.record(z.string(), z.unknown()) }).parse(lambda.Properties.Environment).Variables,
      statements: own.flatMap(({ PolicyDocument }) => statementsOf(PolicyDocument)),
    };
  });
}
