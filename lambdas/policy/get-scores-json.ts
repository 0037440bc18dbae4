import * as z from 'zod';
import { operation } from '../runtime/operation.ts';
import { JSON_TYPE, serveExport } from './serve-export.ts';

export const getScoresJson = operation(
  serveExport({
    query: z.strictObject({}),
    nameOf: () => 'scores-json',
    typeOf: () => JSON_TYPE,
    description: 'Every assessed platform with its score, and every decision in force.',
  }),
);
