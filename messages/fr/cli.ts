import type { CliMessages } from '../en/cli.ts';
import { explained } from './cli/explanation.ts';
import { frame } from './cli/frame.ts';
import { lists } from './cli/lists.ts';
import { score } from './cli/score.ts';
import { explanation } from './explanation.ts';
import { sayQuotes } from './quotes.ts';
import { reviewReasons } from './review-reasons.ts';

export const cliMessages: CliMessages = { language: 'fr', frame, score, explained, lists, explanation, reviewReasons, sayQuotes };
