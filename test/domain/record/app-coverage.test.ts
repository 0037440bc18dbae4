import { expect, it } from 'vitest';
import { listUndecided, listWarnings } from '../../../domain/record/app-coverage.ts';

const sealed = { android: ['com.odd.app'], ios: [], web: ['odd.example'] };
const none = { android: [], ios: [], web: [] };
const naming = (platform: string, apps: Partial<Record<'android' | 'ios' | 'web', string[]>>) => ({ platform, profile: { apps } });

it('an app that was listed since is not named by the decision; a domain below a sealed one is', () => {
  const apps = { android: ['com.odd.app', 'com.odd.lite'], ios: ['com.odd.app'], web: ['m.odd.example', 'odd.net'] };
  expect(listUndecided({ apps }, sealed)).toEqual(['android:com.odd.lite', 'ios:com.odd.app', 'web:odd.net']);
  expect(listUndecided({ apps: { android: ['com.odd.app'] } }, sealed)).toEqual([]);
  expect(listUndecided({}, sealed)).toEqual([]);
});

it.each([
  ['a suspension without an app', 'suspend', none, [], [/"odd" lists no app and no domain/]],
  [
    'a domain that another platform has',
    'suspend',
    sealed,
    [naming('even', { web: ['odd.example'] })],
    [/^"even" lists web:odd\.example too: .* blocks it/],
  ],
  [
    'a domain of another below it',
    'suspend',
    sealed,
    [naming('even', { web: ['a.odd.example', 'notodd.example'] })],
    [/lists web:a\.odd\.example too/],
  ],
  [
    'an app that another platform has',
    'limit',
    sealed,
    [naming('even', { android: ['com.odd.app'] })],
    [/lists android:com\.odd\.app too: .* limits it/],
  ],
  ['its own apps', 'suspend', sealed, [naming('odd', { web: ['odd.example'] })], []],
  ['the other system’s app', 'suspend', sealed, [naming('even', { ios: ['com.odd.app'] })], []],
  ['an allowance', 'allow', none, [naming('even', { web: ['odd.example'] })], []],
] as const)('%s is told before it is decided, or not', (_, decision, apps, others, expected) => {
  const warnings = listWarnings('odd', decision, apps as never, others);
  expect(warnings).toHaveLength(expected.length);
  for (const [i, pattern] of expected.entries()) expect(warnings[i]).toMatch(pattern);
});
