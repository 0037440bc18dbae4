import { expect, test } from 'vitest';
import { compareTexts } from '../../../domain/watch/compare-texts.ts';

const names = { own: ['Nimbo', 'Nimbo Ltd'], group: ['Nimbo Group Holdings', 'Nimbo Japan KK'] };
const gradeOf = (before: string, after: string) => {
  const { changes } = compareTexts({ before, after, language: 'en', names });
  if (changes.length === 0) return 'none';
  return changes.some(({ grade }) => grade === 'review') ? 'review' : 'digest';
};

test.each([
  ['Our machines stand in Sweden.', 'Our machines stand in Sweden and Vietnam.'],
  ['Your profile is looked after from our office in Dublin.', 'Your profile is looked after from our offices in Dublin and Manila.'],
  ['Reports are read by volunteers.', 'Reports are read by volunteers and by people of Nimbo.'],
  ['Questions go to a call centre in Poland.', 'Questions go to a call centre in Tunisia.'],
  ['What you type never leaves your phone.', 'What you type may leave your phone.'],
  ['Suggestions are worked out on your phone.', 'Suggestions are worked out on our computers.'],
  ['Nimbo Ltd is responsible for your data.', 'Nimbo Ltd and Nimbo Group Holdings are responsible for your data.'],
  ['The service is offered by Nimbo Ltd.', 'The service is offered by Nimbo Japan KK.'],
  ['We have no copy of your key.', 'We keep a spare key.'],
  ['Calls are protected so that we cannot hear them.', 'Calls are protected.'],
  ['We do not work with Russian providers.', 'We work with providers.'],
  ['Transfers rest on module two of the clauses.', 'Transfers rest on your consent.'],
  ['We have signed the clauses of the Commission.', 'We have taken suitable steps.'],
  ['Locations: Ireland, Norway', 'Locations: Ireland, Norway, Kenya'],
  ['Your data stays with us.', 'Your data stays with us and Nimbo Japan KK.'],
  ['Moderation is done in-house.', 'Moderation is done by Lotus Services, Kuala Lumpur.'],
])('"%s" -> "%s" asks for a review', (before, after) => {
  expect(gradeOf(before, after)).toBe('review');
  expect(gradeOf(after, before)).toBe('review');
});

test.each([
  ['You can group your photos by day.', 'You can group your photos by day or by place.'],
  ['We are responsible for what our designers draw.', 'We are proud of what our designers draw.'],
  ['Our office in Dublin is open until five.', 'Our office in Dublin is open until six.'],
])('"%s" -> "%s" asks for none', (before, after) => {
  expect(gradeOf(before, after)).not.toBe('review');
});
