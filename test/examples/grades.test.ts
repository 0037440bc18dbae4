import { describe, expect, test } from 'vitest';
import { readExamples } from '../../bench/example-files.ts';
import { expandPaths } from '../../domain/facts/expand-paths.ts';

/** The reliability that docs/coding.md gives a kind of source, by the form in which the examples name its publisher. */
const KINDS = [
  ['a policy or terms recorded by an independent archive', /\(recorded by Open Terms Archive\)$/, 'B'],
  ['a text in a public repository with its history', /\((GitHub, |repository of )/, 'B'],
  ['a statutory filing where it was filed', /^US Securities and Exchange Commission, EDGAR$/, 'A'],
  ['a statutory filing in a copy', /^US Securities and Exchange Commission \(copy|, copy of a /, 'B'],
  ['a peer-reviewed paper in a copy', /^Journal of .*\(copy/, 'B'],
  ['an authority on its own page', /^(Data Protection Commission \(Ireland\)|European Data Protection Board)$/, 'A'],
  ['an authority in a copy', /^(EDPS|Office of Management and Budget) \(copy/, 'B'],
  ['newsroom and blog of the company', /( Newsroom| blog)( \(copy at .*\))?$|^TikTok \(tiktokeds/, 'C'],
  ['a site of unclear standing that copies articles', /^(anlikhaber\.click|news\.kitchen0\.com|socialschmuck\.com|clitber\.com)/, 'D'],
] as const;

/** Every source of every file, with the states at whose companies the chain of its platform's owners ends. */
const sources = readExamples().flatMap(({ platform, asOf, assessment }) => {
  const owners = expandPaths(assessment.paths).flatMap(({ mode, stake = 'sole', jurisdiction, ended }) =>
    mode === 'control' && stake === 'sole' && ended === undefined ? jurisdiction : [],
  );
  const owner = [...new Set(owners)].sort().join('/') || 'none';
  return Object.entries(assessment.sources).map(([id, source]) => ({ platform, asOf, id, owner, ...source }));
});

/** What a recorded policy says of a place where data is kept or reached, in each file. */
const statements = readExamples().flatMap(({ platform, asOf, assessment }) => {
  const owner = sources.find((one) => one.platform === platform && one.asOf === asOf)?.owner ?? 'none';
  return expandPaths(assessment.paths).flatMap(({ mode, jurisdiction, evidence }) =>
    evidence.flatMap(({ source, credibility, stance = 'supports', quote = '' }) => {
      const isRecorded = assessment.sources[source]?.recorded !== undefined && assessment.sources[source].statementBy === 'platform';
      const isOfPlace = mode === 'storage' || mode === 'remote-access';
      return isRecorded && isOfPlace && stance !== 'contradicts' ? { owner, mode, jurisdiction, credibility, stance, quote } : [];
    }),
  );
});

const gradesBy = <T>(items: readonly T[], key: (item: T) => string, grade: (item: T) => string | number) =>
  [...Map.groupBy(items, key)].map(([of, group]) => ({ of, grades: [...new Set(group.map(grade))].sort() }));

describe('the grades of the examples are those of the kind of source, whoever owns the platform', () => {
  test('there are owners in at least five states to compare', () => {
    expect(new Set(sources.map(({ owner }) => owner)).size).toBeGreaterThanOrEqual(5);
  });

  test.each(KINDS)('%s', (_kind, form, reliability) => {
    const found = sources.filter(({ publisher }) => form.test(publisher));
    expect(found.length).toBeGreaterThan(0);
    for (const { of, grades } of gradesBy(
      found,
      ({ owner }) => owner,
      (one) => one.reliability,
    ))
      expect({ owner: of, grades }).toEqual({ owner: of, grades: [reliability] });
  });

  test('a publisher has one reliability in all files', () => {
    const differing = gradesBy(
      sources,
      ({ publisher }) => publisher,
      ({ reliability }) => reliability,
    ).filter(({ grades }) => grades.length > 1);
    expect(differing).toEqual([]);
  });

  test('the words of a policy on a named country count alike for every owner, and so do those that name none', () => {
    const usual = gradesBy(
      statements.filter(({ jurisdiction }) => jurisdiction !== 'ZZ'),
      ({ owner }) => owner,
      ({ credibility }) => credibility,
    );
    expect(usual.length).toBeGreaterThanOrEqual(5);
    for (const { of, grades } of usual) expect({ owner: of, least: grades[0] }).toEqual({ owner: of, least: 2 });
    const unnamed = statements.filter(({ jurisdiction }) => jurisdiction === 'ZZ');
    const isOpenList = ({ quote }: { quote: string }) =>
      /among others|\bother countries|various countries|any other country|outside your home country/.test(quote);
    for (const one of unnamed) expect(one).toMatchObject({ credibility: isOpenList(one) ? 4 : 3 });
  });

  test('the same words of the same version have the same grades wherever they stand for the same kind of path', () => {
    const same = gradesBy(
      statements,
      ({ mode, jurisdiction, stance, quote }) => JSON.stringify([mode, jurisdiction === 'ZZ', stance, quote]),
      ({ credibility }) => credibility,
    );
    expect(same.filter(({ grades }) => grades.length > 1)).toEqual([]);
  });
});
