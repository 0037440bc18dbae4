import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { Assessment } from '../../../domain/facts/assessment.ts';
import { describeIssue } from '../../../domain/facts/describe-issue.ts';
import { listFaults } from '../../../domain/facts/list-faults.ts';
import { Platform } from '../../../domain/facts/platform.ts';
import { EVENT_TYPES, RecordedEvent } from '../../../domain/record/event.ts';
import { readExample } from '../../started-service.ts';

function faultsOf(schema: z.ZodType, value: unknown): Record<string, string> {
  const { error } = schema.safeParse(value, { reportInput: true, error: describeIssue });
  return error ? Object.fromEntries(listFaults(error, schema).map(({ place, detail }) => [`/${place.join('/')}`, detail])) : {};
}

const profile = { name: 'TikTok', operator: 'TikTok Technology Limited' };
const good = readExample('tiktok/2023-02-23.json');
const withPath = (change: object) => ({ ...good, paths: [{ ...good.paths[0], ...change }, ...good.paths.slice(1)] });

describe('a fault says what was expected', () => {
  it.each<[what: string, schema: z.ZodType, value: unknown, place: string, detail: string]>([
    [
      'with an example where something is missing',
      Platform,
      { name: 'x' },
      '/operator',
      'is missing: expected a text, such as "TikTok Technology Limited, Dublin"',
    ],
    ['and what came instead', Platform, { ...profile, name: 7 }, '/name', 'expected a text, not a number, such as "TikTok"'],
    ['where a list is missing', Assessment, { ...good, paths: undefined }, '/paths', 'is missing: expected a list'],
    ['where null came', Platform, { ...profile, apps: null }, '/apps', 'expected an object, not null'],
    ['of a date', Assessment, { ...good, asOf: '23.02.2023' }, '/asOf', 'must be a date that exists, as YYYY-MM-DD, such as 2023-02-23'],
    [
      'of an address',
      Platform,
      { ...profile, homepage: 'example' },
      '/homepage',
      'must be an http or https address with a domain name, such as https://www.example.org/news',
    ],
    [
      'by how much a text is too long',
      Platform,
      { ...profile, name: 'x'.repeat(212) },
      '/name',
      'must have at most 200 characters: it has 212, 12 too many',
    ],
    [
      'counted as people count',
      Platform,
      { ...profile, name: '😀'.repeat(201) },
      '/name',
      'must have at most 200 characters: it has 201, 1 too many',
    ],
    [
      'by how much a list is too long',
      Platform,
      { ...profile, apps: { web: Array.from({ length: 53 }, (_, i) => `a${i}.org`) } },
      '/apps/web',
      'must have at most 50 entries: it has 53, 3 too many',
    ],
    ['of a number', Platform, { ...profile, reviewEveryDays: { days: 400, reason: 'x' } }, '/reviewEveryDays/days', 'must be at most 365, not 400'],
    [
      'by a short list',
      Assessment,
      withPath({ mode: 'control', stake: 'all' }),
      '/paths/0/stake',
      '"all" is not known here: expected one of "sole", "blocking", "minority"',
    ],
    [
      'and names the field that was meant',
      Platform,
      { ...profile, opperator: 'x' },
      '/opperator',
      'there is no such field here; did you mean "operator"?',
    ],
  ])('%s', (_, schema, value, place, detail) => {
    expect(faultsOf(schema, value)).toMatchObject({ [place]: detail });
  });

  it('of a long list by the nearest three alone', () => {
    const detail = faultsOf(RecordedEvent.pick({ type: true }), { type: 'score.publishd' })['/type'] ?? '';
    expect(detail).toMatch(
      /^"score\.publishd" is none of the \d+ values that are known here; the nearest are "score\.published", "[a-z.-]+" and "[a-z.-]+"$/,
    );
    expect(EVENT_TYPES.filter((type) => detail.includes(`"${type}"`))).toHaveLength(3);
  });
});

it('no sentence repeats what cannot be seen, and none is longer than a screen', () => {
  const odd = ['\u0000', '\u001b[2J', '\u200b', '\u202e', '\u2066', '\ufeff', '\uffff', '\ufffd', '\u3164', '\u2028', '\u{e0041}', '\u00ad'];
  const values = odd.flatMap((unseen) => [
    faultsOf(Platform, {
      ...profile,
      [`na${unseen}me`]: 'x',
      name: `x${unseen}`,
      homepage: `https://a${unseen}.org`,
      apps: { android: [`com.${unseen}`] },
    }),
    faultsOf(Assessment, { ...withPath({ jurisdiction: `C${unseen}`, mode: `sto${unseen}rage`, id: unseen }), asOf: unseen }),
  ]);
  const details = values.flatMap(Object.values);
  expect(details.length).toBeGreaterThan(80);
  expect(details.filter((detail) => /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\ufffd]/u.test(detail) || detail.length > 600)).toEqual([]);
  expect(details.join()).toContain('U+202E');
});
