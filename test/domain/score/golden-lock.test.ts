import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findBreaches, type Lock, makeLock } from '../../golden/lock.ts';
import { scoreExamples, tableOf } from '../../golden/results.ts';

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
const lock: Lock = JSON.parse(read('golden/lock.json'));

describe('a golden changes only together with the version of the method or the register', () => {
  it('and has not changed without one', () => {
    expect(findBreaches(lock, makeLock(scoreExamples()))).toEqual([]);
  });

  it('and stands in the lock as it is (run npm run golden)', () => {
    expect(makeLock(scoreExamples())).toEqual(lock);
  });

  it('which a changed or a missing file breaks, and a changed version allows', () => {
    const { 'vectors.json': _, ...fewer } = lock.files;
    const changed = { ...lock, files: { ...lock.files, 'expected.json': '0'.repeat(64) } };
    expect(findBreaches(lock, changed)).toEqual([expect.stringContaining('expected.json')]);
    expect(findBreaches(lock, { ...lock, files: fewer })).toEqual([expect.stringContaining('vectors.json')]);
    expect(findBreaches(lock, { ...changed, method: 'EXS 1.1' })).toEqual([]);
    expect(findBreaches(lock, { ...changed, register: 'jr-next' })).toEqual([]);
  });

  it('which an example breaks that scores otherwise, and not one whose facts were corrected', () => {
    const [assessment = '', result = ''] = Object.entries(lock.examples)[0] ?? [];
    const { [assessment]: _, ...others } = lock.examples;
    expect(findBreaches(lock, { ...lock, examples: { ...lock.examples, [assessment]: '0'.repeat(64) } })).toHaveLength(1);
    expect(findBreaches(lock, { ...lock, examples: { ...others, corrected: result } })).toEqual([]);
  });
});

describe('the results of the examples', () => {
  it('are the published ones (run npm run golden)', () => {
    expect(JSON.parse(read('golden/examples.json'))).toEqual(scoreExamples());
  });

  it('stand in the README of the examples', () => {
    expect(read('../examples/README.md')).toContain(`<!-- results -->\n\n${tableOf(scoreExamples())}\n\n<!-- /results -->`);
  });
});
