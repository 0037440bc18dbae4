import { combine } from './combine.ts';

/** What one jurisdiction, the incidents or the floor adds to the point, in tenths of a point. */
export type Contribution = { readonly of: string; readonly tenths: number };

type Step = { of: string; exact: number };

/**
 * The point as a sum of steps that add up to what is shown, in tenths by largest remainder: jurisdictions in falling
 * order, equal ones sharing, then incidents, then the floor.
 */
export function waterfall(exposures: ReadonlyMap<string, number>, withIncidents: number, total: number, totalTenths: number): Contribution[] {
  const steps = [...jurisdictionSteps(exposures)];
  const named = combine([...exposures.values()]);
  if (withIncidents > named) steps.push({ of: 'incidents', exact: withIncidents - named });
  if (total > withIncidents) steps.push({ of: 'floor', exact: total - withIncidents });
  return roundTogether(steps, totalTenths);
}

function* jurisdictionSteps(exposures: ReadonlyMap<string, number>): Generator<Step> {
  const falling = [...exposures].filter(([, e]) => e > 0).sort(([a, x], [b, y]) => y - x || compare(a, b));
  const values = falling.map(([, e]) => e);
  for (const level of new Set(values)) {
    const equals = falling.filter(([, e]) => e === level);
    const start = values.indexOf(level);
    const share = (combine(values.slice(0, start + equals.length)) - combine(values.slice(0, start))) / equals.length;
    for (const [of] of equals) yield { of, exact: share };
  }
}

/** Largest remainder, ties by name: each step rounded down, and what is missing given where most was cut off. */
function roundTogether(steps: readonly Step[], totalTenths: number): Contribution[] {
  const tenths = new Map(steps.map(({ of, exact }) => [of, Math.floor(clear(exact * 1000))]));
  const remainder = ({ of, exact }: Step) => clear(exact * 1000) - (tenths.get(of) ?? 0);
  const missing = totalTenths - [...tenths.values()].reduce((sum, t) => sum + t, 0);
  const byRemainder = [...steps].sort((a, b) => clear(remainder(b) - remainder(a)) || compare(a.of, b.of));
  // Less than a tenth was cut off each, so no more are missing than there are steps.
  for (const { of } of byRemainder.slice(0, missing)) tenths.set(of, (tenths.get(of) ?? 0) + 1);
  return steps.map(({ of }) => ({ of, tenths: tenths.get(of) ?? 0 }));
}

function clear(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}

/** Names of one waterfall differ. */
function compare(a: string, b: string): number {
  return a < b ? -1 : 1;
}
