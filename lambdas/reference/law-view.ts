import * as z from 'zod';
import { JurisdictionCode } from '../../domain/facts/jurisdiction-code.ts';
import { type Hazard, hazardOf } from '../../domain/score/hazard.ts';
import { CURRENT } from '../../domain/score/method.ts';
import { Coverage, coverageOf, findRow, isEuEea, type Register } from '../../domain/score/register.ts';

const Share = z.number().min(0).max(1);

/** A jurisdiction on a day, in short. */
export const LawInShort = {
  code: JurisdictionCode,
  name: z.string().meta({ example: 'People’s Republic of China' }),
  euEea: z.boolean().meta({ description: 'An EU or EEA state or territory on that day: exposure 0 by definition.' }),
  ...Coverage.shape,
  hazard: z
    .strictObject({ low: Share, point: Share, high: Share })
    .meta({ description: 'H, 0 to 1.', example: { low: 0.958, point: 0.958, high: 0.958 } }),
  compulsion: Share.meta({ description: 'C at the point, 0 to 1.', example: 1 }),
};

const EU_EEA: Hazard = { hazard: [0, 0, 0], compulsion: 0 };

export function toLawInShort(register: Register, code: string, on: string, name: string | undefined) {
  const euEea = isEuEea(register, code, on);
  const row = findRow(register, code, on);
  const { hazard, compulsion } = euEea ? EU_EEA : hazardOf(row, CURRENT);
  const [low, point, high] = hazard;
  const known = Object.hasOwn(register.jurisdictions, code) ? register.jurisdictions[code] : undefined;
  return { code, name: name ?? known?.name ?? code, euEea, ...coverageOf(row), hazard: { low, point, high }, compulsion };
}
