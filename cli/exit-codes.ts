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
