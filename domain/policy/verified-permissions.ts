import type { Entity, Uid } from './cedar.ts';

/** The entities as Amazon Verified Permissions takes them: `entities` of IsAuthorized and BatchIsAuthorized. */
export function toEntitiesDefinition(entities: readonly Entity[]) {
  return {
    entityList: entities.map(({ uid, attrs, parents }) => ({
      identifier: toIdentifier(uid),
      attributes: toMembers(attrs),
      parents: parents.map(toIdentifier),
    })),
  };
}

type AttributeValue =
  | { readonly boolean: boolean }
  | { readonly long: number }
  | { readonly string: string }
  | { readonly decimal: string }
  | { readonly set: readonly AttributeValue[] }
  | { readonly record: Readonly<Record<string, AttributeValue>> };

function toIdentifier({ type, id }: Uid) {
  return { entityType: type, entityId: id };
}

function toMembers(members: object): Record<string, AttributeValue> {
  return Object.fromEntries(Object.entries(members).map(([name, value]) => [name, toValue(value)]));
}

function toValue(value: unknown): AttributeValue {
  if (typeof value === 'boolean') return { boolean: value };
  if (typeof value === 'number') return { long: value };
  if (Array.isArray(value)) return { set: value.map(toValue) };
  if (typeof value !== 'object' || value === null) return { string: String(value) };
  return '__extn' in value ? { decimal: (value as { __extn: { arg: string } }).__extn.arg } : { record: toMembers(value) };
}
