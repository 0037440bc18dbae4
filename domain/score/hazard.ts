import type { Column, Triple } from './belief.ts';
import type { Method } from './method.ts';
import type { RegisterRow } from './register.ts';

/** How far a state can compel: hazard [low, point, high] and the point's compulsion C, each 0 to 1. */
export type Hazard = { readonly hazard: Triple; readonly compulsion: number };

/** What an unknown item counts in the columns low, point, high: where it is adverse, and where it is a guarantee. */
const UNKNOWN_ADVERSE: Triple = [0, 0.5, 1];
const UNKNOWN_GUARANTEE: Triple = [1, 0.5, 0];

/**
 * Hazard of a row of the register: compulsion by law, held back by guarantees (half the weight on the weakest, because
 * the European Essential Guarantees are all required: EDPB 02/2020), and what the state takes without asking.
 */
export function hazardOf(row: RegisterRow | undefined, method: Method): Hazard {
  if (row === undefined) return method.unregistered;
  return { hazard: [hazardIn(row, 0, method), hazardIn(row, 1, method), hazardIn(row, 2, method)], compulsion: compulsionIn(row, 1, method) };
}

function compulsionIn(row: RegisterRow, column: Column, { compulsion }: Method): number {
  const unknown = UNKNOWN_ADVERSE[column];
  return (
    compulsion.dutyToAssist * (row.dutyToAssist ?? unknown) +
    compulsion.bulkPower * (row.bulkPower ?? unknown) +
    compulsion.reachAbroad * (row.reachAbroad ?? unknown) +
    compulsion.secrecy * (row.secrecy ?? unknown) +
    compulsion.noPriorAuthorisation * (row.noPriorAuthorisation ?? unknown)
  );
}

function guaranteesIn(row: RegisterRow, column: Column): number {
  const unknown = UNKNOWN_GUARANTEE[column];
  const oversight = row.oversight ?? unknown;
  const redress = row.redress ?? unknown;
  const ruleOfLaw = row.ruleOfLaw ?? unknown;
  const instruments = 0.5 * (row.convention108 ?? unknown) + 0.5 * (row.oecdDeclaration ?? unknown);
  return 0.5 * Math.min(oversight, redress, ruleOfLaw) + (0.5 * (oversight + redress + ruleOfLaw + instruments)) / 4;
}

function hazardIn(row: RegisterRow, column: Column, method: Method): number {
  const { hazard } = method;
  const lawful = hazard.compulsion * compulsionIn(row, column, method) * (1 - hazard.guarantees * guaranteesIn(row, column));
  const covert = hazard.programme * (row.offensiveCyberProgramme ?? UNKNOWN_ADVERSE[column]);
  return 1 - (1 - lawful) * (1 - covert);
}
