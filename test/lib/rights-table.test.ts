import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { functionNames, jobNames } from '../../lib/functions.ts';
import { makeRightsTable, withRights } from '../../lib/rights-table.ts';

const table = makeRightsTable();
const rows = table
  .split('\n')
  .slice(2)
  .map((row) => row.split('|').map((cell) => cell.trim()))
  .map(([, name = '', actions = '', on = '']) => ({ name, actions: actions.split(', '), on }));
const toId = (name: string) => `-${name}`.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

test('docs/architecture.md shows the rights as the template gives them (run npm run docs)', () => {
  const page = readFileSync(new URL('../../docs/architecture.md', import.meta.url), 'utf8');
  expect(withRights(page, table)).toBe(page);
});

test('every function is there, with its own log and no wildcard among its actions', () => {
  expect([...new Set(rows.map(({ name }) => name))].sort()).toEqual([...functionNames.map(toId), ...jobNames.map(toId), 'Site'].sort());
  for (const { name, on, actions } of rows) {
    expect(actions.join()).not.toContain('*');
    if (actions.includes('logs:PutLogEvents')) expect(on).toBe(`LogGroup ${name}Logs`);
  }
});

test('what reads cannot write, and only the jobs that publish something signed may sign', () => {
  const having = (action: string) => [...new Set(rows.filter(({ actions }) => actions.includes(action)).map(({ name }) => name))].sort();
  const readers = ['MeasureLag', 'Reference', 'Scores', 'Site'];
  for (const action of ['dynamodb:PutItem', 'dynamodb:DeleteItem', 'dynamodb:UpdateItem'])
    expect(having(action).filter((name) => readers.includes(name))).toEqual([]);
  for (const { name, actions, on } of rows)
    if (readers.includes(name) && on === 'Key RecordKey') expect(actions).toEqual(['kms:Decrypt', 'kms:DescribeKey']);
  expect(having('kms:Sign')).toEqual(['PublishDecisions', 'RenewPolicy', 'SignCheckpoint']);
});
