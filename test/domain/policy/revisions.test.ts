import { describe, expect, it } from 'vitest';
import { findMissing } from '../../../domain/policy/check-exports.ts';
import { findReasonToWithhold } from '../../../domain/policy/check-revision.ts';
import { isBehind } from '../../../domain/policy/consumer.ts';
import { nextRevisionAt, readPolicy } from '../../../domain/policy/document.ts';
import { type ExportName, policyExports } from '../../../domain/policy/exports.ts';
import { toOpaFiles } from '../../../domain/policy/opa.ts';
import { writeExports } from '../../../domain/policy/write-exports.ts';
import { DEVICE_SCOPES } from '../../../domain/record/decision.ts';
import { documentAt, many, record, signal, suspension, tiktok } from './commission.ts';

describe('the next revision is due', () => {
  it.each([
    ['when the decision begins', '2023-02-23T10:59:00.000Z', '2023-02-23T11:00:00.000Z'],
    ['a day later at the latest', '2023-02-23T11:00:00.000Z', '2023-02-24T11:00:00.000Z'],
    ['when it bites', '2023-03-14T12:00:00.000Z', '2023-03-15T00:00:00.000Z'],
    ['when an exemption ends', '2023-12-31T12:00:00.000Z', '2024-01-01T00:00:00.000Z'],
    ['when it ends', '2027-02-22T12:00:00.000Z', '2027-02-23T00:00:00.000Z'],
  ])('%s', (_, at, due) => {
    expect(nextRevisionAt([tiktok(), signal], [], at)).toBe(due);
  });

  it('by no decision that waits for approval', () => {
    expect(nextRevisionAt([tiktok({ approvals: [] })], [], '2023-02-23T10:59:00.000Z')).toBe('2023-02-24T10:59:00.000Z');
  });

  it('and an exemption that has ended is in none', () => {
    expect(readPolicy([tiktok()], '2023-12-31T23:59:59Z').rulings[0]?.exemptions).toHaveLength(1);
    expect(readPolicy([tiktok()], '2024-01-01T00:00:00Z').rulings[0]?.exemptions).toEqual([]);
  });
});

describe('a revision is held back', () => {
  const AT = '2023-04-01T00:00:00Z';
  const NONE = new Set<string>();
  const shrunk = (count: number) => readPolicy([many(count, 'android')], AT);
  const moved = (flips: number, to: object) =>
    readPolicy(
      Array.from({ length: 30 }, (_, i) => {
        const one = record(`platform-${i}`);
        return i < flips && one.published ? { ...one, published: { ...one.published, ...to } } : one;
      }),
      AT,
    );

  it.each([
    ['when a block is gone', shrunk(10), shrunk(9), NONE, '1 of 10 blocks are gone though their decisions stand'],
    ['not when all are there', shrunk(10), shrunk(10), NONE, undefined],
    ['not when their decision has ended', shrunk(10), readPolicy([signal], AT), new Set([suspension.id]), undefined],
    ['not for the first', undefined, shrunk(10), NONE, undefined],
    ['when over a tenth of the bands moved', moved(0, {}), moved(4, { band: 'high' }), NONE, 'the bands or gates of 4 of 30 platforms moved at once'],
    [
      'when over a tenth of the gates moved',
      moved(0, {}),
      moved(4, { gate: 'precaution' }),
      NONE,
      'the bands or gates of 4 of 30 platforms moved at once',
    ],
    ['not for a tenth', moved(0, {}), moved(3, { band: 'high' }), NONE, undefined],
  ])('%s', (_, before, after, ended, fault) => {
    expect(findReasonToWithhold(before, after, ended)).toBe(fault);
  });
});

