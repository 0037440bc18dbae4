import type { ListedApp } from '../../../domain/policy/listed-apps.ts';
import type { Situation } from '../../../domain/policy/verdict.ts';
import { DEVICE_SCOPES } from '../../../domain/record/decision.ts';

/** A class that no decision can name, so that no decision binds on it. */
const OTHER_DEVICE = 'other-device';

/** An app that no platform can list: an id has no space. */
export const UNKNOWN_APP = 'android:an app that no platform lists';

/** Every situation in which the rulings on an app can differ: on each class of device, in no group or one that is exempted, with no condition met, all, or all but one. */
export function listSituations(app: ListedApp | undefined): Situation[] {
  const rulings = (app?.namings ?? []).flatMap(({ ruling }) => ruling ?? []);
  const exempted = new Set(rulings.flatMap(({ exemptions }) => exemptions.map(({ group }) => group)));
  const conditions = [...new Set(rulings.flatMap((ruling) => ruling.conditions))];
  const all = conditions.length > 0 ? [conditions] : [];
  const allButOne = conditions.length > 1 ? conditions.map((left) => conditions.filter((one) => one !== left)) : [];
  return [...DEVICE_SCOPES, OTHER_DEVICE].flatMap((deviceClass) =>
    [[], ...[...exempted].map((group) => [group])].flatMap((groups) =>
      [[], ...all, ...allButOne].map((conditionsMet) => ({ deviceClass, groups, conditionsMet })),
    ),
  );
}

/** Of which platform, in which band: what no policy decides by. */
const FIGURES = new Set([
  'platform',
  'band',
  'bandRange',
  'gate',
  'score',
  'ways',
  'open',
  'confidence',
  'nextReviewOn',
  'assessment',
  'riskPoint',
  'riskHigh',
  'assessmentRevision',
  'factsAsOf',
]);

/** The same for apps that are asked once: under the same rulings, with the same in the export but for figures. */
export function toSetKey(app: ListedApp | undefined, exported: unknown): string {
  const ids = (app?.namings ?? []).flatMap(({ ruling }) => ruling?.id ?? []).sort();
  return JSON.stringify([app !== undefined, ids, exported], (name, value: unknown) => (FIGURES.has(name) ? undefined : value));
}
