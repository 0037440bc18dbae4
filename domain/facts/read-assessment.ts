import { Assessment } from './assessment.ts';
import { predicateOf } from './predicate.ts';

let accepts: ((value: unknown) => value is Assessment) | undefined;

/** Whether a value is a valid assessment as it stands. One that is not may be in another form that the schema reads. */
export function isAssessment(value: unknown): value is Assessment {
  // Made when first needed, because most functions start without reading an assessment.
  accepts ??= predicateOf(Assessment);
  return accepts(value);
}

/** `Assessment.parse` at a third of its cost: a valid value comes back uncopied. Throws a ZodError that names every fault. */
export function readAssessment(value: unknown): Assessment {
  return isAssessment(value) ? value : Assessment.parse(value);
}
