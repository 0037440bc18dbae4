import { checkParsePolicySet, isAuthorized, type Schema, schemaToJson, schemaToText, validate } from '@cedar-policy/cedar-wasm/nodejs';
import { describe, expect, it } from 'vitest';
import { toCedarEntities } from '../../../domain/policy/cedar.ts';
import { toClosedPolicy, toOpenPolicy } from '../../../domain/policy/cedar-policies.ts';
import { toCedarSchema, toCedarSchemaJson } from '../../../domain/policy/cedar-schema.ts';
import { FEWEST_SLOTS } from '../../../domain/policy/cedar-slots.ts';
import { writeExports } from '../../../domain/policy/write-exports.ts';
import type { Json } from '../../started-service.ts';
import { documentAt, signal, suspension, tiktok } from './commission.ts';
import { findTypeFaults } from './vendor-types.ts';

const AT = '2023-03-15T00:00:00.000Z';
const FRESH = Date.parse(AT) / 1000;
const STALE = FRESH + 48 * 3600;
const CEDAR_SCHEMA = toCedarSchema(FEWEST_SLOTS);
const CEDAR_SCHEMA_JSON = toCedarSchemaJson(FEWEST_SLOTS);

type Question = { app?: string; device?: string; groups?: string[]; conditionsMet?: string[]; nowEpoch?: number };

function ask(
  policy: string,
  { app = 'android:com.zhiliaoapp.musically', device = 'enrolled-personal-device', ...context }: Question,
  records = [tiktok(), signal],
) {
  const answer = isAuthorized({
    principal: { type: 'Whereabouts::Device', id: 'one' },
    action: { type: 'Whereabouts::Action', id: 'use' },
    resource: { type: 'Whereabouts::App', id: app },
    context: { deviceClass: device, groups: context.groups ?? [], conditionsMet: context.conditionsMet ?? [], nowEpoch: context.nowEpoch ?? FRESH },
    policies: { staticPolicies: policy },
    entities: JSON.parse(JSON.stringify(toCedarEntities(documentAt(AT, records)))),
    schema: CEDAR_SCHEMA,
  });
  if (answer.type !== 'success') throw new Error(JSON.stringify(answer.errors));
  return answer.response.decision;
}

/** The platform as it lists its apps itself. */
const listed = { name: 'TikTok', operator: 'Somebody', apps: { android: ['com.zhiliaoapp.musically'] } };
const limited = tiktok({ decision: 'limit', conditions: [{ id: 'managed-browser-only' }] });

describe.each([
  ['fails open', toOpenPolicy(FEWEST_SLOTS), 'allow'],
  ['fails closed', toClosedPolicy(FEWEST_SLOTS), 'deny'],
] as const)('the example policy that %s, in Cedar itself', (_, policy, whenUnknown) => {
  it('parses, and is valid by the schema', () => {
    expect(checkParsePolicySet({ staticPolicies: policy }).type).toBe('success');
    expect(validate({ policies: { staticPolicies: policy }, schema: CEDAR_SCHEMA })).toMatchObject({ type: 'success', validationErrors: [] });
  });

  it.each<[string, Question, string]>([
    ['denies a suspended app on an enrolled personal device', {}, 'deny'],
    ['denies it on a corporate device', { device: 'corporate-device' }, 'deny'],
    ['allows it on a device out of scope', { device: 'personal-device' }, 'allow'],
    ['allows it to an exempted group', { groups: ['dsa-enforcement'] }, 'allow'],
    ['allows an app without a decision', { app: 'android:org.thoughtcrime.securesms' }, 'allow'],
    ['says what its name says of an app that it does not know', { app: 'android:com.unknown' }, whenUnknown],
    ['says what its name says once the data is stale', { nowEpoch: STALE }, whenUnknown],
    ['still holds a second before', { nowEpoch: STALE - 1 }, 'deny'],
  ])('%s', (__, question, decision) => {
    expect(ask(policy, question)).toBe(decision);
  });

  it('allows a limited app under its conditions alone', () => {
    expect(ask(policy, {}, [limited])).toBe('deny');
    expect(ask(policy, { conditionsMet: ['managed-browser-only'] }, [limited])).toBe('allow');
  });

  it('allows the app again after the revocation', () => {
    expect(ask(policy, {}, [{ ...tiktok({ revocations: [...suspension.approvals] }), profile: listed }])).toBe('allow');
  });
});

describe('for Amazon Verified Permissions', () => {
  const text = (name: 'cedar-entities-avp' | 'cedar-schema-avp') => JSON.parse(writeExports(documentAt(AT)).get(name) ?? '');

  it('the entities are of its own types, and say the same', () => {
    const definition = text('cedar-entities-avp');
    expect(findTypeFaults([{ type: 'Permissions.EntitiesDefinition', value: definition }])).toEqual([]);
    const wrong = { entityList: [{ identifier: { entityType: 'A', entityId: 'b' }, attributes: { a: { text: 'b' } } }] };
    expect(findTypeFaults([{ type: 'Permissions.EntitiesDefinition', value: wrong }])).toHaveLength(1);
    const app = definition.entityList.find(({ identifier }: Json) => identifier.entityId === 'android:com.zhiliaoapp.musically');
    expect(app).toMatchObject({
      identifier: { entityType: 'Whereabouts::App' },
      attributes: { decision: { string: 'suspend' }, riskPoint: { decimal: '88.1' }, scope: { set: [{ string: 'corporate-device' }, {}] } },
      parents: [{ entityType: 'Whereabouts::Band', entityId: 'severe' }],
    });
    expect(definition.entityList).toHaveLength(toCedarEntities(documentAt(AT)).length);
  });

  it('the schema in JSON is the one in words, by Cedar itself', () => {
    expect(text('cedar-schema-avp')).toEqual(CEDAR_SCHEMA_JSON);
    const inWords = schemaToText(CEDAR_SCHEMA_JSON as unknown as Schema);
    const canonical = (schema: Schema) => {
      const answer = schemaToJson(schema);
      return answer.type === 'success' ? answer.json : answer;
    };
    expect(inWords.type === 'success' && canonical(inWords.text.replaceAll('__cedar::', ''))).toEqual(canonical(CEDAR_SCHEMA));
  });
});
