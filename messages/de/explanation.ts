import type { Explanation } from '../en/explanation.ts';
import { sayHeard } from '../say-heard.ts';
import { factors } from './explanation/factors.ts';
import { remedies } from './explanation/remedies.ts';
import { verdict } from './explanation/verdict.ts';
import { hearingTexts } from './hearing.ts';

export const explanation: Explanation = { ...verdict, ...remedies, ...factors, ...sayHeard(hearingTexts) };