describe('exports as they were written are held back', () => {
  const document = documentAt('2023-04-01T00:00:00.000Z');
  const bundle = JSON.stringify(toOpaFiles(document));
  const without = (name: string) =>
    new Map<ExportName, string>(
      [...writeExports(document)].map(([key, text]) => [key, key === name ? text.replaceAll(/com\.zhiliaoapp\.musically|tiktok\.com/g, '') : text]),
    );
  const forms = policyExports.flatMap((entry) => entry.forms);
  const texts = forms.filter(({ name }) => name !== 'opa-bundle');

  it('not when each names every suspended app', () => {
    expect(findMissing(document, writeExports(document), bundle)).toBeUndefined();
    expect(findMissing(documentAt('2023-03-01T00:00:00.000Z'), writeExports(documentAt('2023-03-01T00:00:00.000Z')), bundle)).toBeUndefined();
    const personal = documentAt('2023-04-01T00:00:00.000Z', [tiktok({ scope: ['enrolled-personal-device'] })]);
    expect(findMissing(personal, writeExports(personal), bundle)).toBeUndefined();
  });

  it.each(texts.filter(({ names }) => names !== 'nothing'))('when $name does not', ({ name }) => {
    expect(findMissing(document, without(name), bundle)).toMatch(new RegExp(`^${name} does not name \\S+ of "tiktok", which is suspended$`));
  });

  it.each(['\uffff', '\ufffe', '\u{1fffe}', '\u0000'])('not when a text from before holds %j, which reaches no profile', (unseen) => {
    const older = documentAt('2023-04-01T00:00:00.000Z', [tiktok({ consequence: `Loss of apps${unseen}.` })]);
    const written = writeExports(older);
    expect(written.get('apple')).toContain('Loss of apps .');
    expect(written.get('apple')).not.toContain(unseen);
    expect(findMissing(older, written, JSON.stringify(toOpaFiles(older)))).toBeUndefined();
  });

  it('not when a form names no app that is suspended on other devices alone', () => {
    const corporate = documentAt('2023-04-01T00:00:00.000Z', [tiktok({ scope: ['corporate-device'] })]);
    const written = writeExports(corporate);
    expect(written.get('android-policy-personal_work_profile')).not.toContain('musically');
    expect(findMissing(corporate, written, JSON.stringify(toOpaFiles(corporate)))).toBeUndefined();
  });

  it.each(texts.filter(({ names }) => names === 'nothing'))('and $name, which is to name nothing, is the same whatever is decided', ({ name }) => {
    const other = writeExports(documentAt('2023-04-01T00:00:00.000Z', [signal]));
    expect(without('').get(name as ExportName)).toBe(other.get(name as ExportName));
  });

  it.each(['android', 'ios', 'web'] as const)('of %s there is a list for every device that a decision covers', (system) => {
    const lists = forms.flatMap(({ names }) =>
      names !== 'nothing' && names.systems.length === 1 && names.systems.includes(system) ? names.scopes : [],
    );
    expect(new Set(lists)).toEqual(new Set(DEVICE_SCOPES));
  });

  it('when the bundle does not', () => {
    expect(findMissing(document, writeExports(document), '{}')).toContain('opa-bundle does not name');
  });
});

describe('a consumer is behind', () => {
  const current = { revision: '000010-00000000', number: 10, dataAsOf: '2023-04-01T00:00:00Z' };
  it.each([
    ['with the current one, never', '000010-00000000', '2023-05-01T00:00:00Z', false],
    ['two revisions back, not at once', '000008-00000000', '2023-04-01T00:15:00Z', false],
    ['two revisions back, after 15 minutes', '000008-00000000', '2023-04-01T00:15:01Z', true],
    ['three revisions back, at once', '000007-00000000', '2023-04-01T00:00:00Z', true],
    ['with none, at once', null, '2023-04-01T00:00:00Z', true],
    ['with other content under the current number, at once', '000010-ffffffff', '2023-04-01T00:00:00Z', true],
    ['with one that was never made, at once', '000011-00000000', '2023-04-01T00:00:00Z', true],
    ['with something else, at once', 'mine', '2023-04-01T00:00:00Z', true],
  ])('%s', (_, held, at, behind) => {
    expect(isBehind(held, current, at)).toBe(behind);
  });
});
