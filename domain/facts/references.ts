import type * as z from 'zod';

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
  const pathIds = checkUnique(paths, ['paths'], report);
  checkUnique(incidents, ['incidents'], report);
  checkUnique(commitments, ['commitments'], report);
  for (const [i, commitment] of toList(commitments).entries()) {
    const { moves, ends, adds } = toMembers(commitment);
    const named = { ends: toList(ends), moves: toList(moves).map(toPathOf), adds: toList(adds).map(toPathOf) };
    for (const [list, ids] of Object.entries(named))
      for (const [k, id] of ids.entries())
        if (typeof id === 'string' && !pathIds.has(id))
          report(['commitments', i, list, k, ...(list === 'ends' ? [] : ['path'])], `no path has the id "${id}"`);
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
        if (typeof source === 'string' && !known.has(source)) report([...at, key, i, 'source'], `no source has the id "${source}"`);
      }
    else if (typeof member === 'object' && key !== 'sources') step(member, key);
  }

  function step(into: unknown, by: string | number): void {
    at.push(by);
    checkSources(into, known, at, report);
    at.pop();
  }
}

function checkUnique(facts: unknown, at: Place, report: Report): ReadonlySet<unknown> {
  const seen = new Set<unknown>();
  for (const [i, fact] of toList(facts).entries()) {
    const { id } = toMembers(fact);
    if (typeof id === 'string' && seen.has(id)) report([...at, i, 'id'], `the id "${id}" is used twice`);
    seen.add(id);
  }
  return seen;
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
