import { join } from 'node:path';
import { describeIssue } from '../../domain/facts/describe-issue.ts';
import { listFaults } from '../../domain/facts/list-faults.ts';
import { SubmittedProfile } from '../../domain/facts/submitted-profile.ts';
import type { ColumnName, Columns } from './columns.ts';
import { type Plan, type Told, toJson, toSlug } from './plan.ts';
import { isFormula, type Table } from './read-table.ts';

const IOS = /^(?:id)?\d{6,}$/;

/** A list of vendors as profiles of platforms, each through the check that the service makes. */
export function planVendors({ rows }: Table, { at }: Columns, { folder }: Told): Omit<Plan, 'without'> {
  const files: { path: string; text: string }[] = [];
  const said = rows.map(({ line, cells }) => {
    const cell = (name: ColumnName) => cells[at[name] ?? -1] ?? '';
    const read = toProfile(cell);
    if ('why' in read) return { row: line, what: read.why, isTaken: false };
    const path = join(folder, read.slug, 'platform.json');
    if (files.some((file) => file.path === path))
      return { row: line, what: `${cell('name')} has the slug ${read.slug}, as a row above has`, isTaken: false };
    files.push({ path, text: toJson(read.profile) });
    return { row: line, what: `${cell('name')}: profile ${read.slug}`, isTaken: true };
  });
  return { is: 'a list of vendors', files, rows: said, next: files.map(({ path }) => `whereabouts profile ${path.split(/[\\/]/).at(-2)} ${path}`) };
}

type Read = { readonly slug: string; readonly profile: object } | { readonly why: string };

function toProfile(cell: (name: ColumnName) => string): Read {
  const [name, operator, parent, homepage] = [cell('name'), cell('operator'), cell('parent'), cell('homepage')];
  const all = [name, operator, parent, homepage, ...(['apps', 'android', 'ios', 'web'] as const).map(cell)];
  if (all.every((one) => one === '')) return { why: 'is empty' };
  if (name === '') return { why: 'has no name' };
  if (all.some(isFormula)) return { why: 'holds a formula, which is not taken: write its value' };
  if (operator === '') return { why: `${name} has no operator: a profile says who runs the platform` };
  const slug = toSlug(name);
  if (slug === undefined) return { why: `no slug can be made of "${name}": write its profile with whereabouts new` };
  const profile = { name, operator, ...(parent && { parent }), ...(homepage && { homepage }), ...toApps(cell) };
  const parsed = SubmittedProfile.safeParse(profile, { reportInput: true, error: describeIssue });
  if (parsed.success) return { slug, profile };
  const faults = listFaults(parsed.error, SubmittedProfile).map(({ place, detail }) => `${place.join('/')} ${detail}`);
  return { why: `${name}: ${faults.join('; ')}` };
}

/** App ids by what they look like where one column holds them all. */
function toApps(cell: (name: ColumnName) => string): { apps?: object } {
  const split = (text: string) => text.split(/[\s,;|]+/).filter(Boolean);
  const mixed = split(cell('apps')).map(readApp);
  const idsOf = (kind: AppKind) => [...split(cell(kind)), ...mixed.filter((app) => app.kind === kind).map(({ id }) => id)];
  const kinds = { android: idsOf('android'), ios: idsOf('ios'), web: idsOf('web') };
  const apps = Object.fromEntries(Object.entries(kinds).filter(([, ids]) => ids.length > 0));
  return Object.keys(apps).length === 0 ? {} : { apps };
}

type AppKind = 'android' | 'ios' | 'web';

/** An app id with its kind before it, as this program prints it (`android:com.example.app`), or by what it looks like. */
function readApp(text: string): { readonly kind: AppKind; readonly id: string } {
  const [, named, rest] = /^(android|ios|web):(.+)$/i.exec(text) ?? [];
  if (named !== undefined && rest !== undefined) return { kind: named.toLowerCase() as AppKind, id: rest };
  return { kind: isAndroid(text) ? 'android' : IOS.test(text) ? 'ios' : 'web', id: text };
}

/** A name of a package begins with a domain turned round: com.example.app. */
const isAndroid = (id: string) => /^(?:com|org|net|io|eu|de|fr|uk|me|tv|app|dev|jp|cn|ru)\.[\w.]+$/i.test(id) && id.split('.').length >= 2;
