import { format } from './format.ts';

const { plural, count, day, and } = format;

/** How the party of a decision was heard, in a sentence. */
export const hearingTexts = {
  and,
  said: {
    confirmed: (n: number) => plural(n, { one: 'confirms one fact', other: `confirms ${count(n)} facts` }),
    disputed: (n: number) => plural(n, { one: 'disputes one fact', other: `disputes ${count(n)} facts` }),
    corrected: (n: number) => plural(n, { one: 'corrects one fact', other: `corrects ${count(n)} facts` }),
    ended: (n: number) => plural(n, { one: 'says of one fact that it has ended', other: `says of ${count(n)} facts that they have ended` }),
    planned: (n: number) => plural(n, { one: 'says of one fact that it will end', other: `says of ${count(n)} facts that they will end` }),
  },
  states: {
    'not-heard': () => 'The party has not been heard.',
    notified: ({ notifiedAt = '', deadline = '' }: Moments) =>
      `The party was notified of the grounds on ${day(notifiedAt)} and may answer until ${day(deadline)}; it has not answered yet.`,
    answered: ({ answeredAt = '', says = '' }: Moments & { says?: string }) =>
      `The party answered on ${day(answeredAt)}${says === '' ? '.' : `: it ${says}.`}`,
    unanswered: ({ notifiedAt = '', deadline = '' }: Moments) =>
      `The party was notified of the grounds on ${day(notifiedAt)} and has not answered by ${day(deadline)}.`,
    afterwards: ({ by = '' }: Moments) => `The decision is urgent: the party is notified by ${day(by)} at the latest.`,
    'waiver-proposed': () => 'One person asks to do without a hearing of the party.',
    waived: ({ waivedAt = '' }: Moments) => `Two people decided on ${day(waivedAt)} to do without a hearing of the party.`,
  },
};
export type HearingTexts = typeof hearingTexts;

type Moments = {
  readonly notifiedAt?: string | undefined;
  readonly deadline?: string | undefined;
  readonly answeredAt?: string | undefined;
  readonly by?: string | undefined;
  readonly waivedAt?: string | undefined;
};
