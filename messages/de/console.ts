import { type ConsoleMessages, consoleMessages as english } from '../en/console.ts';
import { captures } from './console/captures.ts';
import { frame } from './console/frame.ts';
import { GATE_ASKS } from './gates.ts';
import { places } from './places.ts';

export const consoleMessages: ConsoleMessages = { ...english, language: 'de', places, ...frame, captures, gateMeans: GATE_ASKS };
