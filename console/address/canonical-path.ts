import { suggestJurisdiction } from '../../domain/facts/jurisdictions.ts';

/** Steps whose letters carry no meaning: the page, the platform, what is shown of it. What follows may be an id with capitals. */
const SMALL_STEPS = 3;

/** A path as the console writes it: no empty step, names in small letters, a jurisdiction by its code in capitals. */
export function toCanonicalPath(path: string): string {
  const steps = path.split('/').filter((step) => step !== '');
  const [page = '', code, ...rest] = steps;
  if (page.toLowerCase() === 'jurisdictions' && code !== undefined)
    return `/${['jurisdictions', suggestJurisdiction(code) ?? code.toUpperCase(), ...rest].join('/')}`;
  const small = page.toLowerCase() === 'platforms' ? SMALL_STEPS : 1;
  return `/${steps.map((step, i) => (i < small ? step.toLowerCase() : step)).join('/')}`;
}
