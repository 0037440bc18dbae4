import type { Column, Triple } from './belief.ts';
import type { Method } from './method.ts';
import type { RegisterRow } from './register.ts';

/** How far a state can compel: hazard [low, point, high] and the point's compulsion C, each 0 to 1. */
export type Hazard = { readonly hazard: Triple; readonly compulsion: number };

/**
 * Section 3: hazard of a row of the register. Compulsion by law, held back by guarantees (half the weight on the weakest,
 * because the European Essential Guarantees are all required: EDPB 02/2020), and what the state takes without asking.
 */
export function hazardOf(row: RegisterRow | undefined, method: Method): Hazard {
  if (row === undefined) return method.unregistered;
  return { hazard: [hazardIn(row, 0, method), hazardIn(row, 1, method), hazardIn(row, 2, method)], compulsion: compulsionIn(row, 1, method) };
}

/**
 * Section 3: what an unread item counts where it is adverse; where it is a guarantee, the rest of one. At the point the state's own
 * published record stands for a law that has not been read.
 */
function unreadIn({ ruleOfLaw }: RegisterRow, column: Column, { unreadItem }: Method): number {
  if (column === 1) return ruleOfLaw === null ? unreadItem : 1 - ruleOfLaw;
  return column === 0 ? 0 : 1;
}

function compulsionIn(row: RegisterRow, column: Column, method: Method): number {
  const { compulsion } = method;
  const unread = unreadIn(row, column, method);
  return (
    compulsion.dutyToAssist * (row.dutyToAssist ?? unread) +
    compulsion.bulkPower * (row.bulkPower ?? unread) +
    compulsion.reachAbroad * (row.reachAbroad ?? unread) +
    compulsion.secrecy * (row.secrecy ?? unread) +
    compulsion.noPriorAuthorisation * (row.noPriorAuthorisation ?? unread)
  );
}

function guaranteesIn(row: RegisterRow, column: Column, method: Method): number {
  const unread = 1 - unreadIn(row, column, method);
  const oversight = row.oversight ?? unread;
  const redress = row.redress ?? unread;
  const ruleOfLaw = row.ruleOfLaw ?? unread;
  const instruments = 0.5 * (row.convention108 ?? unread) + 0.5 * (row.oecdDeclaration ?? unread);
  return 0.5 * Math.min(oversight, redress, ruleOfLaw) + (0.5 * (oversight + redress + ruleOfLaw + instruments)) / 4;
}

function hazardIn(row: RegisterRow, column: Column, method: Method): number {
  const { hazard, unreadItem } = method;
  const lawful = hazard.compulsion * compulsionIn(row, column, method) * (1 - hazard.guarantees * guaranteesIn(row, column, method));
  const programme = row.offensiveCyberProgramme ?? (column === 1 ? unreadItem : column / 2);
  return 1 - (1 - lawful) * (1 - hazard.programme * programme);
}
