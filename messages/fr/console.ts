import { type ConsoleMessages, consoleMessages as english } from '../en/console.ts';
import { captures } from './console/captures.ts';
import { faults } from './console/faults.ts';
import { frame } from './console/frame.ts';
import { glossary } from './console/glossary.ts';
import { problems } from './console/problems.ts';
import { GATE_ASKS } from './gates.ts';
import { places } from './places.ts';

export const consoleMessages: ConsoleMessages = {
  ...english,
  language: 'fr',
  places,
  ...frame,
  ...problems,
  captures,
  faults,
  glossary,
  gateMeans: GATE_ASKS,
};
