import { sayHeard } from '../say-heard.ts';
import { factors } from './explanation/factors.ts';
import { remedies } from './explanation/remedies.ts';
import { verdict } from './explanation/verdict.ts';
import { hearingTexts } from './hearing.ts';

/** Every sentence of an explanation, by code. What it speaks of are codes, ids, days and figures, as `params` of a sentence has them. */
export const explanation = { ...verdict, ...remedies, ...factors, ...sayHeard(hearingTexts) };
export type Explanation = typeof explanation;
export type SentenceCode = keyof Explanation;

/** What a sentence speaks of, by its code. */
export type ParametersOf<Code extends SentenceCode> = Explanation[Code] extends (given: infer Given) => string
  ? Given
  : Readonly<Record<never, never>>;
