import type { Triple } from './belief.ts';
import { COMPULSION_WEIGHTS, HAZARD_WEIGHTS, UNREGISTERED } from './method.ts';
import type { RegisterRow } from './register.ts';

/** How far a state can compel: hazard [low, point, high] and the point's compulsion C, each 0 to 1. */
export type Hazard = { readonly hazard: Triple; readonly compulsion: number };

/** What an unknown item counts in the columns low, point, high: where it is adverse, and where it is a guarantee. */
const UNKNOWN_ADVERSE: Triple = [0, 0.5, 1];
const UNKNOWN_GUARANTEE: Triple = [1, 0.5, 0];

const known = new WeakMap<RegisterRow, Hazard>();

/**
 * Hazard of a row of the register: compulsion by law, held back by guarantees (half the weight on the weakest, because
 * the European Essential Guarantees are all required: EDPB 02/2020), and what the state takes without asking.
 */
export function hazardOf(row: RegisterRow | undefined): Hazard {
  if (row === undefined) return UNREGISTERED;
  const cached = known.get(row);
  if (cached) return cached;
  const hazard: Hazard = { hazard: [hazardIn(row, 0), hazardIn(row, 1), hazardIn(row, 2)], compulsion: compulsionIn(row, 1) };
  known.set(row, hazard);
  return hazard;
}

type Column = 0 | 1 | 2;

function compulsionIn(row: RegisterRow, column: Column): number {
  let sum = 0;
  for (const [item, weight] of Object.entries(COMPULSION_WEIGHTS) as [keyof typeof COMPULSION_WEIGHTS, number][])
    sum += weight * (row[item] ?? UNKNOWN_ADVERSE[column]);
  return sum;
}

function guaranteesIn(row: RegisterRow, column: Column): number {
  const unknown = UNKNOWN_GUARANTEE[column];
  const oversight = row.oversight ?? unknown;
  const redress = row.redress ?? unknown;
  const ruleOfLaw = row.ruleOfLaw ?? unknown;
  const instruments = 0.5 * (row.convention108 ?? unknown) + 0.5 * (row.oecdDeclaration ?? unknown);
  return 0.5 * Math.min(oversight, redress, ruleOfLaw) + (0.5 * (oversight + redress + ruleOfLaw + instruments)) / 4;
}

function hazardIn(row: RegisterRow, column: Column): number {
  const lawful = HAZARD_WEIGHTS.compulsion * compulsionIn(row, column) * (1 - HAZARD_WEIGHTS.guarantees * guaranteesIn(row, column));
  const covert = HAZARD_WEIGHTS.programme * (row.offensiveCyberProgramme ?? UNKNOWN_ADVERSE[column]);
  return 1 - (1 - lawful) * (1 - covert);
}
