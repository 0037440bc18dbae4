import { combine, spread } from './combine.ts';
import type { Method } from './method.ts';
import { clearDust } from './rounding.ts';

/** What one jurisdiction, the incidents or the floor adds to the point, in tenths of a point. */
export type Contribution = { readonly of: string; readonly tenths: number };

type Step = { of: string; exact: number };

/**
 * Section 8.1: the point as a sum of steps that add up to what is shown, in tenths by largest remainder: jurisdictions in falling
 * order, equal ones sharing, then incidents, then the floor.
 */
export function waterfall(
  exposures: ReadonlyMap<string, number>,
  withIncidents: number,
  total: number,
  totalTenths: number,
  method: Method,
): Contribution[] {
  const steps = jurisdictionSteps(exposures, method);
  const named = combine([...exposures.values()], method);
  if (withIncidents > named) steps.push({ of: 'incidents', exact: withIncidents - named });
  if (total > withIncidents) steps.push({ of: 'floor', exact: total - withIncidents });
  return roundTogether(steps, totalTenths);
}

/** How far each takes the sum of those before it; the sum is kept on the way, with the operations of `combine` in their order. */
function jurisdictionSteps(exposures: ReadonlyMap<string, number>, method: Method): Step[] {
  const falling = [...exposures].filter(([, e]) => e > 0).sort((a, b) => (areEqual(a[1], b[1]) ? compare(a[0], b[0]) : b[1] - a[1]));
  const first = falling[0]?.[1] ?? 0;
  const steps: Step[] = [];
  let [reached, left] = [0, 1];
  for (let start = 0, end = 0; start < falling.length; start = end) {
    for (; end < falling.length && areEqual(falling[end]?.[1], falling[start]?.[1]); end += 1) if (end > 0) left *= 1 - (falling[end]?.[1] ?? 0);
    const next = spread(first, left, method);
    for (let i = start; i < end; i += 1) steps.push({ of: falling[i]?.[0] ?? '', exact: (next - reached) / (end - start) });
    reached = next;
  }
  return steps;
}

/** Largest remainder, ties by name: each step rounded down, and what is missing given where most was cut off. */
function roundTogether(steps: readonly Step[], totalTenths: number): Contribution[] {
  const rounded = steps.map(({ of, exact }) => {
    const precise = clearDust(exact * 1000);
    return { of, tenths: Math.floor(precise), remainder: precise - Math.floor(precise) };
  });
  const missing = totalTenths - rounded.reduce((sum, { tenths }) => sum + tenths, 0);
  const byRemainder = [...rounded].sort((a, b) => clearDust(b.remainder - a.remainder) || compare(a.of, b.of));
  // Less than a tenth was cut off each, so no more are missing than there are steps.
  for (const step of byRemainder.slice(0, missing)) step.tenths += 1;
  return rounded.map(({ of, tenths }) => ({ of, tenths }));
}

function areEqual(x = 0, y = 0): boolean {
  return clearDust(x * 1000) === clearDust(y * 1000);
}

/** Names of one waterfall differ. */
function compare(a: string, b: string): number {
  return a < b ? -1 : 1;
}
