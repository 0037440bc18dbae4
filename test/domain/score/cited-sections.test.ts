import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const root = new URL('../../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const rules = readdirSync(new URL('domain/score/', root)).filter((name) => name.endsWith('.ts'));
const citedIn = (name: string) => [...read(`domain/score/${name}`).matchAll(/\bsection (\d+)/gi)].map(([, section]) => Number(section));

/** Shapes, figures and words: they state no rule. */
const NO_RULES = ['judgements.ts', 'method.ts', 'points.ts', 'register.ts', 'winning-path.ts'];

it.each(rules.filter((name) => !NO_RULES.includes(name)))('domain/score/%s cites the section of docs/method.md that it implements', (name) => {
  expect(citedIn(name).length).toBeGreaterThan(0);
});

it('every section of the method from evidence to gate is implemented somewhere, and none is cited that is not there', () => {
  const headings = [...read('docs/method.md').matchAll(/^## (\d+)\. /gm)].map(([, section]) => Number(section));
  const cited = [...new Set(rules.filter((name) => !NO_RULES.includes(name)).flatMap(citedIn))].sort((a, b) => a - b);
  expect(cited).toEqual(expect.arrayContaining([1, 2, 3, 4, 5, 6]));
  expect(headings).toEqual(expect.arrayContaining(cited));
});
