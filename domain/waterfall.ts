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
  for (let start = 0; start < falling.length; ) {
    const level = falling[start]?.[1];
    let end = start;
    while (end < falling.length && falling[end]?.[1] === level) end += 1;
    const values = falling.map(([, e]) => e);
    const share = (combine(values.slice(0, end)) - combine(values.slice(0, start))) / (end - start);
    for (const [of] of falling.slice(start, end)) yield { of, exact: share };
    start = end;
  }
}

/** Largest remainder, ties by name: each step rounded down, and what is missing given where most was cut off. */
function roundTogether(steps: readonly Step[], totalTenths: number): Contribution[] {
  const tenths = new Map(steps.map(({ of, exact }) => [of, Math.floor(clear(exact * 1000))]));
  const remainder = ({ of, exact }: Step) => clear(exact * 1000) - (tenths.get(of) ?? 0);
  let missing = totalTenths - [...tenths.values()].reduce((sum, t) => sum + t, 0);
  const byRemainder = [...steps].sort((a, b) => clear(remainder(b) - remainder(a)) || compare(a.of, b.of));
  for (let i = 0; missing > 0 && byRemainder.length > 0; i = (i + 1) % byRemainder.length, missing -= 1) {
    const of = byRemainder[i]?.of ?? '';
    tenths.set(of, (tenths.get(of) ?? 0) + 1);
  }
  return steps.map(({ of }) => ({ of, tenths: tenths.get(of) ?? 0 }));
}

function clear(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
