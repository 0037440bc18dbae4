import {
  checkParseEntities,
  checkParseSchema,
  type EntityJson,
  preparsePolicySet,
  preparseSchema,
  type Schema,
  statefulIsAuthorized,
  validate,
} from '@cedar-policy/cedar-wasm/nodejs';
import type { Situation } from '../../../domain/policy/verdict.ts';

/** What Cedar answers with `type: 'failure'`, in its own words. */
function demand<Answer extends { type: string }>(answer: Answer): Extract<Answer, { type: 'success' }> {
  if (answer.type === 'success') return answer as Extract<Answer, { type: 'success' }>;
  const { errors = [] } = answer as unknown as { errors?: { message: string }[] };
  throw new Error(errors.map(({ message }) => message).join('; '));
}

/** A schema as people write it. */
export function demandSchema(schema: Schema): void {
  demand(checkParseSchema(schema));
}

/** Entities that hold to a schema, each once. */
export function demandEntities(entities: EntityJson[], schema: Schema): void {
  demand(checkParseEntities({ entities, schema }));
  const ids = new Set<string>();
  for (const { uid } of entities) {
    const id = nameOfUid(uid);
    if (ids.has(id)) throw new Error(`${id} is there twice`);
    ids.add(id);
  }
}

/** A policy that holds to the schema, in Cedar’s own engine: how to ask it. */
export function openCedar(
  policy: string,
  schema: string,
): (app: string, entities: EntityJson[], situation: Situation, nowEpoch: number) => 'allow' | 'deny' {
  const { validationErrors } = demand(validate({ schema, policies: { staticPolicies: policy } }));
  if (validationErrors[0]) throw new Error(validationErrors[0].error.message);
  demand(preparseSchema('whereabouts', schema));
  demand(preparsePolicySet('asked', { staticPolicies: policy }));
  return (app, entities, situation, nowEpoch) => {
    const { response } = demand(
      statefulIsAuthorized({
        principal: { type: 'Whereabouts::Device', id: 'one' },
        action: { type: 'Whereabouts::Action', id: 'use' },
        resource: { type: APP, id: app },
        context: { deviceClass: situation.deviceClass, groups: [...situation.groups], conditionsMet: [...situation.conditionsMet], nowEpoch },
        preparsedSchemaName: 'whereabouts',
        preparsedPolicySetId: 'asked',
        validateRequest: true,
        entities,
      }),
    );
    const [fault] = response.diagnostics.errors;
    // A policy cannot look into an app that is not there, and then does not apply: that is how an unknown one is allowed or denied.
    if (fault && entities.length > 0) throw new Error(`${fault.policyId} on ${app}: ${fault.error.message}`);
    return response.decision;
  };
}

export const APP = 'Whereabouts::App';

/** An entity's name; Cedar writes it plainly or under `__entity`. */
export function nameOfUid(uid: EntityJson['uid']): string {
  const { type, id } = '__entity' in uid ? uid.__entity : uid;
  return `${type}::${JSON.stringify(id)}`;
}

/** An entity with all that it leads to. */
export function toSlice(entity: EntityJson | undefined, all: ReadonlyMap<string, EntityJson>): EntityJson[] {
  const slice = new Set<EntityJson>();
  const add = (one: EntityJson | undefined) => {
    if (!one || slice.has(one)) return;
    slice.add(one);
    for (const name of [...one.parents.map(nameOfUid), ...findNamed(one.attrs)]) add(all.get(name));
  };
  add(entity);
  return [...slice];
}

/** The entities that attributes name, at any depth. */
function findNamed(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('__entity' in value) return [nameOfUid(value as EntityJson['uid'])];
  if ('type' in value && 'id' in value) return [nameOfUid(value as EntityJson['uid'])];
  return Object.values(value).flatMap(findNamed);
}
