import * as z from 'zod';

const OF_TODAY = new WeakSet<object>();

/** A rule for what is submitted from now on: what an earlier release has stored is read without it. */
export function ruleOfToday(holds: (value: string) => boolean, error: string) {
  const rule = z.refine<string>(holds, error);
  OF_TODAY.add(rule);
  return rule;
}

export const isOfToday = (check: object): boolean => OF_TODAY.has(check);

/** What no reader sees and every sink would have to escape for itself: controls but line feed and tab, noncharacters, changes of text direction. */
const UNSEEN = /[^\P{Cc}\n\t]|\p{Noncharacter_Code_Point}|\p{Bidi_Control}/u;

export const plainText = () =>
  ruleOfToday((value) => !UNSEEN.test(value), 'must not hold control characters (but line feed and tab), noncharacters or changes of text direction');
