import type { EntityJson, Schema } from '@cedar-policy/cedar-wasm/nodejs';
import * as z from 'zod';
import { readJson } from './read-json.ts';

type Value =
  | { boolean: boolean }
  | { long: number }
  | { string: string }
  | { decimal: string }
  | { set: Value[] }
  | { record: Record<string, Value> }
  | { entityIdentifier: Identifier };

const Identifier = z.strictObject({ entityType: z.string(), entityId: z.string() });
type Identifier = z.infer<typeof Identifier>;
/** https://docs.aws.amazon.com/verifiedpermissions/latest/apireference/API_AttributeValue.html */
const Value: z.ZodType<Value> = z.lazy(() =>
  z.union([
    z.strictObject({ boolean: z.boolean() }),
    z.strictObject({ long: z.int() }),
    z.strictObject({ string: z.string() }),
    z.strictObject({ decimal: z.string() }),
    z.strictObject({ set: z.array(Value) }),
    z.strictObject({ record: z.record(z.string(), Value) }),
    z.strictObject({ entityIdentifier: Identifier }),
  ]),
);
const Definition = z.strictObject({
  entityList: z.array(z.strictObject({ identifier: Identifier, attributes: z.record(z.string(), Value), parents: z.array(Identifier) })),
});

/** The entities of a definition for Amazon Verified Permissions, as Cedar itself reads them. */
export function readDefinition(text: string): EntityJson[] {
  return readJson(text, Definition).entityList.map(({ identifier, attributes, parents }) => ({
    uid: toUid(identifier),
    attrs: toMembers(attributes) as EntityJson['attrs'],
    parents: parents.map(toUid),
  }));
}

const toUid = ({ entityType, entityId }: Identifier) => ({ type: entityType, id: entityId });
const toMembers = (members: Record<string, Value>) => Object.fromEntries(Object.entries(members).map(([name, value]) => [name, toPlain(value)]));

function toPlain(value: Value): unknown {
  if ('decimal' in value) return { __extn: { fn: 'decimal', arg: value.decimal } };
  if ('entityIdentifier' in value) return { __entity: toUid(value.entityIdentifier) };
  if ('set' in value) return value.set.map(toPlain);
  return 'record' in value ? toMembers(value.record) : Object.values(value)[0];
}

/** A schema in JSON; what it may hold Cedar itself says. */
export const readSchema = (text: string): Schema => readJson(text, z.record(z.string(), z.unknown())) as Schema;
