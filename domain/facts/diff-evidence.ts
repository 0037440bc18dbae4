import type { FactChange } from './diff-assessments.ts';

/** A field of a fact, or of an item of evidence, that differs. */
export type FieldChange = { readonly field: string; readonly from: unknown; readonly to: unknown };

/** An item of evidence that differs: `on` is the claim of the fact that it speaks for, empty for the fact itself. */
export type EvidenceChange = {
  readonly change: 'added' | 'removed' | 'changed';
  readonly on: string;
  readonly source: string;
  readonly quote: string | undefined;
  readonly fields: readonly FieldChange[];
};

/** A fact that differs: what it says apart from what it rests on. */
export type SplitChange = {
  readonly fact: string;
  readonly change: FactChange['change'];
  readonly fields: readonly FieldChange[];
  readonly evidence: readonly EvidenceChange[];
};

/** Tells apart what a fact says and the evidence that it rests on. An item is the same while its source and its words, or else its place, are. */
export function splitChange({ fact, change, from, to }: FactChange): SplitChange {
  const [before, after] = [splitFact(from), splitFact(to)];
  return { fact, change, fields: diffFields(before.says, after.says), evidence: diffItems(before.items, after.items) };
}

type Fields = ReadonlyMap<string, unknown>;
type Item = { readonly on: string; readonly fields: Fields };

/** The fields of a fact, those of its claims by a dotted name, and its items of evidence apart. */
function splitFact(fact: unknown): { says: Fields; items: readonly Item[] } {
  const says = new Map<string, unknown>();
  const items: Item[] = [];
  const walk = (value: unknown, name: string, on: string): void => {
    if (Array.isArray(value) && name.split('.').at(-1) === 'evidence') {
      for (const item of value) items.push({ on, fields: new Map(isObject(item) ? Object.entries(item) : []) });
      return;
    }
    if (Array.isArray(value) && value.some(isObject)) {
      for (const [i, one] of value.entries()) walk(one, `${name}.${nameOf(one) ?? i + 1}`, `${name}.${nameOf(one) ?? i + 1}`);
      return;
    }
    if (!isObject(value)) {
      if (value !== undefined && value !== null) says.set(name === '' ? 'value' : name, value);
      return;
    }
    for (const [key, one] of Object.entries(value)) walk(one, name === '' ? key : `${name}.${key}`, name);
  };
  walk(fact, '', '');
  return { says, items };
}

/** Safeguards are told apart by their kind. */
function nameOf(value: unknown): string | undefined {
  return isObject(value) && typeof value.kind === 'string' ? value.kind : undefined;
}

function diffFields(before: Fields, after: Fields): FieldChange[] {
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((field) => {
    const [from, to] = [before.get(field), after.get(field)];
    return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ field, from, to }];
  });
}

function diffItems(before: readonly Item[], after: readonly Item[]): EvidenceChange[] {
  const left = [...after];
  const takeLike = (item: Item, isLike: (a: Item, b: Item) => boolean): Item | undefined => {
    const place = left.findIndex((one) => isLike(one, item));
    return place < 0 ? undefined : left.splice(place, 1)[0];
  };
  const known = before.map((item) => ({ item, now: takeLike(item, isSame) }));
  const changes = known.flatMap(({ item, now = takeLike(item, isReworded) }): EvidenceChange[] => {
    if (now === undefined) return [toChange('removed', item, diffFields(item.fields, new Map()))];
    const fields = diffFields(item.fields, now.fields);
    return fields.length === 0 ? [] : [toChange('changed', now, fields)];
  });
  return [...changes, ...left.map((item) => toChange('added', item, diffFields(new Map(), item.fields)))];
}

function toChange(change: EvidenceChange['change'], { on, fields }: Item, changed: readonly FieldChange[]): EvidenceChange {
  const quote = fields.get('quote');
  return { change, on, source: String(fields.get('source')), quote: typeof quote === 'string' ? quote : undefined, fields: changed };
}

const isSame = (a: Item, b: Item) => a.on === b.on && placeOf(a) === placeOf(b);
const isReworded = (a: Item, b: Item) => a.on === b.on && a.fields.get('source') === b.fields.get('source');
const placeOf = ({ fields }: Item) => JSON.stringify([fields.get('source'), fields.get('quote') ?? fields.get('locator') ?? '']);

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
