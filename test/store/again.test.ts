import { describe, expect, it } from 'vitest';
import { again, ignoreConflict } from '../../store/again.ts';
import { Conflict } from '../../store/conflict.ts';

function failing(times: number, error: Error = new Conflict('somebody was first')) {
  let tries = 0;
  const act = async () => {
    tries += 1;
    if (tries <= times) throw error;
    return tries;
  };
  return { act, tries: () => tries };
}

describe('what lost a race is done again', () => {
  it('until it goes through', async () => {
    expect(await again(failing(3).act)).toBe(4);
  });

  it('so many times, and then the conflict is thrown', async () => {
    const { act, tries } = failing(99);
    await expect(again(act, { times: 3 })).rejects.toBeInstanceOf(Conflict);
    expect(tries()).toBe(3);
  });

  it('but not after another error', async () => {
    const { act, tries } = failing(1, new TypeError('a fault of ours'));
    await expect(again(act)).rejects.toBeInstanceOf(TypeError);
    expect(tries()).toBe(1);
  });
});

it('a conflict is passed over where the other did the same, and nothing else is', () => {
  expect(ignoreConflict(new Conflict('somebody was first'))).toBeUndefined();
  expect(() => ignoreConflict(new TypeError('a fault of ours'))).toThrow(TypeError);
});
