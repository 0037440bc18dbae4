import * as z from 'zod';
import { JurisdictionCode } from '../domain/facts/jurisdiction-code.ts';

/** The World Justice Project's and V-Dem's indices, each from 0 (worst) to 1. */
const Index = z.enum([
  'wjp_rule_of_law_overall',
  'wjp_f1_constraints_on_government_powers',
  'wjp_f4_fundamental_rights',
  'wjp_sf46_arbitrary_interference_with_privacy',
  'vdem_liberal_democracy_v2x_libdem',
]);

const IndexValue = z.strictObject({
  country: JurisdictionCode,
  index: Index,
  year: z
    .string()
    .regex(/^20(19|2[0-4])$/)
    .transform(Number),
  value: z
    .string()
    .regex(/^(0(\.\d+)?|1(\.0+)?)$/)
    .transform(Number),
});
export type IndexValue = z.infer<typeof IndexValue>;

const HEADER = 'country,index,year,value';

/** Reads `indices.csv`, in which no value holds a comma or a quote; throws where a line does not fit. */
export function parseIndices(csv: string): IndexValue[] {
  const [header, ...lines] = csv.trimEnd().split('\r\n');
  if (header !== HEADER) throw new Error(`indices.csv starts with "${header}" instead of "${HEADER}"`);
  return lines.map((line) => {
    const [country, index, year, value, ...rest] = line.split(',');
    if (rest.length > 0) throw new Error(`indices.csv has a line of more than four values: ${line}`);
    return IndexValue.parse({ country, index, year, value });
  });
}
