import { diffLaw } from '../explain/diff-law.ts';
import type { Assessment } from '../facts/assessment.ts';
import { addDays, type CalendarDate } from '../facts/date.ts';
import type { Evidence } from '../facts/evidence.ts';
import { expandPaths } from '../facts/expand-paths.ts';
import { findFacts } from '../score/findings.ts';
import { CURRENT } from '../score/method.ts';
import { toPoints, toRange } from '../score/points.ts';
import type { Register } from '../score/register.ts';
import { type Scored, scoreFindings } from '../score/score.ts';
import type { ExposureCause, ExposureStep } from './exposure-step.ts';
import type { Revision } from './revision.ts';
import { type Answering, type ApprovedRevision, answerFor } from './time-line.ts';

/** An approved revision with its facts. */
type Known = ApprovedRevision & { readonly assessment: Assessment };
type Span = { readonly from: CalendarDate; readonly to: CalendarDate; readonly knownBy: CalendarDate };
type Day = { readonly answering: Answering<Known>; readonly scored: Scored };

/** Exposure by the facts of each day, from the revision that answers for it and the law of the day: the days on which it changes. */
export function exposureLine(approved: readonly ApprovedRevision[], revisions: readonly Revision[], span: Span, register: Register): ExposureStep[] {
  const facts = new Map(revisions.map(({ revision, assessment }) => [revision, assessment]));
  const known = approved.flatMap((one): Known[] => {
    const assessment = facts.get(one.revision);
    return assessment ? [{ ...one, assessment }] : [];
  });
  const turns = new Set(known.map(({ asOf }) => asOf));
  const lawDays = listLawDays(register);
  const score = ({ assessment }: Known, asOf: CalendarDate) =>
    scoreFindings(findFacts(assessment, { asOf, knownBy: span.knownBy }, CURRENT), register, CURRENT);
  const steps: ExposureStep[] = [];
  let before: Day | undefined;
  for (let day = span.from; day <= span.to; day = addDays(day, 1)) {
    const answering: Answering<Known> | undefined = !before || turns.has(day) ? answerFor(day, known) : before.answering;
    if (!answering) return [];
    const now: Day = { answering, scored: score(answering.approved, day) };
    if (!before || hasChanged(before, now))
      steps.push(toStep(day, now, before ? findCauses(before, now, day, { register, isLawDay: lawDays.has(day), score }) : []));
    before = now;
  }
  return steps;
}

function hasChanged(before: Day, now: Day): boolean {
  const [old, scored] = [before.scored, now.scored];
  return (
    before.answering !== now.answering ||
    old.band !== scored.band ||
    old.gate !== scored.gate ||
    old.score.some((tenths, column) => tenths !== scored.score[column])
  );
}

function toStep(day: CalendarDate, { answering: { approved, noneThatEarly }, scored }: Day, causes: ExposureCause[]): ExposureStep {
  const { revision, hash, asOf } = approved;
  const assessment = { revision, hash, asOf, ...(noneThatEarly && { noneThatEarly }) };
  return { day, assessment, score: toRange(scored.score), band: scored.band, gate: scored.gate, causes };
}

type Means = { readonly register: Register; readonly isLawDay: boolean; readonly score: (of: Known, asOf: CalendarDate) => Scored };

/** The old facts under the law of the day, then a day older, then the facts of the revision that answers now. */
function findCauses({ answering, scored: old }: Day, now: Day, day: CalendarDate, { register, isLawDay, score }: Means): ExposureCause[] {
  const { approved } = answering;
  const isSame = approved.revision === now.answering.approved.revision;
  const aged = isSame ? now.scored : score(approved, day);
  const laws = isLawDay ? diffLaw(register, listJurisdictions(approved.assessment), addDays(day, -1), day, CURRENT) : [];
  const lawful = laws.length === 0 ? old : scoreFindings({ ...old.findings, asOf: day }, register, CURRENT);
  const begun = listBegun(approved.assessment, day);
  const share = (from: Scored, to: Scored) => toPoints(to.score[1] - from.score[1]);
  const causes: ExposureCause[] = [
    { kind: 'law', refs: laws.map(({ jurisdiction }) => jurisdiction), points: share(old, lawful) },
    { kind: begun.length > 0 ? 'evidence' : 'time', refs: begun, points: share(lawful, aged) },
    { kind: 'facts', refs: [String(now.answering.approved.revision)], points: share(aged, now.scored) },
  ];
  return causes.filter(
    ({ kind, points }) => points !== 0 || (kind === 'facts' ? !isSame : kind === 'law' ? laws.length > 0 : isSame && laws.length === 0),
  );
}

/** Every day on which a row, an adequacy decision, a membership or the reading of an item begins or ends. */
function listLawDays({ euEea, jurisdictions }: Register): Set<string | null> {
  const rows = Object.values(jurisdictions).flatMap((jurisdiction) => jurisdiction.rows);
  const spans = [...euEea, ...rows, ...rows.flatMap(({ adequacy }) => adequacy ?? [])];
  return new Set([...spans.flatMap(({ from, to }) => [from, to]), ...rows.flatMap(({ knownFrom = {} }) => Object.values(knownFrom))]);
}

function listJurisdictions({ paths }: Assessment): Set<string> {
  return new Set(expandPaths(paths).map(({ jurisdiction }) => jurisdiction));
}

/** Facts that begin or end on a day, or were seen on it. */
function listBegun({ paths, incidents = [], complete = {}, clearText }: Assessment, day: CalendarDate): string[] {
  const isSeen = (evidence: readonly Evidence[]) => evidence.some(({ from, observed }) => (from ?? observed) === day);
  return [
    ...paths
      .filter(
        ({ evidence, transfer, safeguards = [], ended }) =>
          ended?.on === day || [evidence, transfer?.evidence ?? [], ended?.evidence ?? [], ...safeguards.map((one) => one.evidence)].some(isSeen),
      )
      .map(({ id }) => `paths/${id}`),
    ...incidents.filter(({ on, evidence }) => on === day || isSeen(evidence)).map(({ id }) => `incidents/${id}`),
    ...Object.entries(complete).flatMap(([mode, claim]) => (claim && isSeen(claim.evidence) ? [`complete/${mode}`] : [])),
    ...(clearText && isSeen(clearText.evidence) ? ['clearText'] : []),
  ];
}
