import { faults, suchAs } from './faults.ts';
import { problemTypes } from './problem-types.ts';
import { problems } from './problems.ts';

/** What the API says to people beside its codes. Its shape is what every other language must fill. */
export const apiMessages = { problemTypes, problems, faults, suchAs };
export type ApiMessages = typeof apiMessages;
