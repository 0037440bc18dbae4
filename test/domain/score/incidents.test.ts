import { describe, expect, it } from 'vitest';
import type { Incident } from '../../../domain/facts/assessment.ts';
import { addDays } from '../../../domain/facts/date.ts';
import { INCIDENT_KINDS } from '../../../domain/facts/vocabulary.ts';
import { scoreAssessment } from '../../../domain/score/score.ts';
import { register } from '../../register.ts';
import { assessment, HARSH, item, NOW, path, registerOf, TODAY } from '../facts.ts';

const incident = (kind: Incident['kind'], further: Partial<Incident> = {}): Incident => ({
  id: 'i',
  kind,
  on: TODAY,
  summary: 'What happened',
  evidence: [item('a')],
  ...further,
});

const scored = (incidents: Incident[], paths = [path('CN', 'client-code', { data: 'account' })]) =>
  scoreAssessment(assessment(paths, { incidents }), registerOf(HARSH), NOW);

describe('total abuse', () => {
  it.each([
    ['policy-breach', 0.2],
    ['unauthorised-access', 0.4],
    ['misuse', 0.7],
    ['false-assurance', 0.5],
    ['unlawful-transfer', 0.5],
    ['state-access', 0.9],
  ] as const)('is %f of the belief in a %s of today', (kind, severity) => {
    expect(scored([incident(kind)]).abuse).toEqual([0.98, 0.99, 1].map((q) => expect.closeTo(severity * q, 12)));
  });

  it('halves in two years from the day of the incident', () => {
    expect(scored([incident('misuse', { on: addDays(TODAY, -730) })]).abuse[2]).toBeCloseTo(0.35, 12);
  });

  it('of several incidents is what they leave of trust together', () => {
    expect(scored([incident('misuse'), incident('false-assurance', { id: 'j' })]).abuse[2]).toBeCloseTo(1 - 0.3 * 0.5, 12);
    expect(scored([]).abuse).toEqual([0, 0, 0]);
  });

  it('counts one kind on one day once, column by column by the largest belief', () => {
    const weak = incident('misuse', { id: 'weak', evidence: [item('d')] });
    for (const both of [
      [incident('misuse'), weak],
      [weak, incident('misuse')],
    ])
      expect(scored(both).abuse).toEqual(scored([incident('misuse')]).abuse);
    const dayBefore = incident('misuse', { id: 'before', on: addDays(TODAY, -1) });
    expect(scored([incident('misuse'), dayBefore]).abuse[1]).toBeGreaterThan(scored([incident('misuse')]).abuse[1]);
  });

  it('adds three tenths of what is left of the score, and nothing to its parts', () => {
    const bare = scored([]);
    const after = scored([incident('misuse', { evidence: [item('c')] })]);
    const named = 0.99 * 0.8 * 0.45 * 0.12;
    expect(bare.score[1]).toBe(Math.round(1000 * named));
    expect(after.score[1]).toBe(Math.round(1000 * (named + 0.3 * (1 - named) * 0.7 * 0.75)));
    expect(after.parts).toEqual(bare.parts);
  });
});

describe('what an incident reached', () => {
  it('weighs it by the highest class of data and by the number of people', () => {
    const abuse = (further: Partial<Incident>) => scored([incident('misuse', further)]).abuse[2];
    expect(abuse({ data: 'account' })).toBeCloseTo(0.7 * 0.12, 12);
    expect([abuse({ extent: 'few' }), abuse({ extent: 'some' }), abuse({ extent: 'many' })]).toEqual(
      [0.07, 0.35, 0.7].map((value) => expect.closeTo(value, 12)),
    );
    const small = incident('state-access', { data: 'account', extent: 'few' });
    expect(scored([small], []).score[2]).toBe(10);
  });

  it('counts nothing where the state was in the EU or the EEA on that day', () => {
    const by = (jurisdiction: string, on = TODAY) =>
      scoreAssessment(assessment([], { incidents: [incident('state-access', { jurisdiction, on })] }), register, NOW);
    expect([by('FR').score, by('EU').score, by('GB', '2020-12-31').score]).toEqual([
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ]);
    expect(by('GB').score[1]).toBe(792);
    expect(by('FR').findings.incidents).toHaveLength(1);
  });
});

describe('an access by a state', () => {
  it('is a floor under the score of .80 of the belief in it, and halves with it', () => {
    const { score, contributions } = scored([incident('state-access', { evidence: [item('c')] })]);
    expect(score).toEqual([504, 600, 800]);
    expect(contributions.at(-1)).toMatchObject({ of: 'floor' });
    expect(contributions.reduce((sum, { tenths }) => sum + tenths, 0)).toBe(600);
    expect(scored([incident('state-access', { on: addDays(TODAY, -730) })]).score[0]).toBe(392);
  });

  it('alone is one: no other incident is, however sure', () => {
    for (const kind of INCIDENT_KINDS) expect(scored([incident(kind)]).contributions.some(({ of }) => of === 'floor')).toBe(kind === 'state-access');
  });

  it('leaves a score that is above it as it is', () => {
    const strong = [path('CN', 'storage')];
    const { contributions } = scored([incident('state-access', { evidence: [item('d')] })], strong);
    expect(contributions.map(({ of }) => of)).toEqual(['CN', 'incidents']);
  });

  it('of several is the strongest', () => {
    const two = [incident('state-access', { evidence: [item('c')] }), incident('state-access', { id: 'j', on: addDays(TODAY, -3000) })];
    expect(scored(two).score[0]).toBe(504);
    expect(scored([...two].reverse()).score[0]).toBe(504);
  });
});
