import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Assessment } from '../../domain/facts/assessment.ts';
import { CODING_RULES, toCodingRule } from '../../domain/facts/coding-rules.ts';
import { DATA_CLASSES, INCIDENT_KINDS, MODES, SAFEGUARDS } from '../../domain/facts/vocabulary.ts';
import { CURRENT } from '../../domain/score/method.ts';

const text = readFileSync(new URL('../../docs/coding.md', import.meta.url), 'utf8');
const sections = new Map(
  text
    .split(/^## /m)
    .slice(1)
    .map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n'))]),
);

/** The cells of the tables of a section, without the head and its line. */
const rowsOf = (rule: string) =>
  (sections.get(rule) ?? '')
    .split('\n\n')
    .filter((block) => block.trim().startsWith('|'))
    .flatMap((table) => table.trim().split('\n').slice(2))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
const lastCells = (rule: string) => rowsOf(rule).map((row) => row.at(-1)?.replaceAll('`', '') ?? '');

describe('docs/coding.md', () => {
  it('has a heading for each rule that lint and the form may link to, in their order, and none besides', () => {
    expect([...sections.keys()]).toEqual([...CODING_RULES]);
    expect(toCodingRule('data-class')).toBe('docs/coding.md#data-class');
  });

  it('says something under each heading, and names each once in its contents', () => {
    const contents = text.slice(0, text.indexOf('\n## '));
    for (const rule of CODING_RULES) {
      expect(sections.get(rule)?.trim().length).toBeGreaterThan(150);
      expect(contents.split(`[${rule}](#${rule})`)).toHaveLength(2);
    }
  });

  it('links to rules that are there', () => {
    const linked = [...text.matchAll(/\(#([\w-]+)\)/g)].map(([, anchor]) => anchor);
    expect(linked.filter((anchor) => !sections.has(anchor ?? ''))).toEqual([]);
  });

  it('gives at least forty examples of data, each once and with a class of the vocabulary, in the order of the classes', () => {
    const examples = rowsOf('data-class').map(([example]) => example);
    expect(examples.length).toBeGreaterThanOrEqual(40);
    expect(new Set(examples).size).toBe(examples.length);
    const order: readonly string[] = DATA_CLASSES;
    const ranks = lastCells('data-class').map((name) => order.indexOf(name));
    expect(ranks).toEqual([...ranks].sort());
    expect(new Set(ranks)).toEqual(new Set(DATA_CLASSES.keys()));
  });

  it.each([
    ['mode', MODES],
    ['safeguards', SAFEGUARDS],
    ['incidents', INCIDENT_KINDS],
    ['source-grades', Object.keys(CURRENT.reliability)],
    ['item-grades', Object.keys(CURRENT.credibility)],
  ] as const)('has one row for each word of the vocabulary under %s', (rule, words) => {
    expect(lastCells(rule).sort()).toEqual([...words].sort());
  });

  it('names every speaker that a source may have', () => {
    const { statementBy } = Assessment.shape.sources.valueType.shape;
    expect(lastCells('who-is-speaking').sort()).toEqual([...statementBy.unwrap().options].sort());
  });
});
