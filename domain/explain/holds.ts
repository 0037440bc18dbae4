import type { Assessment } from '../facts/assessment.ts';
import type { Column } from '../score/belief.ts';
import type { FoundIncident } from '../score/findings.ts';
import { abuseOf, floorOf, weighIncidents } from '../score/incidents.ts';
import type { Scored } from '../score/score.ts';
import { compare } from './change.ts';
import type { Counterfactual, Outcome } from './counterfactual.ts';
import { describeIn } from './describe-fact.ts';
import { outcomeOf } from './edit.ts';
import type { HeldFact, Holds } from './explanation-holds.ts';
import { listWeighedFacts, type WeighedFact } from './weighed-facts.ts';

/** What a reader keeps in mind. */
const MOST_FACTS = 3;

/** Section 8.3: the strongest facts, taken away one after the other until the gate is another; where no fact holds it, the strongest of what is named. */
export function findWhatHoldsTheGate(assessment: Assessment, scored: Scored, counterfactual: Counterfactual): Holds {
  const { gate, method, lists } = scored;
  const isOpen = gate === 'unproven' || gate === 'allow';
  const taken: WeighedFact[] = [];
  let outcome: Outcome = counterfactual.now;
  for (const fact of listStrongest(assessment, scored)) {
    if (outcome.gate !== gate && !isOpen) break;
    taken.push(fact);
    const edits = taken.map((one) => one.edit(undefined));
    outcome = outcomeOf(edits, scored, counterfactual);
  }
  return {
    facts: taken.map(describeIn(assessment, scored)),
    decides: !isOpen && outcome.gate !== gate,
    without: isOpen ? gate : outcome.gate,
    lists: gate === 'unproven' ? lists.filter(({ open }) => open * 100 >= method.gate.allowBelowOpen).map(({ mode }) => mode) : [],
  };
}

/** The strongest facts, whether it takes all of them to hold the gate or not. */
export function describeStrongest(assessment: Assessment, scored: Scored): HeldFact[] {
  return listStrongest(assessment, scored).map(describeIn(assessment, scored));
}

function listStrongest(assessment: Assessment, scored: Scored): WeighedFact[] {
  const reach = reachIn(scored.gate === 'restrict' ? 1 : 2, assessment, scored);
  const adverse = [...reach.keys()].sort((x, y) => (reach.get(y) ?? 0) - (reach.get(x) ?? 0) || compare(x.ref, y.ref));
  return adverse.slice(0, MOST_FACTS);
}

/** What reaches through each path, or what each incident adds of what is left and sets under the score; 0 to 1. What reaches nothing holds nothing. */
function reachIn(column: Column, assessment: Assessment, scored: Scored): ReadonlyMap<WeighedFact, number> {
  const exposures = new Map(scored.paths.map(({ path, exposure }) => [path, exposure[column]]));
  const incidents = new Map(scored.incidents.map((incident) => [incident.id, incident]));
  return new Map(
    listWeighedFacts(assessment, scored)
      .filter(({ nature }) => nature === 'adverse')
      .map((fact) => {
        const incident = fact.kind === 'incident' ? incidents.get(fact.ref) : undefined;
        return [fact, incident ? reachOf(incident, column, scored) : Math.max(...fact.paths.map((path) => exposures.get(path) ?? 0))] as const;
      })
      .filter(([, reached]) => reached > 0),
  );
}

function reachOf(incident: FoundIncident, column: Column, { findings, method }: Scored): number {
  const weighed = weighIncidents(findings.asOf, [incident], method);
  return Math.max(floorOf(weighed, method)[column], method.incidentWeight * abuseOf(weighed, method)[column]);
}
