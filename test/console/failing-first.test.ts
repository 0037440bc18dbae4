import { expect, it } from 'vitest';
import { failingFirst } from '../../console/consumers/failing-first.ts';

const fine = { error: null, isSilent: false, isBehind: false };

it('lists consumers with an error first, then silent ones, then those behind, each in the order given', () => {
  const given = [
    { id: 'fine-1', ...fine },
    { id: 'behind', ...fine, isBehind: true },
    { id: 'silent', ...fine, isSilent: true, isBehind: true },
    { id: 'fine-2', ...fine },
    { id: 'error-1', ...fine, error: { code: 'bundle_error', message: 'verification failed' } },
    { id: 'error-2', ...fine, isSilent: true, error: { code: 'bundle_error', message: 'not found' } },
  ];
  expect(failingFirst(given).map(({ id }) => id)).toEqual(['error-1', 'error-2', 'silent', 'behind', 'fine-1', 'fine-2']);
});
