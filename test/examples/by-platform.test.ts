import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Platform } from '../../domain/facts/platform.ts';
import { scoreExamples } from '../golden/results.ts';

const examples = new URL('../../examples/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, examples), 'utf8');
const page = read('by-platform.md');
const names = new Map(
  readdirSync(examples).flatMap((folder) => {
    const isPlatform = readdirSync(examples, { withFileTypes: true }).some((entry) => entry.name === folder && entry.isDirectory());
    const file = isPlatform && readdirSync(new URL(`${folder}/`, examples)).includes('platform.json');
    return file ? [[Platform.parse(JSON.parse(read(`${folder}/platform.json`))).name, folder] as const] : [];
  }),
);
const sections = page.split(/^## /m).slice(1);

test.each(sections.map((section) => [section.slice(0, section.indexOf('\n')), section] as const))(
  'what is said of %s stands under its scores of today, newest first',
  (name, section) => {
    const cases = scoreExamples().cases.filter(({ platform }) => platform === names.get(name));
    const lines = cases
      .map(({ asOf, score, band, gate }) => `${asOf}: **${score.point}** (${score.low} to ${score.high}), ${band}, \`${gate}\``)
      .reverse();
    expect(section.split('\n')[2]).toBe(lines.join('; '));
    for (const part of ['What surprises', 'What would change it', 'Not found']) expect(section).toMatch(new RegExp(`\n\\*\\*${part}\\.\\*\\* \\S`));
  },
);

test('of thirteen platforms', () => expect(sections).toHaveLength(13));
