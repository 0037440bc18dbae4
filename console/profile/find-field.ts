import { type PartName, PROFILE_FIELDS, profileParts } from '../../domain/facts/profile-fields.ts';
import type { Field } from '../faults/say-fault.ts';
import { t } from '../messages/text.ts';
import { type Fields, toPartName } from './fields.ts';

type Values = Fields & { readonly id: string };
const KINDS: Readonly<Record<string, Field['kind']>> = { list: 'list', day: 'day', count: 'number', address: 'address' };

/** The field of a profile that a pointer names; the id is a part of the address. */
export const findField =
  (values: Values) =>
  (pointer: string): Field => {
    const name = pointer === '/platform' || pointer === '/id' ? 'id' : toPartName(pointer);
    const part = profileParts.find((one) => one.name === name);
    const label = (t.profile.fields as Readonly<Record<string, string>>)[name] ?? t.faults.form;
    const kind = name === 'id' ? 'id' : ((part && KINDS[part.kind]) ?? 'text');
    return { id: `p-${name}`, label, name, kind, isEmpty: (values[name as PartName | 'id'] ?? '-').trim() === '' };
  };

/** The form of an id: a slug. */
const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** What keeps a new platform from having an address to be sent to, as the API would say it, and what else it lacks. */
export function listMissing(values: Values) {
  const id = values.id.trim();
  if (ID.test(id)) return [];
  const required = Object.entries(PROFILE_FIELDS).flatMap(([name, field]) => ('isRequired' in field ? [name as PartName] : []));
  const missing = required
    .filter((name) => values[name].trim() === '')
    .map((name) => ({ pointer: `/${name}`, code: 'missing', params: {}, detail: '' }));
  return [{ pointer: '/id', code: id === '' ? 'missing' : 'not-a-slug', params: {}, detail: '' }, ...missing];
}
