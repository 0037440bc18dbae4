import * as z from 'zod';
import { operation } from '../runtime/operation.ts';
import { serveExport } from './serve-export.ts';

export const getOpaBundle = operation(
  serveExport({
    query: z.strictObject({}),
    nameOf: () => 'opa-bundle',
    typeOf: () => 'application/gzip',
    description:
      'A bundle for OPA, signed (RS256): a gzip tar with `.manifest`, `whereabouts/data.json`, `whereabouts/policy.rego`, `.signatures.json`.',
  }),
);
