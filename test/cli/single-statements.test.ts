import { describe, expect, it } from 'vitest';
import { findWeakSpots } from '../../cli/weak-spots.ts';
import { Assessment } from '../../domain/facts/assessment.ts';

type Json = Record<string, unknown>;
const source = (over: Json = {}) => ({
  title: 'Policy',
  publisher: 'Example',
  url: 'https://example.org/p',
  published: '2026-10-01',
  reliability: 'B',
  ...over,
});
const own = (over: Json = {}) => source({ statementBy: 'platform', ...over });
const item = (over: Json = {}) => ({ source: 'a', credibility: 2, observed: '2026-10-01', quote: 'In the United States.', ...over });
const path = (over: Json = {}) => ({
  id: 'us',
  jurisdiction: 'US',
  mode: 'storage',
  data: 'content',
  party: 'Example Inc.',
  evidence: [item()],
  ...over,
});

const staff = (over: Json = {}) => path({ mode: 'remote-access', party: undefined, ...over });

function rulesOf(sources: Json, paths: Json[]) {
  const assessment = Assessment.parse({ asOf: '2026-11-01', sources, paths });
  return findWeakSpots(assessment, { today: '2026-11-01', platform: undefined });
}
const fires = (rule: string, sources: Json, paths: Json[]) =>
  rulesOf(sources, paths)
    .filter((spot) => spot.rule === rule)
    .map(({ steps }) => steps.join('/'));

describe('a fact on one statement of the platform, without a party', () => {
  const rule = 'one-statement-no-party';
  it('is weak, however often that source is cited', () => {
    const evidence = [item(), item({ quote: 'And in Ohio.' })];
    expect(fires(rule, { a: own() }, [staff({ evidence })])).toEqual(['paths/0']);
  });
  it.each([
    ['a party', { a: own() }, staff({ party: 'Example Inc.' })],
    ['storage, which is its own', { a: own() }, staff({ mode: 'storage' })],
    ['a third party', { a: source() }, staff()],
    ['words it answers for', { a: own({ statementBy: 'platform-accountable' }) }, staff()],
    ['two sources', { a: own(), b: own({ url: 'https://example.org/q' }) }, staff({ evidence: [item(), item({ source: 'b' })] })],
  ])('is not, with %s', (_, sources, one) => {
    expect(fires(rule, sources, [one])).toEqual([]);
  });
});

describe('a transfer tool on the platform’s word', () => {
  const rule = 'transfer-on-own-word';
  const by = (tool: string, ...sources: string[]) => path({ transfer: { tool, evidence: sources.map((one) => item({ source: one })) } });
  const sources = { a: own(), b: source({ url: 'https://list.example.org' }) };
  it.each(['dpf', 'privacy-shield', 'bcr'])('is weak where a public list could prove it: %s', (tool) => {
    expect(fires(rule, sources, [by(tool, 'a')])).toEqual(['paths/0/transfer']);
  });
  it.each([
    ['scc', 'a'],
    ['consent', 'a'],
    ['dpf', 'b'],
    ['dpf', 'a', 'b'],
  ])('is not: %s by %s', (tool, ...by_) => {
    expect(fires(rule, sources, [by(tool, ...by_)])).toEqual([]);
  });
});

describe('an item far older than the newest version of its source', () => {
  const rule = 'older-than-newest-version';
  const old = own({ published: '2023-01-01' });
  it.each([
    ['one address of the platform', { a: old, b: own({ url: 'https://example.org/p#top' }) }],
    ['one document', { a: { ...old, document: 'policy', url: 'https://old.example.org' }, b: source({ document: 'policy' }) }],
  ])('is weak: %s', (_, sources) => {
    expect(fires(rule, sources, [path({ evidence: [item({ observed: '2023-01-01' })] })])).toEqual(['paths/0/evidence/0']);
  });
  it.each([
    ['a year is not far', { a: own({ published: '2025-11-01' }), b: own() }, path()],
    ['another document', { a: old, b: own({ url: 'https://example.org/other' }) }, path()],
    ['pages of a paper', { a: source({ published: '2023-01-01' }), b: source() }, path()],
    ['the fact has a newer item too', { a: old, b: own() }, path({ evidence: [item({ observed: '2023-01-01' }), item({ source: 'b' })] })],
    ['it has ended', { a: old, b: own() }, path({ ended: { on: '2024-01-01', evidence: [item({ source: 'b' })] } })],
  ])('is not: %s', (_, sources, one) => {
    expect(fires(rule, sources, [one])).toEqual([]);
  });
});

describe('a quote that names what its class does not hold', () => {
  const rule = 'class-above-the-words';
  const of = (data: unknown, quote: string) => fires(rule, { a: own() }, [path({ data, evidence: [item({ quote })] })]);
  it.each([
    ['content', 'We keep e-mail addresses in the United States.'],
    ['behaviour', 'Telephone numbers and user names are stored there.'],
    [{ low: 'behaviour', point: 'content', high: 'content' }, 'Your IP address is kept there.'],
  ])('is weak: %j by “%s”', (data, quote) => {
    expect(of(data, quote)).toEqual(['paths/0/data']);
  });
  it.each([
    ['account', 'We keep e-mail addresses there.'],
    [{ low: 'account', point: 'metadata', high: 'content' }, 'We keep e-mail addresses there.'],
    ['content', 'E-mail addresses and messages are kept there.'],
    ['content', 'All data is kept there.'],
  ])('is not: %j by “%s”', (data, quote) => {
    expect(of(data, quote)).toEqual([]);
  });
});
