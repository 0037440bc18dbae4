import * as z from 'zod';
import type { Assessment } from './assessment.ts';
import { hashOf } from './hash.ts';

/** One fact that differs: its pointer-like name (`paths/remote-cn`), and how it stands on each side; null where it is not there. */
const FactChange = z.strictObject({
  fact: z.string().meta({ description: 'Kind and id of the fact.', example: 'paths/remote-cn' }),
  change: z.enum(['added', 'removed', 'changed']).meta({ example: 'changed' }),
  from: z.unknown().meta({ description: 'The fact before; null when it was not there.' }),
  to: z.unknown().meta({ description: 'The fact after; null when it is gone.' }),
});
export type FactChange = z.infer<typeof FactChange>;

export const FactChanges = z.array(FactChange).meta({ id: 'FactChanges', description: 'Facts that were added, removed or changed, by their ids.' });

/** What changed between two assessments, fact by fact: by the analyst's own ids, so that order does not matter. */
export function diffAssessments(from: Assessment, to: Assessment): FactChange[] {
  const before = listFacts(from);
  const after = listFacts(to);
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names.flatMap((fact): FactChange[] => {
    const old = before.get(fact);
    const now = after.get(fact);
    if (old === undefined) return [{ fact, change: 'added', from: null, to: now }];
    if (now === undefined) return [{ fact, change: 'removed', from: old, to: null }];
    return hashOf({ value: old }) === hashOf({ value: now }) ? [] : [{ fact, change: 'changed', from: old, to: now }];
  });
}

function listFacts({ sources, paths, incidents = [], commitments = [], complete = {}, ...rest }: Assessment): Map<string, unknown> {
  const byId = (kind: string, facts: readonly { id: string }[]) => facts.map((fact): [string, unknown] => [`${kind}/${fact.id}`, fact]);
  const byName = (kind: string, facts: object) => Object.entries(facts).map(([name, fact]): [string, unknown] => [`${kind}/${name}`, fact]);
  return new Map([
    ...Object.entries(rest),
    ...byName('sources', sources),
    ...byName('complete', complete),
    ...byId('paths', paths),
    ...byId('incidents', incidents),
    ...byId('commitments', commitments),
  ]);
}
