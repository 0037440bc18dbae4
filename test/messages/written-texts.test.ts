// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are sources that are searched
import { describe, expect, it } from 'vitest';
import { findFiles, readText } from '../repository-files.ts';
import { findPageTexts, findPhrases, findSamePlurals, findSentences, type WrittenText } from './written-texts.ts';

type Find = (file: string, source: string) => WrittenText[];
const sources = [...findFiles('.ts'), ...findFiles('.tsx')];

function filesWith(find: Find, folders: RegExp): { readonly seen: number; readonly withTexts: readonly string[] } {
  const files = sources.filter((file) => folders.test(file));
  return { seen: files.length, withTexts: files.filter((file) => find(file, readText(file)).length > 0).sort() };
}

/** Files of the console whose words are no texts of ours, or are for tools. */
const NO_TEXTS_OF_PAGES = {
  'console/api-page.ts': 'the reference of the API, which is in English as the description it is made of',
  'console/api/client.ts': 'a call to copy into a shell',
  'console/build.ts': 'markup of the page before any script',
  'console/consumers/configurations.ts': 'configurations of other tools',
  'console/headers.ts': 'values of headers',
  'console/jurisdictions/synonyms.ts': 'names that are understood, in all three languages at once',
  'console/pages/platforms/csv.ts': 'columns and values for tools, the same in every language',
  'console/serve.ts': 'what answers a tool that asks for a file that is not there',
};

/** Sentences that stand beside a code, for those who keep the service; and the reasons of the method, which is in English. */
const SENTENCES_BESIDE_CODES = {
  'domain/draft/draft-assessment.ts': 'a title in a file that a person goes on writing',
  'domain/facts/expand-quotes.ts': 'faults of a file before it is sent, said by the command line',
  'domain/record/verify-chain.ts': 'faults of the record, by code',
  'domain/record/verify-items.ts': 'faults of the record, by code',
  'domain/record/verify-leaves.ts': 'faults of the record, by code',
  'domain/record/verify-tree-part.ts': 'faults of the record, by code',
  'domain/score/judgements.ts': 'the reasons of the method, which docs/method.md is made of',
  'domain/facts/profile-fields.ts': 'examples of the description',
  'lambdas/jobs/terms/keep-version.ts': 'faults of a collection, by code',
  'lambdas/jobs/terms/watch-document.ts': 'faults of a collection, by code',
  'lambdas/runtime/terms/collection-client.ts': 'faults of a collection, by code',
  'lambdas/runtime/terms/get-json.ts': 'faults of a collection, by code',
  'lambdas/runtime/terms/take-version.ts': 'faults of a collection, by code',
  'lambdas/runtime/verify-tree.ts': 'faults of the record, by code',
};

/** Commands that answer in the language of --lang with every word. The others have English of their own still. */
const IN_EVERY_LANGUAGE = [
  ...['cli/help.ts', 'cli/language.ts'],
  ...['cli/print/explained.ts', 'cli/print/explanation.ts', 'cli/print/quotes.ts', 'cli/print/score.ts'],
];

describe('no text for people stands outside messages/', () => {
  it('in the console', () => {
    const { seen, withTexts } = filesWith(findPageTexts, /^console\//);
    expect(seen).toBeGreaterThan(140);
    expect(withTexts).toEqual(Object.keys(NO_TEXTS_OF_PAGES).sort());
  });

  it('in what the API answers', () => {
    const { seen, withTexts } = filesWith(findSentences, /^(domain|lambdas)\//);
    expect(seen).toBeGreaterThan(300);
    expect(withTexts).toEqual(Object.keys(SENTENCES_BESIDE_CODES).sort());
  });

  it.each(IN_EVERY_LANGUAGE)('in what the command line prints by %s', (file) => {
    expect(findPhrases(file, readText(file))).toEqual([]);
  });
});

describe('a choice by a count', () => {
  it('says something else of one than of many, in each file of messages/', () => {
    const files = sources.filter((file) => /^messages\/.*\.ts$/.test(file) && !file.endsWith('/places.ts'));
    expect(files.length).toBeGreaterThan(100);
    expect(files.flatMap((file) => findSamePlurals(file, readText(file)).map(({ line, words }) => `${file}:${line} ${words}`))).toEqual([]);
  });
});

describe('the search for texts', () => {
  it.each([
    ['<p>Nothing here</p>', 'Nothing here'],
    ['<p>Save</p>', 'Save'],
    ['<button title="Save">{t.save}</button>', 'Save'],
    ['<a aria-label={`Open ${name}`} />', 'Open ◇'],
    ['<p>{count > 1 ? `${count} platforms` : "one platform"}</p>', '◇ platforms'],
    ['const said = "The page has moved";', 'The page has moved'],
  ])('finds what a page says itself: %s', (source, words) => {
    expect(findPageTexts('a.tsx', `${source.startsWith('<') ? `const a = ${source}` : source}`).map((found) => found.words)).toContain(words);
  });

  it.each([
    '<p class="in words">{t.nothing}</p>',
    '<path d="M 0 0 L 10 10" />',
    'import { a } from "the module";',
    'if (!found) throw new Error("the element is not there");',
    'const kind: "two words" = other;',
    '<p>·</p>',
    '<button type="submit">{t.save}</button>',
  ])('leaves alone what nobody reads: %s', (source) => {
    expect(findPageTexts('a.tsx', source.startsWith('<') ? `const a = ${source}` : source)).toEqual([]);
  });

  it('finds a sentence of the API, but not where a schema is described', () => {
    expect(findSentences('a.ts', 'const a = { fault: "x", detail: `there is no ${b} here` };')).toHaveLength(1);
    expect(findSentences('a.ts', 'const a = { detail: isA ? "there is no such thing" : said };')).toHaveLength(1);
    expect(findSentences('a.ts', 'const a = z.string().meta({ title: "The name of it" });')).toEqual([]);
    expect(findSentences('a.ts', 'const a = { detail: say("no-platform", { platform }) };')).toEqual([]);
  });

  it('finds what a command prints', () => {
    expect(findPhrases('a.ts', 'const lines = () => [`Nothing is ${state}.`];')).toHaveLength(1);
    expect(findPhrases('a.ts', 'const lines = () => [t.nothing(state)];')).toEqual([]);
  });

  it('finds a count whose forms are the same, or lack the singular', () => {
    expect(findSamePlurals('a.ts', 'plural(n, { one: `${n} days`, other: `${n} days` })')).toHaveLength(1);
    expect(findSamePlurals('a.ts', 'plural(n, { other: `${n} days` })')).toHaveLength(1);
    expect(findSamePlurals('a.ts', 'plural(n, { one: "1 day", other: `${n} days` })')).toEqual([]);
  });
});
