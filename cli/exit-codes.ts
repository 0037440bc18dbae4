/** What a script can branch on; `whereabouts help` documents it. */
export const EXIT = {
  done: 0,
  bad: 1,
  notUnderstood: 2,
  signIn: 3,
  refused: 4,
  outage: 5,
  interrupted: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export const EXIT_MEANS: readonly (readonly [ExitCode, string])[] = [
  [EXIT.done, 'done'],
  [EXIT.bad, 'what was given is bad, or a check has found something'],
  [EXIT.notUnderstood, 'the command was not understood'],
  [EXIT.signIn, 'you are not signed in, or the token is not accepted'],
  [EXIT.refused, 'the service refused it: not allowed, not there, or not in this state'],
  [EXIT.outage, 'the service does not answer, or broke'],
  [EXIT.interrupted, 'interrupted: the same command goes on where it stopped'],
];
