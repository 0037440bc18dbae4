import type { HearingTexts } from '../en/hearing.ts';
import { format } from './format.ts';

const { plural, count, day, and } = format;

export const hearingTexts: HearingTexts = {
  and,
  said: {
    confirmed: (n) => plural(n, { one: 'bestätigt eine Tatsache', other: `bestätigt ${count(n)} Tatsachen` }),
    disputed: (n) => plural(n, { one: 'bestreitet eine Tatsache', other: `bestreitet ${count(n)} Tatsachen` }),
    corrected: (n) => plural(n, { one: 'berichtigt eine Tatsache', other: `berichtigt ${count(n)} Tatsachen` }),
    ended: (n) => plural(n, { one: 'erklärt eine Tatsache für beendet', other: `erklärt ${count(n)} Tatsachen für beendet` }),
    planned: (n) => plural(n, { one: 'kündigt das Ende einer Tatsache an', other: `kündigt das Ende von ${count(n)} Tatsachen an` }),
  },
  states: {
    'not-heard': () => 'Die Partei ist nicht gehört worden.',
    notified: ({ notifiedAt = '', deadline = '' }) =>
      `Der Partei wurden die Gründe am ${day(notifiedAt)} mitgeteilt; sie kann bis ${day(deadline)} antworten und hat noch nicht geantwortet.`,
    answered: ({ answeredAt = '', says = '' }) => `Die Partei hat am ${day(answeredAt)} geantwortet${says === '' ? '.' : `: Sie ${says}.`}`,
    unanswered: ({ notifiedAt = '', deadline = '' }) =>
      `Der Partei wurden die Gründe am ${day(notifiedAt)} mitgeteilt; sie hat bis ${day(deadline)} nicht geantwortet.`,
    afterwards: ({ by = '' }) => `Die Entscheidung ist dringend: Die Partei wird spätestens am ${day(by)} benachrichtigt.`,
    'waiver-proposed': () => 'Eine Person beantragt, auf die Anhörung der Partei zu verzichten.',
    waived: ({ waivedAt = '' }) => `Zwei Personen haben am ${day(waivedAt)} auf die Anhörung der Partei verzichtet.`,
  },
};
