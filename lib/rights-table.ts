/** Part of `npm run docs`: writes what each function may do, as the template says it, into docs/architecture.md. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { functionNames, jobNames, SITE } from './functions.ts';
import { readSettings } from './settings.ts';
import { WhereaboutsStack } from './stack.ts';

type Resource = { readonly Type: string; readonly Properties: Readonly<Record<string, unknown>> };
type Statement = { readonly Action: string | string[]; readonly Resource: unknown; readonly Condition?: unknown };

/** A row for each function and set of rights: every action spelt out, on which resources of the stack, under which condition. */
export function toRightsTable(resources: Readonly<Record<string, Resource>>): string {
  const functions = Object.entries(resources).filter(([, { Type }]) => Type === 'AWS::Lambda::Function');
  const policies = Object.values(resources).filter(({ Type }) => Type === 'AWS::IAM::Policy');
  const rows = functions.flatMap(([id, { Properties }]) => {
    const [role] = (Properties.Role as { 'Fn::GetAtt': [string, string] })['Fn::GetAtt'];
    const own = policies.filter((policy) => JSON.stringify(policy.Properties.Roles).includes(`"${role}"`));
    const statements = own.flatMap((policy) => (policy.Properties.PolicyDocument as { Statement: Statement[] }).Statement);
    return statements.map((statement) => toRow(nameOf(id), statement, resources));
  });
  return ['| function | may | on | if |', '| --- | --- | --- | --- |', ...rows.sort()].join('\n');
}

function toRow(name: string, { Action, Resource, Condition }: Statement, resources: Readonly<Record<string, Resource>>): string {
  const actions = [Action].flat().sort().join(', ');
  const condition = Condition === undefined ? '' : `\`${JSON.stringify(Condition)}\``;
  return `| ${name} | ${actions} | ${describe([Resource].flat(), resources)} | ${condition} |`;
}

/** ARNs by the resources that they are of, the indexes of a table in one. */
function describe(arns: readonly unknown[], resources: Readonly<Record<string, Resource>>): string {
  const parts = arns.map((arn) => {
    const text = JSON.stringify(arn);
    const id = /"Fn::GetAtt":\["(\w+)",/.exec(text)?.[1] ?? '';
    const type = resources[id]?.Type.split('::').at(-1) ?? text;
    const rest = text.includes('StreamArn') ? '/stream' : (/,"(\/[^"]+)"\]/.exec(text)?.[1] ?? '');
    return { name: `${type} ${nameOf(id)}`, rest };
  });
  const indexes = parts.filter(({ rest }) => rest.startsWith('/index/')).map(({ rest }) => rest.slice('/index/'.length));
  const others = parts.filter(({ rest }) => !rest.startsWith('/index/')).map(({ name, rest }) => `${name}${rest}`);
  return [...others, ...(indexes.length > 0 ? [`its indexes ${indexes.join(', ')}`] : [])].join('; ');
}

/** The logical id without the hash that CDK appends. */
const nameOf = (id: string) => id.replace(/[0-9A-F]{8}$/, '');

/** The table of a stage that is meant, whose bundles do not matter. */
export function makeRightsTable(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rights-'));
  try {
    for (const name of [...functionNames, ...jobNames, SITE]) mkdirSync(join(folder, 'dist', name), { recursive: true });
    for (const name of [...functionNames, ...jobNames, SITE]) writeFileSync(join(folder, 'dist', name, 'index.mjs'), '');
    const context = {
      stage: 'prod',
      region: 'eu-central-1',
      issuer: 'https://login.example.eu',
      audience: 'whereabouts',
      alarmMail: 'ops@example.eu',
      '@aws-cdk/aws-iam:minimizePolicies': true,
    };
    // What a template must be is tested elsewhere; CDK's own validation would take most of the time.
    const app = new App({ outdir: join(folder, 'out'), context, analyticsReporting: false, builtinCloudFormationValidation: false });
    const stack = new WhereaboutsStack(app, 'Whereabouts', { settings: readSettings(app.node), bundles: join(folder, 'dist') });
    return toRightsTable(app.synth().getStackArtifact(stack.artifactId).template.Resources);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const FILE = new URL('../docs/architecture.md', import.meta.url);
const PLACE = /<!-- rights -->\n[\s\S]*?\n<!-- \/rights -->/;

/** The page with the table in its place. */
export function withRights(page: string, table: string): string {
  if (!PLACE.test(page)) throw new Error('docs/architecture.md has no place for the rights');
  return page.replace(PLACE, () => `<!-- rights -->\n\n${table}\n\n<!-- /rights -->`);
}

if (import.meta.main) writeFileSync(FILE, withRights(readFileSync(FILE, 'utf8'), makeRightsTable()));
