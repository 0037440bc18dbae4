import type { RouteName } from '../lambdas/routes.ts';
import type { Command } from './command.ts';

/** A command as help lists it. What it does is loaded when it is called: whoever asks for help or lints a file waits for nothing else. */
export type Listed = {
  /** What it does, in a line; default: the summary of its operation in the manifest. */
  readonly summary?: string;
  /** The chief of the operations that it calls; none: it works offline. */
  readonly operation?: RouteName;
  readonly load: () => Promise<Command>;
};

/** Every command by its name, which may have two words, in the order in which help lists them. */
export const COMMANDS: Readonly<Record<string, Listed>> = {
  new: {
    summary: 'Write a commented template of an assessment, with the profile of its platform',
    operation: 'get-assessment',
    load: async () => (await import('./new.ts')).newCommand,
  },
  import: {
    summary: 'Write files out of another tool’s: a recorded version of terms, a list of vendors or of subprocessors',
    load: async () => (await import('./import/import.ts')).importCommand,
  },
  lint: { summary: 'Check an assessment: what is wrong with it, and what is weak in it', load: async () => (await import('./lint.ts')).lintCommand },
  'verify-evidence': {
    summary: 'Look for the quotes of an assessment in its captures, offline',
    load: async () => (await import('./verify-evidence.ts')).verifyEvidenceCommand,
  },
  vector: {
    summary: 'Write the vector of an assessment or, given a vector, recompute its score',
    load: async () => (await import('./vector.ts')).vectorCommand,
  },
  jurisdiction: {
    summary: 'Show how far a state can compel, by the law of one day, with its provisions',
    load: async () => (await import('./jurisdiction.ts')).jurisdictionCommand,
  },
  completion: {
    summary: 'Write what teaches a shell to complete commands, options and names',
    load: async () => (await import('./completion/completion.ts')).completionCommand({ loadAll, loadFound }),
  },
  'sign-in': {
    summary: 'Sign in: in local mode by a name, elsewhere with a browser or as a machine',
    load: async () => (await import('./sign-in.ts')).signInCommand,
  },
  'sign-out': { summary: 'Delete the token of a name, or all of them', load: async () => (await import('./sign-in.ts')).signOutCommand },
  who: { summary: 'Show who is signed in, and who acts', load: async () => (await import('./sign-in.ts')).whoCommand },
  platforms: { operation: 'list-platforms', load: async () => (await import('./platforms.ts')).platformsCommand },
  profile: {
    summary: 'Show who a platform is and which apps it has, or put FILE in the place of that',
    operation: 'put-platform',
    load: async () => (await import('./profile.ts')).profileCommand,
  },
  score: {
    summary: 'Score a file offline, or a platform as of a date',
    operation: 'get-score',
    load: async () => (await import('./score.ts')).scoreCommand,
  },
  explain: {
    summary: 'Take a score apart: what holds the gate, whose words those are, how old, what to find out next',
    operation: 'get-score',
    load: async () => (await import('./score.ts')).explainCommand,
  },
  diff: {
    summary: 'Say what differs between two files or revisions: facts, evidence and sources apart, word by word',
    operation: 'get-assessment',
    load: async () => (await import('./diff.ts')).diffCommand,
  },
  exposure: { operation: 'get-exposure', load: async () => (await import('./exposure.ts')).exposureCommand },
  capture: { operation: 'keep-capture', load: async () => (await import('./capture.ts')).captureCommand },
  captures: { operation: 'list-captures', load: async () => (await import('./captures.ts')).capturesCommand },
  draft: { operation: 'draft-facts', load: async () => (await import('./draft.ts')).draftCommand },
  renew: { operation: 'renew-quotes', load: async () => (await import('./renew.ts')).renewCommand },
  terms: { operation: 'get-terms', load: async () => (await import('./terms.ts')).termsCommand },
  'terms put': { operation: 'put-terms', load: async () => (await import('./terms.ts')).putTermsCommand },
  'terms compare': {
    summary: 'Compare two texts of a document by what they say of places, staff, owners and encryption, offline',
    load: async () => (await import('./terms.ts')).compareTermsCommand,
  },
  submit: { operation: 'submit-assessment', load: async () => (await import('./submit.ts')).submitCommand },
  waiting: { operation: 'list-waiting-assessments', load: async () => (await import('./revisions.ts')).waitingCommand },
  show: {
    summary: 'Read the facts of a revision with their evidence, and the hash that a verdict repeats',
    operation: 'get-assessment',
    load: async () => (await import('./revisions.ts')).showCommand,
  },
  approve: {
    summary: 'Approve a revision, which publishes its score or becomes history',
    operation: 'give-verdict',
    load: async () => (await import('./verdicts.ts')).approveCommand,
  },
  reject: { summary: 'Reject a revision, with a reason', operation: 'give-verdict', load: async () => (await import('./verdicts.ts')).rejectCommand },
  withdraw: {
    summary: 'Withdraw a revision of your own that waits',
    operation: 'give-verdict',
    load: async () => (await import('./verdicts.ts')).withdrawCommand,
  },
  inbox: { operation: 'get-inbox', load: async () => (await import('./inbox.ts')).inboxCommand },
  assign: { operation: 'assign-platform', load: async () => (await import('./inbox.ts')).assignCommand },
  snooze: { operation: 'snooze-platform', load: async () => (await import('./inbox.ts')).snoozeCommand },
  reviews: { operation: 'list-reviews', load: async () => (await import('./reviews.ts')).reviewsCommand },
  review: { operation: 'open-review', load: async () => (await import('./reviews.ts')).reviewCommand },
  confirm: {
    summary: 'End a review: nothing has changed',
    operation: 'give-outcome',
    load: async () => (await import('./reviews.ts')).confirmCommand,
  },
  decisions: { operation: 'list-decisions', load: async () => (await import('./decisions.ts')).decisionsCommand },
  'decide propose': { operation: 'propose-decision', load: async () => (await import('./decide.ts')).proposeCommand },
  'decide approve': { operation: 'approve-decision', load: async () => (await import('./decide.ts')).approveDecisionCommand },
  'decide revoke': { operation: 'revoke-decision', load: async () => (await import('./decide.ts')).revokeDecisionCommand },
  'decide withdraw': { operation: 'withdraw-word', load: async () => (await import('./decide.ts')).withdrawWordCommand },
  'decide dossier': { operation: 'get-dossier', load: async () => (await import('./hearing.ts')).dossierCommand },
  'decide notify': {
    summary: 'Record that the party was notified of the grounds',
    operation: 'record-hearing',
    load: async () => (await import('./hearing.ts')).notifyCommand,
  },
  'decide afterwards': {
    summary: 'Record that the party is heard afterwards, since it is urgent',
    operation: 'record-hearing',
    load: async () => (await import('./hearing.ts')).hearAfterwardsCommand,
  },
  'decide waive': {
    summary: 'Ask to do without a hearing, or confirm it: two people',
    operation: 'record-hearing',
    load: async () => (await import('./hearing.ts')).waiveCommand,
  },
  'decide answer': { operation: 'record-answer', load: async () => (await import('./hearing.ts')).answerCommand },
  'decide answers': { operation: 'list-answers', load: async () => (await import('./hearing.ts')).answersCommand },
  'decide show': { operation: 'get-sheet', load: async () => (await import('./sheet.ts')).showDecisionCommand },
  'decide memo': { operation: 'get-memo', load: async () => (await import('./decisions.ts')).memoCommand },
  export: {
    summary: 'Read what policy tools enforce, in one of their formats',
    operation: 'get-opa-bundle',
    load: async () => (await import('./export.ts')).exportCommand,
  },
  consumers: { operation: 'list-consumers', load: async () => (await import('./consumers.ts')).consumersCommand },
  events: { operation: 'list-events', load: async () => (await import('./events.ts')).eventsCommand },
  verify: { operation: 'verify-audit', load: async () => (await import('./verify.ts')).verifyCommand },
  repair: { operation: 'get-repair', load: async () => (await import('./repair.ts')).repairCommand },
  'repair propose': {
    summary: 'Propose to make what is broken anew from the events',
    operation: 'propose-repair',
    load: async () => (await import('./repair.ts')).proposeRepairCommand,
  },
  'repair confirm': {
    summary: 'Confirm a repair that another person has proposed',
    operation: 'confirm-repair',
    load: async () => (await import('./repair.ts')).confirmRepairCommand,
  },
  backup: { summary: 'Write the whole record to a file', load: async () => (await import('./operate.ts')).backupCommand },
  restore: {
    summary: 'Write a backup into an empty table, once all of it has passed its checks',
    load: async () => (await import('./operate.ts')).restoreCommand,
  },
  'begin-archive': {
    summary: 'Say in the record that its archive begins anew, after the old one was lost',
    load: async () => (await import('./operate.ts')).archiveCommand,
  },
  'begin-epoch': {
    summary: 'Begin an epoch of policy revisions, after the record was put back by other means than restore',
    load: async () => (await import('./operate.ts')).epochCommand,
  },
  replay: { summary: 'Send a part of the feed to every listener of the bus again', load: async () => (await import('./operate.ts')).replayCommand },
};

/** All of them, by their names. */
async function loadAll(): Promise<Readonly<Record<string, Command>>> {
  return Object.fromEntries(await Promise.all(Object.entries(COMMANDS).map(async ([name, { load }]) => [name, await load()] as const)));
}

export type FoundCommand = { readonly name: string; readonly listed: Listed; readonly rest: readonly string[] };

/** The longest name wins: `decide approve` before `decide`. */
export function findCommand(words: readonly string[]): FoundCommand | undefined {
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join(' ');
    const listed = words.length >= length && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (listed) return { name, listed, rest: words.slice(length) };
  }
  return undefined;
}

/** The command of a line, and what stands behind its name. */
async function loadFound(words: readonly string[]) {
  const found = findCommand(words);
  return found && { command: await found.listed.load(), rest: found.rest };
}

/** What may follow the first word of commands that have two. */
export function listSecondWords(first: string): string[] {
  return Object.keys(COMMANDS).flatMap((name) => (name.startsWith(`${first} `) ? [name.slice(first.length + 1)] : []));
}
