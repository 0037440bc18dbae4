import * as z from 'zod';
import { JurisdictionCode } from '../facts/jurisdiction-code.ts';
import { INCIDENT_KINDS } from '../facts/vocabulary.ts';
import { Points } from '../score/points.ts';
import { BeliefRange, ModeName } from './explanation-paths.ts';

const Share = z.number().min(0).max(1);

export const Lead = z
  .strictObject({
    id: z.string(),
    kind: z.enum(['path', 'incident']),
    jurisdiction: JurisdictionCode.optional(),
    mode: ModeName.optional(),
    incident: z.enum(INCIDENT_KINDS).optional(),
    belief: BeliefRange,
  })
  .meta({
    id: 'Lead',
    description: 'A path or an incident whose evidence is too weak to be scored.',
    example: { id: 'cn-storage', kind: 'path', jurisdiction: 'CN', mode: 'storage', belief: { low: 8, point: 36, high: 100 } },
  });
export type Lead = z.infer<typeof Lead>;

export const UnknownExplained = z
  .strictObject({ mode: ModeName, complete: Share.meta({ description: 'Proven belief that the list of this mode is exhaustive.' }), open: Points })
  .meta({
    id: 'UnknownExplained',
    description: 'How far it could go through paths of a mode that nobody has named.',
    example: { mode: 'storage', complete: 0.98, open: 2 },
  });
export type UnknownExplained = z.infer<typeof UnknownExplained>;
