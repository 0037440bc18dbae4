import { preparsePolicySet, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs';
import { ZenEngine } from '@gorules/zen-engine';
import { Engine } from 'json-rules-engine';
import jsonata from 'jsonata';
import * as z from 'zod';
import { MODES } from '../domain/facts/vocabulary.ts';

/**
 * A plain set of rules, the same for every engine, because none of them can run the method: for each of five modes and five
 * jurisdictions, a path there adds points. A far smaller job than ours: no dates, no evidence, no law, no range, no reasons.
 */
const JURISDICTIONS = ['CN', 'US', 'SG', 'IN', 'ZZ'] as const;
export const RULES = MODES.flatMap((mode, m) =>
  JURISDICTIONS.map((code, j) => ({ reach: `${mode} ${code}`, points: 1 + m * JURISDICTIONS.length + j })),
);

type Facts = { readonly paths: readonly { readonly mode: string; readonly jurisdiction?: string | undefined }[] };
/** Adds up the points of an assessment. */
export type ScoreByRules = (facts: Facts) => number | Promise<number>;

/** What the rules look at: the engines are given it, where they cannot find it themselves. */
function reachesOf({ paths }: Facts): string[] {
  return paths.map(({ mode, jurisdiction }) => `${mode} ${jurisdiction}`);
}

/** The rules as plain code, which says what is right. */
export function scoreByHand(facts: Facts): number {
  const reaches = new Set(reachesOf(facts));
  return sum(RULES.filter(({ reach }) => reaches.has(reach)).map(({ points }) => points));
}

/** Each engine, ready to score: its rules are read and prepared before. */
export const engines: readonly { readonly name: string; readonly open: () => Promise<ScoreByRules> }[] = [
  { name: 'json-rules-engine', open: openJsonRules },
  { name: 'zen-engine', open: openZen },
  { name: 'jsonata', open: openJsonata },
  { name: 'cedar-wasm', open: openCedar },
];

async function openJsonRules(): Promise<ScoreByRules> {
  const rules = RULES.map(({ reach, points }) => ({
    conditions: { all: [{ fact: 'reaches', operator: 'contains', value: reach }] },
    event: { type: 'points', params: { points } },
  }));
  const engine = new Engine(rules);
  return async (facts) => {
    const { events } = await engine.run({ reaches: reachesOf(facts) });
    return sum(events.map(({ params }) => Number(params?.points)));
  };
}

async function openZen(): Promise<ScoreByRules> {
  const rules = RULES.map(({ reach, points }, i) => ({ _id: `${i}`, in: `contains($, "${reach}")`, out: `${points}` }));
  const table = {
    hitPolicy: 'collect',
    inputs: [{ id: 'in', name: 'reaches', field: 'reaches' }],
    outputs: [{ id: 'out', name: 'points', field: 'points' }],
    rules,
  };
  const decision = new ZenEngine().createDecision({
    nodes: [
      { id: 'from', name: 'facts', type: 'inputNode' },
      { id: 'table', name: 'rules', type: 'decisionTableNode', content: table },
      { id: 'to', name: 'points', type: 'outputNode' },
    ],
    edges: [
      { id: 'a', sourceId: 'from', targetId: 'table', type: 'edge' },
      { id: 'b', sourceId: 'table', targetId: 'to', type: 'edge' },
    ],
  });
  const Rows = z.array(z.object({ points: z.number() }));
  return async (facts) => {
    const { result } = await decision.evaluate({ reaches: reachesOf(facts) });
    return sum(Rows.parse(result).map(({ points }) => points));
  };
}

async function openJsonata(): Promise<ScoreByRules> {
  const rules = RULES.map(({ reach, points }) => `("${reach}" in $reaches ? ${points} : 0)`);
  const expression = jsonata(`($reaches := paths.(mode & " " & jurisdiction); $sum([${rules.join(', ')}]))`);
  return async (facts) => z.number().parse(await expression.evaluate(facts));
}

async function openCedar(): Promise<ScoreByRules> {
  const policies = RULES.map(({ reach }, i) => [`${i}`, `permit(principal, action, resource) when { context.reaches.contains("${reach}") };`]);
  const read = preparsePolicySet('rules', { staticPolicies: Object.fromEntries(policies) });
  if (read.type === 'failure') throw new Error(`cedar does not read the rules: ${JSON.stringify(read.errors)}`);
  const somebody = { type: 'User', id: 'somebody' };
  const call = { principal: somebody, action: { type: 'Action', id: 'use' }, resource: { type: 'App', id: 'app' }, entities: [] };
  return (facts) => {
    const answer = statefulIsAuthorized({ ...call, context: { reaches: reachesOf(facts) }, preparsedPolicySetId: 'rules' });
    if (answer.type === 'failure') throw new Error(`cedar does not answer: ${JSON.stringify(answer.errors)}`);
    return sum(answer.response.diagnostics.reason.map((id) => RULES[Number(id)]?.points ?? Number.NaN));
  };
}

function sum(points: readonly number[]): number {
  return points.reduce((total, one) => total + one, 0);
}
