import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { hashOfText } from '../domain/facts/hash.ts';
import { MACHINE } from '../domain/record/machine.ts';
import { personKey } from './keys.ts';
import { storedAt, toItem } from './stored.ts';
import { type Found, getItem, query, type Table } from './table.ts';

/** Whoever has done something that the record has an event of. Derived from the events, so not of the record. */
const Person = z.strictObject({ id: z.string() });

const keyOf = ({ id }: z.infer<typeof Person>) => personKey(hashOfText(id));
const readPerson = storedAt(Person, keyOf);

/** Notes who acted, those who are known left as they are. */
export async function notePeople(table: Table, ids: Iterable<string>): Promise<void> {
  for (const id of new Set(ids)) {
    if (id === MACHINE || (await hasActed(table, id))) continue;
    await table.client.send(new PutItemCommand({ TableName: table.name, Item: marshall(toItem(Person, { id }, keyOf({ id }))) }));
  }
}

/** Whether this subject has ever acted, seconds behind. */
export async function hasActed(table: Table, id: string): Promise<boolean> {
  return (await getItem(table, keyOf({ id }), readPerson)) !== undefined;
}

/** All who have acted, by subject id. */
export async function listPeople(table: Table): Promise<Found<string>> {
  const found: Found<string> = { items: [], setAside: [] };
  for (let after: Parameters<typeof query>[1]['after']; ; ) {
    const page = await query(table, { KeyConditionExpression: 'pk = :pk', values: { ':pk': personKey('').pk }, after }, readPerson);
    found.items.push(...page.items.map(({ id }) => id));
    found.setAside.push(...page.setAside);
    if (page.next === undefined) return { ...found, items: found.items.sort() };
    after = page.next;
  }
}
