import type * as z from 'zod';
import { toExpandedId } from './expand-paths.ts';
import { fault } from './fault.ts';

type Place = (string | number)[];
type Report = (path: Place, message: string) => void;

/** Evidence stands at most this deep in an assessment; deeper input is somebody's attempt at the stack. */
const DEEPEST = 8;

/**
 * Every id is unique among its kind, and every reference leads somewhere. It runs on input that may have other faults,
 * so that all of them are reported at once, and therefore takes nothing about its shape for granted.
 */
export function checkReferences(input: unknown, context: z.core.$RefinementCtx): void {
  const report: Report = (path, message) => context.addIssue({ code: 'custom', path, message });
  const sources = toMembers(input).sources;
  checkSources(input, new Set(Object.keys(toMembers(sources))), [], report);

  const { paths, incidents, commitments } = toMembers(input);
  const pathIds = checkUnique(paths, ['paths'], report, toPathIds);
  checkUnique(incidents, ['incidents'], report);
  checkUnique(commitments, ['commitments'], report);
  for (const [i, commitment] of toList(commitments).entries()) {
    const { moves, ends, adds } = toMembers(commitment);
    const named = { ends: toList(ends), moves: toList(moves).map(toPathOf), adds: toList(adds).map(toPathOf) };
    for (const [list, ids] of Object.entries(named))
      for (const [k, id] of ids.entries())
        if (typeof id === 'string' && !pathIds.has(id))
          report(['commitments', i, list, k, ...(list === 'ends' ? [] : ['path'])], fault('no-such-path', { id }));
  }
}

/** Wherever evidence stands, each item must name a source of the assessment. One place serves the whole walk, and is copied for a fault. */
function checkSources(value: unknown, known: ReadonlySet<string>, at: Place, report: Report): void {
  if (at.length > DEEPEST) return;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i += 1) step(value[i], i);
    return;
  }
  const members = toMembers(value);
  for (const key in members) {
    const member = members[key];
    if (key === 'evidence')
      for (const [i, item] of toList(member).entries()) {
        const { source } = toMembers(item);
        if (typeof source === 'string' && !known.has(source)) report([...at, key, i, 'source'], fault('no-such-source', { id: source }));
        checkItem(item, at, i, report);
      }
    else if (typeof member === 'object' && key !== 'sources') step(member, key);
  }

  function step(into: unknown, by: string | number): void {
    at.push(by);
    checkSources(into, known, at, report);
    at.pop();
  }
}

const NEEDS_QUOTE = fault('needs-quote');

/** Its days in their order, and a reservation only on what raises the score: a path or an incident. */
function checkItem(item: unknown, at: Place, i: number, report: Report): void {
  const { observed, from, validTo, stance, quote, capture, excerpt } = toMembers(item);
  const refuse = (field: string, message: string) => report([...at, 'evidence', i, field], message);
  if (typeof from === 'string' && typeof observed === 'string' && from > observed) refuse('from', fault('from-after-observed'));
  if (typeof validTo === 'string' && typeof observed === 'string' && validTo < observed) refuse('validTo', fault('valid-before-observed'));
  if (quote === undefined) {
    if (capture !== undefined) refuse('capture', NEEDS_QUOTE);
    if (excerpt !== undefined) refuse('excerpt', NEEDS_QUOTE);
  }
  const isAdverse = at.length === 2 && (at[0] === 'paths' || at[0] === 'incidents');
  if (stance === 'reserves' && !isAdverse) refuse('stance', fault('reserves-elsewhere'));
}

function checkUnique(facts: unknown, at: Place, report: Report, toIds: (fact: unknown) => readonly unknown[] = toOwnId): ReadonlySet<unknown> {
  const seen = new Set<unknown>();
  for (const [i, fact] of toList(facts).entries())
    for (const id of toIds(fact)) {
      if (typeof id === 'string' && seen.has(id)) report([...at, i, 'id'], fault('id-used-twice', { id }));
      seen.add(id);
    }
  return seen;
}

function toOwnId(fact: unknown): readonly unknown[] {
  return [toMembers(fact).id];
}

/** A path with several jurisdictions has an id for each. */
function toPathIds(path: unknown): readonly unknown[] {
  const { id, jurisdictions } = toMembers(path);
  if (typeof id !== 'string' || !Array.isArray(jurisdictions)) return [id];
  return [...new Set(jurisdictions)].filter((code) => typeof code === 'string').map((code) => toExpandedId(id, code));
}

function toPathOf(entry: unknown): unknown {
  return toMembers(entry).path;
}

function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function toMembers(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
