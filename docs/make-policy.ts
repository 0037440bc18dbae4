/** `node docs/make-policy.ts [--check]`: every export and its forms, out of domain/policy/exports.ts, into docs/policy.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { type PolicyExport, policyExports, toAddress } from '../domain/policy/exports.ts';

const FILE = new URL('policy.md', import.meta.url);
const PLACE = /<!-- exports -->\n[\s\S]*?\n<!-- \/exports -->/;
const SYSTEMS = { android: 'Android apps', ios: 'iOS apps', web: 'domains' } as const;

type Form = PolicyExport['forms'][number];

const page = readFileSync(FILE, 'utf8');
if (!PLACE.test(page)) throw new Error('docs/policy.md has no place for the exports');
const rows = policyExports.flatMap((entry) =>
  entry.forms.map((form) => `| ${entry.tool} | \`${toAddress(entry, form.query)}\` | \`${form.format}\` | ${form.says} | ${toNamed(form)} |`),
);
const table = ['| for | below `/v1/policy/` | `whereabouts export` | what it is | must name |', '| --- | --- | --- | --- | --- |', ...rows].join(
  '\n',
);
const made = page.replace(PLACE, () => `<!-- exports -->\n\n${table}\n\n<!-- /exports -->`);
if (!process.argv.includes('--check')) writeFileSync(FILE, made);
else if (made !== page) {
  console.error('docs/policy.md is stale: run npm run docs');
  process.exitCode = 1;
}

function toNamed({ names }: Form): string {
  if (names === 'nothing') return 'nothing';
  const devices =
    names.scopes.length > 1
      ? ''
      : `, where the decision covers ${names.scopes[0] === 'corporate-device' ? 'corporate' : 'enrolled personal'} devices`;
  return `${names.systems.map((system) => SYSTEMS[system]).join(', ')}${devices}`;
}
