import { t } from '../messages/text.ts';

const words = t.faults;
/** A fault of the API. What it says is for other programs; only the words of a capture that it repeats are shown. */
type Fault = { readonly pointer: string; readonly code: string; readonly params?: Readonly<Record<string, unknown>> };
type FieldKind = 'text' | 'choice' | 'day' | 'list' | 'number' | 'address' | 'id';
/** The field of a form that a fault is about, as the form calls it. */
export type Field = {
  /** The id of its element. */
  readonly id: string;
  readonly label: string;
  /** What it is a part of; nothing for a field that stands alone. */
  readonly within?: string;
  /** Its name in the API, which rules are listed by. */
  readonly name: string;
  readonly kind: FieldKind;
  readonly isEmpty: boolean;
};
export type SaidFault = { readonly pointer: string; readonly id: string; readonly label: string; readonly text: string };

/** Each field at fault once, in the form's own words. */
export function sayFaults(faults: readonly Fault[], find: (pointer: string) => Field): SaidFault[] {
  const said = faults.map((fault) => {
    const field = find(fault.pointer);
    const text = sayFault(fault, field);
    // A sentence that names the field needs no label of it.
    const label = field.within && text === words.needed[field.name] ? field.within : field.label;
    return { pointer: fault.pointer, id: field.id, label, text };
  });
  return said.filter(({ id }, i) => said.findIndex((one) => one.id === id) === i);
}

/** Faults of how a value is written, whatever the field. All else that has a code of its own is a rule of its field. */
const WRITTEN = /^(not-(a|an|of|valid|composed|unicode|small)\b|invalid-|unknown-|too-small)/;

function sayFault({ code, params = {} }: Fault, { name, kind, isEmpty }: Field): string {
  if (code === 'quote-not-found' || code === 'quote-out-of-order')
    return words.notInCapture(typeof params.nearest === 'string' ? params.nearest : '');
  if (Object.hasOwn(words.byCode, code)) return words.byCode[code] ?? words.other;
  if (isEmpty || code === 'missing') return words.needed[name] ?? words.empty[kind === 'address' || kind === 'id' ? 'text' : kind];
  if (code === 'date-in-future') return words.future;
  if (code === 'too-big' || code === 'too-long') return kind === 'number' ? words.wrong.number : words.tooLong;
  if (!WRITTEN.test(code)) return words.rules[name] ?? words.wrong[kind];
  return kind === 'text' ? (words.rules[name] ?? words.wrong.text) : words.wrong[kind];
}
