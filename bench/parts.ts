import type { Extent } from './extent.ts';
import type { Measurement } from './result.ts';

type Part = { readonly name: string; readonly load: () => Promise<(extent: Extent) => Promise<Measurement>> };

/** What `npm run bench` measures, in this order. */
export const parts: readonly Part[] = [
  { name: 'scoring', load: async () => (await import('./scoring.ts')).measureScoring },
  { name: 'warm-path', load: async () => (await import('./warm-path.ts')).measureWarmPath },
  {
    name: 'cold-start',
    load: async () => {
      const { measureColdStarts } = await import('./cold-start/cold-start.ts');
      return ({ starts }) => measureColdStarts(starts);
    },
  },
  { name: 'exposure', load: async () => (await import('./exposure.ts')).measureExposure },
  { name: 'asked-back', load: async () => (await import('./asked-back.ts')).measureAskedBack },
  { name: 'table', load: async () => (await import('./table-cost.ts')).measureTableCost },
  { name: 'http', load: async () => (await import('./http-load.ts')).measureHttp },
  {
    name: 'console',
    load: async () => {
      const { measureConsole } = await import('./console.ts');
      return ({ starts }) => measureConsole(starts);
    },
  },
  { name: 'review', load: async () => (await import('./review/nights.ts')).measureNights },
  { name: 'faults', load: async () => (await import('./faults.ts')).measureFaults },
  { name: 'soak', load: async () => (await import('./soak.ts')).measureSoak },
];
