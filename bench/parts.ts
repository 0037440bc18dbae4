import type { Measurement } from './result.ts';

/** How long and how far to measure; each part reads what concerns it. */
export type Extent = {
  /** Interleaved rounds of what is measured in microseconds. */
  readonly rounds: number;
  /** Rounds of what starts processes. */
  readonly starts: number;
  /** Of load, for each number of connections. */
  readonly seconds: number;
  /** Numbers of platforms, and the most of them whose night is run. */
  readonly sizes: string;
  readonly night: string;
  /** How often server and engine are killed. */
  readonly kills: number;
  /** Of the soak. */
  readonly minutes: number;
};

type Part = { readonly name: string; readonly load: () => Promise<(extent: Extent) => Promise<Measurement>> };

/** What `npm run bench` measures, in this order. */
export const parts: readonly Part[] = [
  { name: 'scoring', load: async () => (await import('./scoring.ts')).measureScoring },
  { name: 'warm-path', load: async () => (await import('./warm-path.ts')).measureWarmPath },
  {
    name: 'cold-start',
    load: async () => {
      const { measureColdStarts } = await import('./cold-start.ts');
      return ({ starts }) => measureColdStarts(starts);
    },
  },
  { name: 'table', load: async () => (await import('./table-cost.ts')).measureTableCost },
  { name: 'http', load: async () => (await import('./http-load.ts')).measureHttp },
  { name: 'review', load: async () => (await import('./review-nights.ts')).measureNights },
  { name: 'faults', load: async () => (await import('./faults.ts')).measureFaults },
  { name: 'soak', load: async () => (await import('./soak.ts')).measureSoak },
];
