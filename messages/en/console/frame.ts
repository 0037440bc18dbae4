import type { Count, Name } from '../../parameters.ts';
import { plural } from '../format.ts';

/** What stands around every page: navigation, sign-in, and the states that any page can be in. */
export const frame = {
  product: 'Whereabouts',
  skip: 'Skip to content',
  nav: {
    label: 'Main',
    queue: 'Queue',
    platforms: 'Platforms',
    jurisdictions: 'Jurisdictions',
    decisions: 'Decisions',
    consumers: 'Consumers',
    method: 'Method',
  },
  signIn: {
    title: 'Sign in',
    home: 'This instance runs on your own machine. Choose a person to sign in as. A step that needs two people needs two different persons.',
    cloud: 'You sign in at your organisation and come back here.',
    go: 'Sign in at your organisation',
    as: 'Sign in as',
    out: 'Sign out',
    you: 'Signed in as',
    ended: 'Your sign-in has ended. What you wrote is kept; sign in again to go on.',
    failed: 'Signing in did not work. Nothing was lost; try again.',
    back: 'Coming back from your organisation…',
    roles: {
      analyst: 'Records facts',
      reviewer: 'Checks another’s facts',
      decider: 'Proposes and approves decisions',
      operator: 'Keeps the service running',
      auditor: 'Checks that the record is whole',
    },
    may: 'May',
    scopes: { assess: 'assess', review: 'review', decide: 'decide', read: 'read', policy: 'read exports', operate: 'operate' } as Record<
      string,
      string
    >,
  },
  states: {
    loading: 'Loading…',
    staleTitle: 'Not the newest',
    stale: (time: string) => `This was read at ${time} and could not be read again since.`,
    again: 'Try again',
    forbiddenTitle: 'This is not open to you',
    forbidden: (name: Name) => `“${name}” lacks the right that this needs.`,
    missingTitle: 'There is nothing here',
    missing: 'The address names nothing that exists. It may have been mistyped.',
    unreachableTitle: 'No connection',
    unreachable: 'The service did not answer. What you wrote is kept in this browser.',
    brokenTitle: 'This did not work',
    requestId: 'Request',
    errorsTitle: (count: Count) => plural(count, { one: 'One thing needs attention', other: `${count} things need attention` }),
  },
  curl: {
    title: (count: Count) => plural(count, { one: 'This page as an API call', other: `This page as API calls (${count})` }),
    hint: 'Set TOKEN to your own token first.',
    copy: 'Copy as curl',
    copied: 'Copied',
  },
};
