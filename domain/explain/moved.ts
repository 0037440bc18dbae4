import type { Assessment } from '../facts/assessment.ts';
import type { CalendarDate } from '../facts/date.ts';
import { hashOf } from '../facts/hash.ts';
import { MODES } from '../facts/vocabulary.ts';
import { type Findings, findFacts } from '../score/findings.ts';
import { CURRENT, type Method } from '../score/method.ts';
import { toPoints } from '../score/points.ts';
import type { Register } from '../score/register.ts';
import { scoreFindings } from '../score/score.ts';
import { toPathField } from '../vector/path.ts';
import type { Cause, Moved } from './explanation-moved.ts';

/** All that goes into a score. */
export type Inputs = {
  readonly assessment: Assessment;
  readonly revision?: number;
  readonly knownBy: CalendarDate;
  readonly register: Register;
  readonly method?: Method;
  readonly asOf: CalendarDate;
};

/**
 * Why the point moved from one score to another: the inputs replaced one at a time, in the order facts, register, method,
 * time, so that the shares add up to the difference of the published points. Facts are the assessment and what could be
 * known of it (`knownBy`); time is `asOf`, so an item observed after the earlier date arrives with time.
 */
export function explainMove(from: Inputs, to: Inputs): Moved {
  const facts = { ...from, assessment: to.assessment, knownBy: to.knownBy };
  const register = { ...facts, register: to.register };
  const method = { ...register, method: to.method ?? CURRENT };
  const points = [from, facts, register, method, { ...method, asOf: to.asOf }].map(pointOf) as [number, number, number, number, number];
  const share = (i: 0 | 1 | 2 | 3) => toPoints((points[i + 1] as number) - (points[i] as number));

  const causes: Cause[] = [];
  const add = (kind: Cause['kind'], changed: boolean, ref: string, i: 0 | 1 | 2 | 3) => {
    if (changed || share(i) !== 0) causes.push({ kind, ref, points: share(i) });
  };
  const toHash = hashOf(to.assessment);
  add('facts', hashOf(from.assessment) !== toHash, to.revision === undefined ? toHash : `${to.revision}`, 0);
  add('register', from.register.hash !== to.register.hash, to.register.version, 1);
  add('method', (from.method ?? CURRENT).version !== method.method.version, method.method.version, 2);
  add('time', from.asOf !== to.asOf, to.asOf, 3);
  return { from: toPoints(points[0]), to: toPoints(points[4]), causes, facts: explainFacts(from, facts) };
}

function pointOf(inputs: Inputs): number {
  const { assessment, register, method = CURRENT } = inputs;
  return scoreFindings(findFacts(assessment, inputs, method), register, method).score[1];
}

type Fact = { readonly ref: string; readonly text: string; readonly put: (findings: Findings, present: boolean) => Findings };

/** The share of the facts taken apart: one fact after the other as it stands in the new file, then those it no longer holds. */
function explainFacts(from: Inputs, to: Inputs): Moved['facts'] {
  const { register, method = CURRENT } = from;
  const pointOf = (findings: Findings) => scoreFindings(findings, register, method).score[1];
  let standing = findFacts(from.assessment, from, method);
  const wanted = findFacts(to.assessment, to, method);
  let point = pointOf(standing);
  const shares: Moved['facts'] = [];
  const before = new Map(listFacts(standing, method).map((fact) => [fact.ref, fact]));
  const after = new Map(listFacts(wanted, method).map((fact) => [fact.ref, fact]));
  for (const ref of new Set([...after.keys(), ...before.keys()])) {
    const [old, next] = [before.get(ref), after.get(ref)];
    if (old?.text === next?.text) continue;
    standing = next ? next.put(standing, true) : (old as Fact).put(standing, false);
    const now = pointOf(standing);
    shares.push({ ref, points: toPoints(now - point) });
    point = now;
  }
  return shares;
}

/** Every finding under the name of its fact, as text that changes when the finding does, and how to put it among others or take it away. */
function listFacts({ paths, incidents, complete, clearText }: Findings, method: Method): Fact[] {
  return [
    ...paths.map(
      (path): Fact => ({
        ref: `paths/${path.id}`,
        text: toPathField(path, method),
        put: (into, present) => ({ ...into, paths: [...into.paths.filter(({ id }) => id !== path.id), ...(present ? [path] : [])] }),
      }),
    ),
    ...incidents.map(
      (incident): Fact => ({
        ref: `incidents/${incident.id}`,
        text: `${incident.kind} ${incident.on} ${incident.belief}`,
        put: (into, present) => ({ ...into, incidents: [...into.incidents.filter(({ id }) => id !== incident.id), ...(present ? [incident] : [])] }),
      }),
    ),
    ...MODES.map(
      (mode): Fact => ({
        ref: `complete/${mode}`,
        text: `${complete[mode]}`,
        put: (into) => ({ ...into, complete: { ...into.complete, [mode]: complete[mode] } }),
      }),
    ),
    {
      ref: 'clearText',
      text: clearText ? `${clearText.residual} ${clearText.belief}` : '',
      put: (into) => ({ ...into, clearText }),
    },
  ];
}
