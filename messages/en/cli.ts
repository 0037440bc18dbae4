import type { Language } from '../language.ts';
import { explained } from './cli/explanation.ts';
import { frame } from './cli/frame.ts';
import { lists } from './cli/lists.ts';
import { score } from './cli/score.ts';
import { explanation } from './explanation.ts';
import { sayQuotes } from './quotes.ts';
import { reviewReasons } from './review-reasons.ts';

/** What the command line says in the language chosen. Its shape is what every other language must fill. */
export const cliMessages = { language: 'en' as Language, frame, score, explained, lists, explanation, reviewReasons, sayQuotes };
export type CliMessages = typeof cliMessages;
