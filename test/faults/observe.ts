import { mkdirSync, writeFileSync } from 'node:fs';

const FOLDER = new URL('../../reports/faults/', import.meta.url);

/** How often each fault is brought about: few while one works, FAULT_TIMES=200 where it is measured. */
export const FAULT_TIMES = Number(process.env.FAULT_TIMES ?? 2);

/** Keeps what a fault did, for the table of docs/benchmarks.md. Called when all that is said has been seen. */
export function observe(observed: { readonly fault: string; readonly times: number; readonly seen: string; readonly means: string }): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(new URL(`${observed.fault.replaceAll(/[^a-z0-9]+/gi, '-')}.json`, FOLDER), `${JSON.stringify(observed)}\n`);
}
