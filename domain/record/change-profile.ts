import { toDate } from '../facts/date.ts';
import type { Platform } from '../facts/platform.ts';
import type { Head } from './head.ts';
import { adaptInterval, checkInterval } from './review-interval.ts';
import { type Actor, draftEvent, type Means, type Step } from './step.ts';
import { carryOn } from './unknown-members.ts';

/** Creates a platform, or changes its profile. Another review interval counts from the same approval or confirmation. */
export function changeProfile(
  head: Head | undefined,
  { platform, profile }: { readonly platform: string; readonly profile: Platform },
  actor: Actor,
  means: Pick<Means, 'newId'>,
): Step {
  const { at } = actor;
  checkInterval(head, profile);
  const event = draftEvent('platform.changed', { created: head === undefined, profile }, actor, means);
  if (!head) return { to: { platform, profile, createdAt: at, changedAt: at, latestRevision: 0 }, record: [], events: [event] };
  const changed = { ...head, profile: replaceProfile(head.profile, profile), changedAt: at };
  const isSameInterval = head.profile.reviewEveryDays?.days === profile.reviewEveryDays?.days;
  return { to: isSameInterval ? changed : adaptInterval(changed, { notBefore: toDate(at) }), record: [], events: [event] };
}

/** What another release keeps of a profile is not the client's to take away. */
function replaceProfile(before: Platform, after: Platform): Platform {
  return carryOn(before, { ...after, ...(after.apps && { apps: carryOn(before.apps, after.apps) }) });
}
