import * as z from 'zod';
import { operation } from '../runtime/operation.ts';
import { serveExport } from './serve-export.ts';

export const getAppleProfile = operation(
  serveExport({
    query: z.strictObject({}),
    nameOf: () => 'apple',
    typeOf: () => 'application/x-apple-aspen-config',
    description: 'A configuration profile with `blockedAppBundleIDs`, for supervised devices; its description says revision, limits and gaps.',
  }),
);
