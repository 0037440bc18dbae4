import * as z from 'zod';
import { operation } from '../runtime/operation.ts';
import { serveExport } from './serve-export.ts';

export const getScoresCsv = operation(
  serveExport({
    query: z.strictObject({}),
    nameOf: () => 'scores-csv',
    typeOf: () => 'text/csv; charset=utf-8; header=present',
    description: 'A line for each app with its platform’s score and decision (RFC 4180); no cell is a formula.',
  }),
);
