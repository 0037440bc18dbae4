import { format } from '../format.ts';

type Words = readonly string[];

/** What surrounds every command: the overview, the headings of its help, and lines that were not understood. */
export const frame = {
  usage: (line: string) => `Usage: whereabouts ${line}`,
  aCommand: '<command> [...]',
  here: 'On this machine',
  service: 'With a service',
  more: 'whereabouts help <command> says more, with an example. Every command takes --json.',
  exitCodes: 'Exit codes:',
  exitMeans: {
    done: 'done',
    bad: 'what was given is bad, or a check has found something',
    notUnderstood: 'the command was not understood',
    signIn: 'you are not signed in, or the token is not accepted',
    refused: 'the service refused it: not allowed, not there, or not in this state',
    outage: 'the service does not answer, or broke',
    interrupted: 'interrupted: the same command goes on where it stopped',
  },
  example: 'Example',
  options: 'Options',
  offline: 'It works offline.',
  calls: 'Calls',
  scope: (scopes: Words) => `scope ${scopes.join(' or ') || 'none'}`,
  needsScope: (name: string, scopes: Words) => `"${name}" needs the scope ${scopes.join(' or ')}`,
  signInAs: 'Sign in as somebody who has it, or name them with --as.',
  noCommand: (name: string) => `there is no command "${name}"`,
  isFollowedBy: (first: string, seconds: Words) => `"${first}" is followed by ${format.or(seconds)}`,
  noLanguage: (given: string | undefined, languages: Words) =>
    given === undefined ? `--lang is missing its language: ${format.or(languages)}` : `--lang is one of ${languages.join(', ')}, not "${given}"`,
};
