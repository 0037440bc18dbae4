import type { ApiMessages } from '../en/api.ts';
import { faults, suchAs } from './faults.ts';
import { problemTypes } from './problem-types.ts';
import { problems } from './problems.ts';

export const apiMessages: ApiMessages = { problemTypes, problems, faults, suchAs };
