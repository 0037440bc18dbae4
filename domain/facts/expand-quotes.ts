import { meantBy } from './nearest.ts';

type Steps = readonly PropertyKey[];

/** A file with its quotes put where they are named. */
export type Expanded = {
  readonly value: unknown;
  /** The place of the file that a place of the expanded value was written at. */
  readonly toFile: (steps: Steps) => Steps;
  /** Names of no list, and what stands in the place of the lists and is none. */
  readonly faults: readonly { readonly place: Steps; readonly detail: string }[];
  /** Lists that no evidence names. */
  readonly unused: readonly Steps[];
};

/** The field of a file that holds the lists, by their names; the API knows only the expanded form. */
const LISTS = 'quotes';

/**
 * A quote is written once: `"evidence": ["q-list"]` stands for the item, or for each item of the list, that stands under
 * `quotes` by that name. What has no such field, or is no object, is left as it is.
 */
export function expandQuotes(value: unknown): Expanded {
  if (!isObject(value)) return { value, toFile: (steps) => steps, faults: [], unused: [] };
  const { [LISTS]: lists, ...rest } = value;
  const named = new Map(isObject(lists) ? Object.entries(lists) : []);
  const origins = new Map<string, Steps>();
  const used = new Set<string>();
  const faults: { place: Steps; detail: string }[] = [];
  if (lists !== undefined && !isObject(lists))
    faults.push({ place: [LISTS], detail: 'must be an object: by its name, each item or list of items of evidence' });

  const expand = (inside: unknown, from: Steps, to: Steps): unknown => {
    if (Array.isArray(inside))
      return to.at(-1) === 'evidence' ? expandList(inside, from, to) : inside.map((one, i) => expand(one, [...from, i], [...to, i]));
    if (!isObject(inside)) return inside;
    return Object.fromEntries(Object.entries(inside).map(([name, one]) => [name, expand(one, [...from, name], [...to, name])]));
  };
  const expandList = (items: readonly unknown[], from: Steps, to: Steps): unknown[] => {
    const all: unknown[] = [];
    const put = (item: unknown, origin: Steps) => {
      origins.set(JSON.stringify([...to, all.length]), origin);
      all.push(item);
    };
    for (const [i, item] of items.entries()) {
      if (typeof item !== 'string') put(item, [...from, i]);
      else if (named.has(item)) {
        used.add(item);
        const list = named.get(item);
        if (Array.isArray(list)) for (const [j, one] of list.entries()) put(one, [LISTS, item, j]);
        else put(list, [LISTS, item]);
      } else {
        const meant = meantBy(item, [...named.keys()]);
        const hint = meant === undefined ? '' : `; did you mean "${meant}"?`;
        faults.push({ place: [...from, i], detail: `there is no list "${item}" among the quotes of this file${hint}` });
      }
    }
    return all;
  };

  const expanded = expand(rest, [], []);
  return {
    value: expanded,
    toFile: (steps) => {
      for (let length = steps.length; length > 0; length -= 1) {
        const origin = origins.get(JSON.stringify(steps.slice(0, length)));
        if (origin) return [...origin, ...steps.slice(length)];
      }
      return steps;
    },
    faults,
    unused: [...named.keys()].filter((name) => !used.has(name)).map((name) => [LISTS, name]),
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
