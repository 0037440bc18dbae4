import { describe, expect, test } from 'vitest';
import { proposeFacts } from '../../domain/draft/propose-facts.ts';
import { findSeatsIn, seatsOf } from '../../domain/draft/seats-of-profile.ts';
import { namesOf } from '../../domain/watch/names.ts';

const PROFILE = {
  name: 'Plaza',
  operator: 'Plaza Europe Ltd. (Ireland), with Plaza Services, Inc. (United States) as joint controller',
  parent: 'Square Group, Inc. (Japan)',
};

describe('the seats of a profile', () => {
  test('are those of the companies with a place in brackets behind them', () => {
    expect(seatsOf(PROFILE)).toEqual([
      { company: 'Plaza Europe Ltd.', jurisdiction: 'IE' },
      { company: 'Plaza Services, Inc.', jurisdiction: 'US' },
      { company: 'Square Group, Inc.', jurisdiction: 'JP' },
    ]);
    expect(seatsOf({ operator: 'Plaza Messenger Inc., outside the EEA', parent: 'Square (see the register; until 2024)' })).toEqual([]);
    expect(seatsOf({ operator: 'Ward (Cayman Islands; head office Shenzhen)' })).toEqual([{ company: 'Ward', jurisdiction: 'KY' }]);
  });

  test('are found by the whole name alone, whatever its commas', () => {
    const seats = seatsOf(PROFILE);
    expect(findSeatsIn([], 'We are part of Square Group Inc.', seats)).toEqual([{ jurisdiction: 'JP', words: 'Square Group Inc' }]);
    for (const other of ['Square Group', 'Squared Group, Inc. and others', 'a square group, inc']) expect(findSeatsIn([], other, seats)).toEqual([]);
  });
});

const draft = (text: string) =>
  proposeFacts({ platform: 'plaza', text, language: 'en', names: namesOf(PROFILE), seats: seatsOf(PROFILE) }).map(({ fact, quote }) => {
    expect(text).toContain(quote);
    return `${fact.kind === 'path' ? fact.mode : fact.kind} ${fact.jurisdiction}`;
  });

test.each([
  ['Plaza Europe Ltd. and Plaza Services, Inc. are joint data controllers of your personal data.', ['remote-access IE', 'remote-access US']],
  ['We may share the data we collect with our parent company, Square Group, Inc.', ['remote-access JP']],
  // A right of the reader, a contact, and a company that is only named.
  ['You have the right to object to Plaza Services, Inc., the data controller.', []],
  ['Contact the controller: Plaza Services, Inc.', []],
  ['Square Group, Inc. was founded long ago.', []],
])('of "%s" is drafted: %j', (text, facts) => {
  expect(draft(text)).toEqual(facts);
});
