import type { Field } from '../faults/say-fault.ts';
import { t } from '../messages/text.ts';

const { form } = t.decisions;
const KINDS: Readonly<Record<string, Field['kind']>> = {
  decision: 'choice',
  scope: 'list',
  effectiveAt: 'day',
  enforceBy: 'day',
  expiresAt: 'day',
  until: 'day',
  conditions: 'list',
  exemptions: 'list',
  group: 'id',
};

/** The field of a proposal that a pointer names; of a list of lines, the field that holds the lines. */
export const findField =
  (isEmpty: (name: string, place: number) => boolean) =>
  (pointer: string): Field => {
    const [, first = '', place = '', last] = pointer.split('/');
    const name = first === 'exemptions' && last !== undefined ? last : first;
    const id = first === 'exemptions' && last !== undefined ? `d-exemptions-${place}-${last}` : `d-${first}`;
    const within = first === 'exemptions' && last !== undefined ? form.exemption(Number(place) + 1) : '';
    const own = (form as Readonly<Record<string, unknown>>)[name];
    const label = [within, typeof own === 'string' ? own : ''].filter((part) => part !== '').join(', ');
    return { id, label: label || t.faults.form, name, kind: KINDS[name] ?? 'text', isEmpty: isEmpty(name, Number(place)) };
  };
