import { describe, expect, test } from 'vitest';
import { ENFORCEMENT } from '../../../domain/policy/enforcement.ts';
import { foresee, type ToolOutlook } from '../../../domain/policy/outlook.ts';
import { DEVICE_SCOPES } from '../../../domain/record/decision.ts';

const APPS = { android: ['com.example'], ios: ['com.example'], web: ['example.com'] };
const NONE = { android: [], ios: [], web: [] };
const of = (outlook: readonly ToolOutlook[], target: string) => outlook.filter((one) => one.target === target);

describe('what policy tools will do of a decision', () => {
  test('names every control of the exports, with what it needs and cannot do', () => {
    const outlook = foresee(APPS, DEVICE_SCOPES);
    expect(outlook.map(({ target }) => target)).toEqual(Object.values(ENFORCEMENT).flatMap((all) => all.map(({ target }) => target)));
    expect(outlook.every(({ needs, gaps }) => needs.length > 0 && gaps.length > 0)).toBe(true);
  });

  test('only what is asked each time asks for the conditions of a limit; no list blocks for it', () => {
    for (const { target, tool, does } of foresee(APPS, DEVICE_SCOPES)) {
      if (target === 'policy-decision-point') expect(does).toEqual({ allow: 'allows', limit: 'asks-conditions', suspend: 'denies' });
      else expect(does.limit).toBe(tool === 'list' ? 'lists' : 'nothing');
    }
  });

  test.each([
    ['android-fully-managed', 'blocks'],
    ['ios-supervised', 'blocks'],
    ['network', 'filters'],
    ['any', 'lists'],
  ])('a suspension is carried out where an app of the system is named: %s %s', (target, does) => {
    expect(of(foresee(APPS, DEVICE_SCOPES), target)).toMatchObject([{ does: { suspend: does } }]);
    expect(of(foresee(NONE, DEVICE_SCOPES), target)).toMatchObject([{ does: { suspend: 'nothing' }, lacks: 'apps' }]);
  });

  test('reaches no device that the decision is not of, and no phone that cannot be blocked', () => {
    const corporate = foresee(APPS, ['corporate-device']);
    expect(of(corporate, 'android-personally-owned-work-profile')).toMatchObject([{ does: { suspend: 'nothing' }, lacks: 'devices' }]);
    expect(of(foresee(APPS, ['enrolled-personal-device']), 'ios-supervised')).toMatchObject([{ does: { suspend: 'nothing' }, lacks: 'devices' }]);
    expect(of(foresee(APPS, DEVICE_SCOPES), 'ios-user-enrolled')).toMatchObject([{ does: { suspend: 'nothing' }, lacks: 'means' }]);
  });
});
