import type { Explanation } from '../en/explanation.ts';
import { factors } from './explanation/factors.ts';
import { remedies } from './explanation/remedies.ts';
import { verdict } from './explanation/verdict.ts';

export const explanation: Explanation = { ...verdict, ...remedies, ...factors };
