import type { CalendarDate } from '../facts/date.ts';
import type { Evidence, Source } from '../facts/evidence.ts';
import { originOf } from './origin.ts';

export type Moment = { readonly asOf: CalendarDate; readonly knownBy: CalendarDate };

/** A source that can be read on the day, with whose words it repeats. */
export type Witness = { readonly source: Source; readonly origin: string };

/** The sources of an assessment that can be read on the day, by id. */
export type Witnesses = ReadonlyMap<string, Witness>;

/** Section 1: a source is known from the day it was published until the day it is known to be withdrawn. */
export function listWitnesses(sources: Readonly<Record<string, Source>>, { knownBy }: Moment): Witnesses {
  const known = new Map<string, Witness>();
  for (const id of Object.keys(sources)) {
    const source = sources[id] as Source;
    const isKnown = source.published <= knownBy && !(source.withdrawn && source.withdrawn.on <= knownBy);
    if (isKnown) known.set(id, { source, origin: originOf(id, sources) });
  }
  return known;
}

/** Section 1: the source of an item, once what the item speaks for had begun; before, the item does not exist. */
export function witnessOf(item: Evidence, witnesses: Witnesses, { asOf }: Moment): Witness | undefined {
  return (item.from ?? item.observed) <= asOf ? witnesses.get(item.source) : undefined;
}
