import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../domain/facts/date.ts';
import type { Evidence, Source } from '../../../domain/facts/evidence.ts';
import { MODES } from '../../../domain/facts/vocabulary.ts';
import { evidence, scenario } from '../arbitraries.ts';
import { change, figuresOf, mapEvidence, type Scenario, score, toEvidenceList } from '../scenario.ts';

/** From the one that weighs most to the one that weighs least. */
const CREDIBILITIES = [1, 2, 3, 6, 4, 5] as const;

const post = fc.record({ worse: fc.nat(5), earlier: fc.nat(900), elsewhere: fc.boolean() });

const isOfPlatform = ({ statementBy }: Source) => statementBy === 'platform' || statementBy === 'platform-accountable';

/** An item of the same speaker, kind and stance that weighs no more. */
function repeat(item: Evidence, source: string, { worse, earlier, elsewhere }: { worse: number; earlier: number; elsewhere: boolean }): Evidence {
  const { users, stance } = item;
  return {
    source,
    credibility: CREDIBILITIES[Math.min(5, CREDIBILITIES.indexOf(item.credibility) + worse)] as Evidence['credibility'],
    observed: addDays(item.observed, -earlier),
    ...((elsewhere || users) && { users: 'other' as const }),
    ...(stance && { stance }),
  };
}

describe('the platform is one speaker', () => {
  it('27: a further item by the platform of the same kind and stance changes nothing that the strongest of them does not', () => {
    let repeated = 0;
    fc.assert(
      fc.property(scenario, fc.array(post, { minLength: 1, maxLength: 8 }), (drawn, posts) => {
        const { sources } = drawn.assessment;
        const { asOf } = drawn.moment;
        const others = Object.entries(sources).flatMap(([id, source]) =>
          isOfPlatform(source) ? posts.map((_, i): [string, Source] => [`${id}-${i}`, { ...source, origin: `o${i % 3}` }]) : [],
        );
        const scene = change(drawn, { sources: { ...sources, ...Object.fromEntries(others) } });
        const talkative = mapEvidence(scene, (list) => [
          ...list,
          ...list
            .filter(({ source, observed }) => isOfPlatform(sources[source] as Source) && observed <= asOf)
            .flatMap((item) => posts.map((one, i) => repeat(item, `${item.source}-${i}`, one))),
        ]);
        if (JSON.stringify(talkative) !== JSON.stringify(scene)) repeated += 1;
        expect(figuresOf(score(talkative))).toEqual(figuresOf(score(drawn)));
      }),
    );
    expect(repeated).toBeGreaterThan(0);
  });

  it('28: no file that rests on statements by the platform alone reaches allow', () => {
    const posts = fc.array(evidence, { minLength: 1, maxLength: 20 });
    let rated = 0;
    fc.assert(
      fc.property(scenario, posts, (drawn, seeds) => {
        const own = ({ reliability: _, ...source }: Source): Source => ({ ...source, reliability: 'A', statementBy: 'platform' });
        const sources = Object.fromEntries(Object.entries(drawn.assessment.sources).map(([id, source]) => [id, own(source)]));
        const scene: Scenario = change(drawn, { sources });
        const agreeing = toEvidenceList(seeds, scene).map(({ stance: _, ...item }) => item);
        const complete = Object.fromEntries(MODES.map((mode) => [mode, { evidence: agreeing }]));
        const scored = score(change(scene, { complete, clearText: { residual: 'public', evidence: agreeing } }));
        if (scored.band !== 'unrated') rated += 1;
        expect(scored.gate).not.toBe('allow');
        expect(scored.open.whole).toBeGreaterThanOrEqual(300);
      }),
    );
    expect(rated).toBeGreaterThan(0);
  });
});
