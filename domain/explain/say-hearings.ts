import type { HearingShown } from './hearing-shown.ts';
import { say } from './say.ts';
import type { Sentence } from './sentence.ts';

/** How the party was heard on each decision that stands or waits, and of how many facts it says what: none of it moves the score. */
export function sayHearings(hearings: readonly HearingShown[]): Sentence[] {
  return hearings.flatMap(({ state, notifiedAt = '', deadline = '', answeredAt = '', waivedAt = '', by = '', says = {} }): Sentence[] => {
    switch (state) {
      case 'notified':
      case 'unanswered':
        return [say(`heard-${state}`, { notifiedAt, deadline })];
      case 'answered':
        return [say('heard-answered', { answeredAt, ...says })];
      case 'afterwards':
        return [say('heard-afterwards', { by })];
      case 'waived':
        return [say('heard-waived', { waivedAt })];
      default:
        return [];
    }
  });
}
