import { listSlots } from './cedar-slots.ts';

/** What entities, requests and policies are held to, as people write it. */
export const toCedarSchema = (slots: number) => `namespace Whereabouts {
  type Ruling = {
    platform: String,
    decisionId: String,
    decision: String,
    scope: Set<String>,
    exempted: Set<String>,
    conditions: Set<String>,
  };
  entity Device;
  entity Band;
  entity Revision {
    revision: String,
    dataAsOf: String,
    freshUntil: String,
    freshUntilEpoch: Long,
    decisions: Long,
    limits: { max?: Long, used: Long, dropped: Long },
    enforcement: Set<{ target: String, method: String, strength: String, needs: Set<String>, gaps: Set<String> }>,
  };
  entity App in [Band] {
    platform: String,
    platforms: Set<String>,
    decision: String,
    scope: Set<String>,
    exempted: Set<String>,
    conditions: Set<String>,
    decisions: Set<String>,
    rulings: { ${listSlots(slots)
      .map((slot) => `${slot}?: Ruling`)
      .join(', ')} },
    freshUntilEpoch: Long,
    decisionId?: String,
    enforceByEpoch?: Long,
    consequence?: String,
    riskPoint?: decimal,
    gate?: String,
    riskHigh?: decimal,
    open?: decimal,
    assessmentRevision?: Long,
    factsAsOf?: String,
  };
  action "use" appliesTo {
    principal: [Device],
    resource: [App],
    context: { deviceClass: String, groups: Set<String>, conditionsMet: Set<String>, nowEpoch: Long },
  };
}
`;

const text = { type: 'String' } as const;
const long = { type: 'Long' } as const;
const decimal = { type: 'Extension', name: 'decimal' } as const;
const setOf = (element: object) => ({ type: 'Set', element }) as const;
const record = (attributes: object) => ({ type: 'Record', attributes }) as const;
const optional = (type: object) => ({ ...type, required: false });

const enforcement = record({ target: text, method: text, strength: text, needs: setOf(text), gaps: setOf(text) });

/** The same in JSON, which is the form that Amazon Verified Permissions takes. */
export const toCedarSchemaJson = (slots: number) => ({
  Whereabouts: {
    commonTypes: {
      Ruling: record({ platform: text, decisionId: text, decision: text, scope: setOf(text), exempted: setOf(text), conditions: setOf(text) }),
    },
    entityTypes: {
      Device: {},
      Band: {},
      Revision: {
        shape: record({
          revision: text,
          dataAsOf: text,
          freshUntil: text,
          freshUntilEpoch: long,
          decisions: long,
          limits: record({ max: optional(long), used: long, dropped: long }),
          enforcement: setOf(enforcement),
        }),
      },
      App: {
        memberOfTypes: ['Band'],
        shape: record({
          platform: text,
          platforms: setOf(text),
          decision: text,
          scope: setOf(text),
          exempted: setOf(text),
          conditions: setOf(text),
          decisions: setOf(text),
          rulings: record(Object.fromEntries(listSlots(slots).map((slot) => [slot, optional({ type: 'Ruling' })]))),
          freshUntilEpoch: long,
          decisionId: optional(text),
          enforceByEpoch: optional(long),
          consequence: optional(text),
          riskPoint: optional(decimal),
          gate: optional(text),
          riskHigh: optional(decimal),
          open: optional(decimal),
          assessmentRevision: optional(long),
          factsAsOf: optional(text),
        }),
      },
    },
    actions: {
      use: {
        appliesTo: {
          principalTypes: ['Device'],
          resourceTypes: ['App'],
          context: record({ deviceClass: text, groups: setOf(text), conditionsMet: setOf(text), nowEpoch: long }),
        },
      },
    },
  },
});
