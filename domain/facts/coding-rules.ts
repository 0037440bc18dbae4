/** The rules of docs/coding.md by their anchors: what lint, the template and the form link to. */
export const CODING_RULES = [
  'data-class',
  'unlimited-data',
  'part-of-the-data',
  'mode',
  'processor-or-staff',
  'chains-of-holdings',
  'not-a-path',
  'jurisdiction',
  'lists-of-countries',
  'ended-paths',
  'reservations',
  'users-elsewhere',
  'editions',
  'who-is-speaking',
  'dates',
  'source-grades',
  'item-grades',
  'contradictions',
  'attestations',
  'safeguards',
  'complete-lists',
  'incidents',
  'lawful-orders',
  'commitments',
  'quotes',
] as const;
export type CodingRule = (typeof CODING_RULES)[number];

/** Where a rule stands, from the root of the repository. */
export function toCodingRule(rule: CodingRule): string {
  return `docs/coding.md#${rule}`;
}
