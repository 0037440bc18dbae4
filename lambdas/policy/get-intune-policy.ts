import * as z from 'zod';
import { INTUNE_KINDS } from '../../domain/policy/intune.ts';
import { operation } from '../runtime/operation.ts';
import { JSON_TYPE, serveExport } from './serve-export.ts';

const Query = z.strictObject({
  kind: z.enum(INTUNE_KINDS).meta({ description: 'Which resource of Microsoft Graph.', example: 'ios-compliance' }),
});

export const getIntunePolicy = operation(
  serveExport({
    query: Query,
    nameOf: ({ kind }) => `intune-${kind}`,
    typeOf: () => JSON_TYPE,
    description: 'For Microsoft Intune: `policies` are bodies for Microsoft Graph, split where a list is longer than it takes.',
  }),
);
