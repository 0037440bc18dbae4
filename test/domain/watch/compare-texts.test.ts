import { describe, expect, test } from 'vitest';
import { compareTexts } from '../../../domain/watch/compare-texts.ts';

const NAMES = { own: ['Plaza'], group: ['Plaza Holdings'] };
const compare = (before: string, after: string) => compareTexts({ before, after, language: 'en', names: NAMES }).changes;

const PAGE = `# Privacy Policy

Welcome to Plaza. We wrote this for you.

## Where we keep it

We store what you post in servers located in Ireland and Norway. Ask us if you "wonder" about it.

We send data to processors in:

- Japan
- Brazil`;

describe('Two texts', () => {
  test('say the same where a text is compared with itself', () => {
    expect(compare(PAGE, PAGE)).toEqual([]);
  });

  test.each([
    ['is wrapped at other words', PAGE.replace('servers located', 'servers\nlocated')],
    ['is set with curly quotes', PAGE.replace('"wonder"', '\u201cwonder\u201d')],
    ['has no-break spaces', PAGE.replaceAll(' and ', '\u00a0and ')],
    ['links its words', PAGE.replace('servers', '[servers](https://plaza.example/s?utm=2024-01-02)')],
    [
      'has its parts in another order',
      PAGE.split('\n\n').slice(2, 4).concat(PAGE.split('\n\n').slice(0, 2), PAGE.split('\n\n').slice(4)).join('\n\n'),
    ],
    ['turns a list into a paragraph', PAGE.replace('in:\n\n- Japan\n- Brazil', 'in: Japan and Brazil')],
    ['is cut into other paragraphs', PAGE.replace('Norway. Ask', 'Norway.\n\nAsk')],
  ])('say the same where one %s', (_, after) => {
    expect(after).not.toBe(PAGE);
    expect(compare(PAGE, after)).toEqual([]);
    expect(compare(after, PAGE)).toEqual([]);
  });

  test('differ by a country that came into a place of storage', () => {
    expect(compare(PAGE, PAGE.replace('Ireland and', 'Ireland, Malaysia and'))).toEqual([
      {
        kind: 'reworded',
        before: 'We store what you post in servers located in Ireland and Norway.',
        after: 'We store what you post in servers located in Ireland, Malaysia and Norway.',
        topics: ['storage'],
        differs: [{ aspect: 'place', came: ['MY'], went: [] }],
        grade: 'review',
      },
    ]);
  });

  test('differ by an item that left a list, whose lead-in says of what', () => {
    expect(compare(PAGE, PAGE.replace('- Japan\n', ''))).toMatchObject([
      { before: 'We send data to processors in: Japan', after: null, kind: 'went' },
    ]);
  });
});
