/** Part of `npm run docs`: every export and its forms, out of domain/policy/exports.ts, into docs/policy.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { type PolicyExport, policyExports, toAddress } from '../domain/policy/exports.ts';

const FILE = new URL('policy.md', import.meta.url);
const PLACE = /<!-- exports -->\n[\s\S]*?\n<!-- \/exports -->/;
const SYSTEMS = { android: 'Android apps', ios: 'iOS apps', web: 'domains' } as const;

type Form = PolicyExport['forms'][number];

/** The page with the table in its place. */
export function withExports(page: string): string {
  if (!PLACE.test(page)) throw new Error('docs/policy.md has no place for the exports');
  const rows = policyExports.flatMap((entry) =>
    entry.forms.map((form) => `| ${entry.tool} | \`${toAddress(entry, form.query)}\` | \`${form.format}\` | ${form.says} | ${toNamed(form)} |`),
  );
  const head = ['| for | below `/v1/policy/` | `whereabouts export` | what it is | must name |', '| --- | --- | --- | --- | --- |'];
  return page.replace(PLACE, () => `<!-- exports -->\n\n${[...head, ...rows].join('\n')}\n\n<!-- /exports -->`);
}

function toNamed({ names }: Form): string {
  if (names === 'nothing') return 'nothing';
  const devices =
    names.scopes.length > 1
      ? ''
      : `, where the decision covers ${names.scopes[0] === 'corporate-device' ? 'corporate' : 'enrolled personal'} devices`;
  return `${names.systems.map((system) => SYSTEMS[system]).join(', ')}${devices}`;
}

if (import.meta.main) writeFileSync(FILE, withExports(readFileSync(FILE, 'utf8')));
