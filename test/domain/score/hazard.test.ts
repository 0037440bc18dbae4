import { describe, expect, it } from 'vitest';
import { hazardOf } from '../../../domain/score/hazard.ts';
import { openLaw } from '../../../domain/score/law.ts';
import { CURRENT } from '../../../domain/score/method.ts';
import type { RegisterRow } from '../../../domain/score/register.ts';
import { HARSH, MILD, NOW, registerOf } from '../facts.ts';

const close = (expected: readonly number[]) => expected.map((value) => expect.closeTo(value, 12));

describe('the hazard of a jurisdiction', () => {
  it('is 0 for a law without powers, and .80 for every power without a guarantee or a programme', () => {
    expect(hazardOf(MILD, CURRENT)).toEqual({ hazard: [0, 0, 0], compulsion: 0 });
    expect(hazardOf(HARSH, CURRENT)).toEqual({ hazard: close([0.8, 0.8, 0.8]), compulsion: 1 });
  });

  it('leaves 30 % of lawful compulsion under perfect guarantees', () => {
    const { oversight, redress, ruleOfLaw, convention108, oecdDeclaration } = MILD;
    expect(hazardOf({ ...HARSH, oversight, redress, ruleOfLaw, convention108, oecdDeclaration }, CURRENT).hazard[1]).toBeCloseTo(0.8 * 0.3, 12);
  });

  it('counts what a programme takes beside what the law compels', () => {
    expect(hazardOf({ ...MILD, offensiveCyberProgramme: 1 }, CURRENT).hazard[1]).toBeCloseTo(0.8, 12);
    expect(hazardOf({ ...HARSH, offensiveCyberProgramme: 1 }, CURRENT).hazard[1]).toBeCloseTo(1 - 0.2 * 0.2, 12);
  });

  it.each([
    ['dutyToAssist', 0.25],
    ['bulkPower', 0.2],
    ['reachAbroad', 0.2],
    ['secrecy', 0.15],
    ['noPriorAuthorisation', 0.2],
  ] as const)('weighs %s at %f of compulsion', (power, weight) => {
    const { hazard, compulsion } = hazardOf({ ...MILD, [power]: 1 }, CURRENT);
    expect(compulsion).toBeCloseTo(weight, 12);
    expect(hazard[1]).toBeCloseTo(0.8 * weight * 0.3, 12);
  });

  it.each([
    // The weakest guarantee takes half the weight; each of the four an eighth.
    ['oversight', { oversight: 0 }, 0.375],
    ['redress', { redress: 0 }, 0.375],
    ['ruleOfLaw', { ruleOfLaw: 0 }, 0.375],
    ['half of ruleOfLaw', { ruleOfLaw: 0.5 }, 0.6875],
    ['convention108', { convention108: 0 }, 0.9375],
    ['oecdDeclaration', { oecdDeclaration: 0 }, 0.9375],
    ['both instruments', { convention108: 0, oecdDeclaration: 0 }, 0.875],
    ['all but the instruments', { oversight: 0, redress: 0, ruleOfLaw: 0 }, 0.125],
  ] as [string, Partial<RegisterRow>, number][])('falls back on guarantees of the rest without %s', (_, lacking, guarantees) => {
    expect(hazardOf({ ...MILD, dutyToAssist: 1, ...lacking }, CURRENT).hazard[1]).toBeCloseTo(0.8 * 0.25 * (1 - 0.7 * guarantees), 12);
  });
});

describe('an unknown item', () => {
  it.each(['dutyToAssist', 'bulkPower', 'reachAbroad', 'secrecy', 'noPriorAuthorisation', 'offensiveCyberProgramme'] as const)(
    'of power, %s, counts 0, the rest of the state’s index and 1',
    (power) => {
      const law = { ...MILD, ruleOfLaw: 0.25 };
      const atPoint = power === 'offensiveCyberProgramme' ? 0.5 : 0.75;
      const columns = [0, atPoint, 1].map((value, column) => hazardOf({ ...law, [power]: value }, CURRENT).hazard[column]);
      expect(hazardOf({ ...law, [power]: null }, CURRENT).hazard).toEqual(columns);
    },
  );

  it.each(['oversight', 'redress', 'ruleOfLaw', 'convention108', 'oecdDeclaration'] as const)(
    'of guarantee, %s, counts 1, the state’s index and 0',
    (guarantee) => {
      const law = { ...HARSH, ruleOfLaw: 0.25 };
      const atPoint = guarantee === 'ruleOfLaw' ? 0.5 : 0.25;
      const columns = [1, atPoint, 0].map((value, column) => hazardOf({ ...law, [guarantee]: value }, CURRENT).hazard[column]);
      expect(hazardOf({ ...law, [guarantee]: null }, CURRENT).hazard).toEqual(columns);
    },
  );

  it('of power counts at the point in the compulsion that contracts and paperwork are held against', () => {
    expect(hazardOf({ ...MILD, ruleOfLaw: 0.4, dutyToAssist: null }, CURRENT).compulsion).toBeCloseTo(0.25 * 0.6, 12);
    expect(hazardOf({ ...MILD, ruleOfLaw: null, dutyToAssist: null }, CURRENT).compulsion).toBeCloseTo(0.125, 12);
  });

  it('is one whose reading was not possible yet, for a score of then', () => {
    const law = registerOf({ ...MILD, dutyToAssist: 1, knownFrom: { dutyToAssist: '2024-05-01' } });
    const on = (knownBy: string) => openLaw(law, { asOf: '2023-02-23', knownBy }, CURRENT)('CN');
    expect(on('2024-04-30').row?.dutyToAssist).toBeNull();
    expect([on('2024-04-30').hazard[1], on('2024-05-01').hazard[1]]).toEqual(close([0, 0.8 * 0.25 * 0.3]));
  });
});

describe('a jurisdiction or a date that is not in the register', () => {
  it('may be anything from none to full, and is taken to compel', () => {
    expect(hazardOf(undefined, CURRENT)).toEqual({ hazard: [0, 0.4, 1], compulsion: 1 });
  });

  it('named by nobody counts no more than the point, because the rest of it is open', () => {
    expect(openLaw(registerOf(HARSH), NOW, CURRENT)('ZZ')).toMatchObject({ hazard: [0, 0.4, 0.4], compulsion: 1, euEea: false });
  });
});
