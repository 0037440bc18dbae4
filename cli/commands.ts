import { captureCommand } from './capture.ts';
import { capturesCommand } from './captures.ts';
import type { Command } from './command.ts';
import { completionCommand } from './completion.ts';
import { consumersCommand } from './consumers.ts';
import { approveDecisionCommand, proposeCommand, revokeDecisionCommand, withdrawWordCommand } from './decide.ts';
import { decisionsCommand, memoCommand } from './decisions.ts';
import { diffCommand } from './diff.ts';
import { draftCommand } from './draft.ts';
import { eventsCommand } from './events.ts';
import { exportCommand } from './export.ts';
import { exposureCommand } from './exposure.ts';
import { importCommand } from './import/import.ts';
import { jurisdictionCommand } from './jurisdiction.ts';
import { lintCommand } from './lint.ts';
import { newCommand } from './new.ts';
import { archiveCommand, backupCommand, epochCommand, replayCommand, restoreCommand } from './operate.ts';
import { platformsCommand } from './platforms.ts';
import { profileCommand } from './profile.ts';
import { renewCommand } from './renew.ts';
import { confirmRepairCommand, proposeRepairCommand, repairCommand } from './repair.ts';
import { confirmCommand, reviewCommand, reviewsCommand } from './reviews.ts';
import { showCommand, waitingCommand } from './revisions.ts';
import { explainCommand, scoreCommand } from './score.ts';
import { signInCommand, signOutCommand, whoCommand } from './sign-in.ts';
import { submitCommand } from './submit.ts';
import { vectorCommand } from './vector.ts';
import { approveCommand, rejectCommand, withdrawCommand } from './verdicts.ts';
import { verifyCommand } from './verify.ts';
import { verifyEvidenceCommand } from './verify-evidence.ts';

/** Every command by its name, which may have two words, in the order in which help lists them. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  new: newCommand,
  import: importCommand,
  lint: lintCommand,
  'verify-evidence': verifyEvidenceCommand,
  vector: vectorCommand,
  jurisdiction: jurisdictionCommand,
  completion: completionCommand(() => COMMANDS),
  'sign-in': signInCommand,
  'sign-out': signOutCommand,
  who: whoCommand,
  platforms: platformsCommand,
  profile: profileCommand,
  score: scoreCommand,
  explain: explainCommand,
  diff: diffCommand,
  exposure: exposureCommand,
  capture: captureCommand,
  captures: capturesCommand,
  draft: draftCommand,
  renew: renewCommand,
  submit: submitCommand,
  waiting: waitingCommand,
  show: showCommand,
  approve: approveCommand,
  reject: rejectCommand,
  withdraw: withdrawCommand,
  reviews: reviewsCommand,
  review: reviewCommand,
  confirm: confirmCommand,
  decisions: decisionsCommand,
  'decide propose': proposeCommand,
  'decide approve': approveDecisionCommand,
  'decide revoke': revokeDecisionCommand,
  'decide withdraw': withdrawWordCommand,
  'decide memo': memoCommand,
  export: exportCommand,
  consumers: consumersCommand,
  events: eventsCommand,
  verify: verifyCommand,
  repair: repairCommand,
  'repair propose': proposeRepairCommand,
  'repair confirm': confirmRepairCommand,
  backup: backupCommand,
  restore: restoreCommand,
  'begin-archive': archiveCommand,
  'begin-epoch': epochCommand,
  replay: replayCommand,
};

export type FoundCommand = { readonly name: string; readonly command: Command; readonly rest: readonly string[] };

/** The longest name wins: `decide approve` before `decide`. */
export function findCommand(words: readonly string[]): FoundCommand | undefined {
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join(' ');
    const command = words.length >= length && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (command) return { name, command, rest: words.slice(length) };
  }
  return undefined;
}

/** What may follow the first word of commands that have two. */
export function listSecondWords(first: string): string[] {
  return Object.keys(COMMANDS).flatMap((name) => (name.startsWith(`${first} `) ? [name.slice(first.length + 1)] : []));
}
