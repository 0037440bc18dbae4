import { t } from '../messages/text.ts';
import type { Field } from './say-fault.ts';

type Fields = Readonly<Record<string, { readonly id: string; readonly label: string; readonly value: string; readonly kind?: Field['kind'] }>>;

/** The field of a small form that a pointer begins with. */
export const oneOf =
  (fields: Fields) =>
  (pointer: string): Field => {
    const [, name = ''] = pointer.split('/');
    const field = fields[name];
    if (!field) return { id: '', label: t.faults.form, name, kind: 'text', isEmpty: false };
    return { id: field.id, label: field.label, name, kind: field.kind ?? 'text', isEmpty: field.value.trim() === '' };
  };
