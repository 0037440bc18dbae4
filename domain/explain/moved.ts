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
 * Section 8.6: why the point moved from one score to another. The inputs are replaced one at a time, in the order method, time,
 * register, facts, so that the shares add up to the difference of the published points. Time goes before the facts, on the old
 * file: what a new file brings is the facts' share, whatever day it was observed on. What can be known later (`knownBy`) is the
 * register's share where it lets the law be read, and the facts' share else.
 */
export function explainMove(from: Inputs, to: Inputs): Moved {
  const method = { ...from, method: to.method ?? CURRENT };
  const time = { ...method, asOf: to.asOf };
  const before = findFacts(from.assessment, time, method.method);
  const after = findFacts(to.assessment, to, method.method);
  const pointBy = (findings: Findings) => scoreFindings(findings, to.register, method.method).score[1];
  const points = [pointOf(from), pointOf(method), pointOf(time), pointBy({ ...before, knownBy: to.knownBy }), pointBy(after)] as const;
  const share = (i: 0 | 1 | 2 | 3) => toPoints(points[(i + 1) as 1 | 2 | 3 | 4] - points[i]);

  const causes: Cause[] = [];
  const add = (kind: Cause['kind'], changed: boolean, ref: string, i: 0 | 1 | 2 | 3) => {
    if (changed || share(i) !== 0) causes.push({ kind, ref, points: share(i) });
  };
  const toHash = hashOf(to.assessment);
  add('method', (from.method ?? CURRENT).version !== method.method.version, method.method.version, 0);
  add('time', from.asOf !== to.asOf, to.asOf, 1);
  add('register', from.register.hash !== to.register.hash, to.register.version, 2);
  add('facts', hashOf(from.assessment) !== toHash, to.revision === undefined ? toHash : `${to.revision}`, 3);
  const facts = explainFacts({ ...before, knownBy: to.knownBy }, after, pointBy, method.method);
  return { from: toPoints(points[0]), to: toPoints(points[4]), causes, facts };
}

function pointOf(inputs: Inputs): number {
  const { assessment, register, method = CURRENT } = inputs;
  return scoreFindings(findFacts(assessment, inputs, method), register, method).score[1];
}

type Fact = { readonly ref: string; readonly text: string; readonly put: (findings: Findings, present: boolean) => Findings };

/** The share of the facts taken apart: one fact after the other as it stands in the new file, then those it no longer holds. */
function explainFacts(from: Findings, wanted: Findings, pointOf: (findings: Findings) => number, method: Method): Moved['facts'] {
  let standing = from;
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
        text: `${incident.kind} ${incident.on} ${incident.jurisdiction} ${incident.data} ${incident.extent} ${incident.belief}`,
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
