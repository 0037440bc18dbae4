import { describe, expect, it } from 'vitest';
import { addDays } from '../../../domain/facts/date.ts';
import type { Source } from '../../../domain/facts/evidence.ts';
import { believeAdverse, believeFavourable, provenShare } from '../../../domain/score/belief.ts';
import type { FactKind } from '../../../domain/score/method.ts';
import { CURRENT } from '../../../domain/score/method.ts';
import { originOf } from '../../../domain/score/origin.ts';
import { listWitnesses } from '../../../domain/score/witnesses.ts';
import { against, item, NOW, SOURCES, TODAY } from '../facts.ts';

const adverse = (evidence: ReturnType<typeof item>[], kind: FactKind = 'storage', sources = SOURCES) =>
  believeAdverse(kind, evidence, listWitnesses(sources, NOW), NOW, CURRENT);
const favourable = (evidence: ReturnType<typeof item>[], kind: FactKind = 'safeguard', sources = SOURCES) =>
  believeFavourable(kind, evidence, listWitnesses(sources, NOW), NOW, CURRENT);
const reserving = (of: keyof typeof SOURCES, further: Partial<ReturnType<typeof item>> = {}) => item(of, { stance: 'reserves', ...further });
const daysAgo = (days: number) => addDays(TODAY, -days);

describe('one item of evidence', () => {
  it.each([
    ['a', 1, [98, 99, 100]],
    ['b', 1, [83, 88, 100]],
    ['c', 1, [63, 75, 100]],
    ['d', 1, [34, 54, 100]],
    ['e', 1, [9, 37, 100]],
    ['f', 1, [39, 57, 100]],
    ['a', 2, [85, 90, 100]],
    ['a', 3, [60, 72, 100]],
    ['a', 4, [30, 51, 100]],
    ['a', 5, [10, 37, 100]],
    ['a', 6, [40, 58, 100]],
    ['c', 2, [55, 69, 100]],
  ] as const)('from a source of grade %s at credibility %i leaves an adverse fact %j', (of, credibility, columns) => {
    expect(adverse([item(of, { credibility })])?.columns).toEqual(columns);
  });

  it('proves a favourable fact as far as its mass, while the platform may claim all of it', () => {
    expect(favourable([item('c', { credibility: 2 })])?.columns).toEqual([100, 55, 55]);
  });

  it('does not exist before it was observed, or before its source was published, or without a source', () => {
    const sources = { ...SOURCES, today: { ...(SOURCES.a as Source), published: TODAY }, late: { ...(SOURCES.a as Source), published: daysAgo(-1) } };
    expect(adverse([item('today')], 'storage', sources)?.columns).toEqual([98, 99, 100]);
    expect(adverse([item('late')], 'storage', sources)).toBeUndefined();
    expect(adverse([item('a', { observed: daysAgo(-1) })])).toBeUndefined();
    expect(adverse([item('nobody')])).toBeUndefined();
    expect(favourable([item('late')], 'safeguard', sources)).toBeUndefined();
  });

  it('makes no fact when it only contradicts', () => {
    expect(adverse([against('a')])).toBeUndefined();
    expect(favourable([against('a')])).toBeUndefined();
  });
});

describe("a statement in the platform's own interest", () => {
  it('proves a favourable fact to a quarter, or to a half where the platform answers for it', () => {
    expect(favourable([item('press')])?.columns).toEqual([100, 25, 25]);
    expect(favourable([item('sworn')])?.columns).toEqual([100, 50, 50]);
    expect(favourable([item('a')])?.columns).toEqual([100, 98, 98]);
  });

  it('is capped just so as a denial of an adverse fact, and not as an admission', () => {
    // T = .98 x .75 / (1 - .245), U = .02 x .75 / (1 - .245)
    expect(adverse([item('a'), against('press')])?.columns).toEqual([97, 98, 100]);
    expect(adverse([item('a'), against('sworn')])?.columns).toEqual([96, 97, 99]);
    expect(adverse([item('press')])?.columns).toEqual([98, 99, 100]);
    expect(adverse([item('sworn')])?.columns).toEqual([98, 99, 100]);
  });

  it('is not capped where it contradicts its own good news', () => {
    // T = .98 x .02 / (1 - .9604), U = .02 x .02 / (1 - .9604)
    expect(favourable([item('a'), against('press')])?.columns).toEqual([51, 49, 49]);
  });

  it('is capped before it ages, so that it fades like everybody’s', () => {
    expect(favourable([item('press', { observed: daysAgo(90 + 365) })])?.columns).toEqual([100, 12, 12]);
    expect(favourable([item('press', { observed: daysAgo(90 + 730) })])?.columns).toEqual([100, 6, 6]);
  });

  it('counts once, under however many names it is said', () => {
    const sources = { ...SOURCES, blog: { ...(SOURCES.press as Source), origin: 'blog' }, video: { ...(SOURCES.press as Source), origin: 'video' } };
    expect(favourable([item('press'), item('blog'), item('video')], 'safeguard', sources)?.columns).toEqual([100, 25, 25]);
    expect(favourable([item('press'), item('sworn')])?.columns).toEqual([100, 50, 50]);
  });
});

describe('age', () => {
  it.each([
    ['storage', 540],
    ['remote-access', 540],
    ['subprocessor', 540],
    ['control', 1080],
    ['client-code', 1080],
  ] as const)('takes half of what proves a path of mode %s in %i days, and nothing from its point', (kind, halfLife) => {
    expect(adverse([item('a', { observed: daysAgo(90 + halfLife) })], kind)?.columns).toEqual([49, 99, 100]);
  });

  it.each(['safeguard', 'completeness', 'clear-text', 'transfer'] as const)('takes half of what proves a %s in a year', (kind) => {
    expect(favourable([item('a', { observed: daysAgo(90 + 365) })], kind)?.columns).toEqual([100, 49, 49]);
  });

  it('takes nothing in the first 90 days, and nothing ever from the end of a path or an incident', () => {
    expect(favourable([item('a', { observed: daysAgo(90) })])?.columns).toEqual([100, 98, 98]);
    expect(favourable([item('a', { observed: daysAgo(91) })])?.columns).toEqual([100, 97, 97]);
    expect(favourable([item('a', { observed: daysAgo(9000) })], 'ended')?.columns).toEqual([100, 98, 98]);
    expect(adverse([item('a', { observed: daysAgo(9000) })], 'incident')?.columns).toEqual([98, 99, 100]);
  });

  it('fades a contradiction of good news only in what the platform may claim', () => {
    // a = .98, b0 = .833, b = .4165: T(a,b0) = .98 x .167 / .18366; T(a,b) + U(a,b) = .5835 / .59183
    expect(favourable([item('a'), against('b', { observed: daysAgo(90 + 365) })])?.columns).toEqual([99, 89, 89]);
  });

  it('fades a contradiction of a path in every column', () => {
    // b = .4165: T = .98 x .5835 / .59183, U = .02 x .5835 / .59183
    expect(adverse([item('a'), against('b', { observed: daysAgo(90 + 540) })])?.columns).toEqual([96, 97, 99]);
    expect(adverse([item('a'), against('b')])?.columns).toEqual([89, 90, 91]);
  });
});

describe('several items', () => {
  it('count once per origin and side, by the largest mass', () => {
    const sources = {
      ...SOURCES,
      paper: { ...(SOURCES.b as Source), origin: 'release' },
      blog: { ...(SOURCES.c as Source), origin: 'release' },
    };
    expect(adverse([item('paper'), item('blog')], 'storage', sources)?.columns).toEqual([83, 88, 100]);
    expect(adverse([item('blog'), item('paper')], 'storage', sources)?.columns).toEqual([83, 88, 100]);
    expect(adverse([item('b'), item('b', { credibility: 2 })])?.columns).toEqual([83, 88, 100]);
    expect(adverse([item('paper'), against('blog')], 'storage', sources)?.columns).toEqual(adverse([item('b'), against('c')])?.columns);
  });

  it('takes the largest mass of an origin with age and without it each for itself', () => {
    // Aged, .85 x .98 / 2 = .4165 is less than the fresh .85 x .6 = .51; without age .833 is more.
    const belief = adverse([item('b', { observed: daysAgo(90 + 540) }), item('b', { credibility: 3 })]);
    expect(belief?.columns).toEqual([51, 88, 100]);
  });

  it('add up from independent origins, never to certainty', () => {
    expect(adverse([item('c'), item('d')])?.columns).toEqual([76, 83, 100]);
    const many = Object.fromEntries(['s', 't', 'u', 'v', 'w'].map((id) => [id, SOURCES.a as Source]));
    const all = Object.keys(many).map((id) => item(id));
    // Five times .98 is all but certain; capped at .9999 on both sides, neither wins.
    expect(adverse([...all, ...all.map((one) => ({ ...one, stance: 'contradicts' as const }))], 'storage', many)?.columns).toEqual([49, 50, 51]);
  });

  it('publish how far they conflict, without age', () => {
    expect(adverse([item('a')])?.conflict).toBe(0);
    expect(adverse([item('a'), against('b', { observed: daysAgo(2000) })])?.conflict).toBeCloseTo(0.98 * 0.833, 12);
    expect(favourable([item('c'), against('d')])?.conflict).toBeCloseTo(0.65 * 0.98 * 0.35 * 0.98, 12);
  });

  it('keep the point between low and high where the columns are rounded apart', () => {
    // T = U-free contradiction: a0 = .01, b = .9999 leave a range of one percent.
    const belief = adverse([item('e', { credibility: 5 }), ...['a', 'b', 'c', 'd', 'f'].map((of) => against(of))]);
    expect(belief?.columns).toEqual([0, 0, 1]);
  });
});

describe('what admits a fact', () => {
  const isAdmitted = (...evidence: ReturnType<typeof item>[]) => adverse(evidence)?.isAdmitted;

  it('is a fifth proven, without age and without rounding, contradictions counted in', () => {
    expect(isAdmitted(item('c', { observed: daysAgo(3000) }))).toBe(true);
    // .85 x .3 = .255 is enough, .65 x .3 = .195 is not, though it would round up.
    expect([isAdmitted(item('b', { credibility: 4 })), isAdmitted(item('c', { credibility: 4 }))]).toEqual([true, false]);
    expect(isAdmitted(item('d'), against('b'))).toBe(false);
  });

  it('or two fifths reserved', () => {
    // .5 x .65 x .6 = .195 is too little, .5 x .65 x .85 = .27625 enough; a contradiction takes from it.
    expect(isAdmitted(reserving('c', { credibility: 3 }))).toBe(false);
    expect(isAdmitted(reserving('c', { credibility: 2 }))).toBe(true);
    expect(isAdmitted(reserving('c', { credibility: 2 }), against('d'))).toBe(false);
  });
});

describe('a reservation', () => {
  it('proves nothing, and lets half of what is open count in the point', () => {
    expect(adverse([reserving('a')])?.columns).toEqual([0, 50, 100]);
    expect(adverse([reserving('c', { credibility: 2 })])?.columns).toEqual([0, 41, 100]);
  });

  it('beside what is proven moves the point alone, by the strongest of several, however old', () => {
    expect(adverse([item('c', { credibility: 2 })])?.columns).toEqual([55, 69, 100]);
    expect(adverse([item('c', { credibility: 2 }), reserving('a', { observed: daysAgo(2000) }), reserving('d')])?.columns).toEqual([55, 77, 100]);
  });
});

describe('what an item says of its own time and users', () => {
  it('speaks for the whole time from its first day on', () => {
    expect(adverse([item('a', { observed: daysAgo(-10), from: daysAgo(5) })])?.columns).toEqual([98, 99, 100]);
    expect(adverse([item('a', { observed: daysAgo(-10), from: daysAgo(-1) })])).toBeUndefined();
  });

  it('is fresh as long as an attestation holds, for 400 days at most and 90 at least', () => {
    const observed = daysAgo(390);
    expect(favourable([item('a', { observed })])?.columns[1]).toBe(55);
    expect(favourable([item('a', { observed, validTo: daysAgo(10) })])?.columns[1]).toBe(96);
    expect(favourable([item('a', { observed, validTo: daysAgo(-900) })])?.columns[1]).toBe(98);
    expect(favourable([item('a', { observed: daysAgo(400 + 365), validTo: daysAgo(-900) })])?.columns[1]).toBe(49);
    expect(favourable([item('a', { observed: daysAgo(80), validTo: daysAgo(70) })])?.columns[1]).toBe(98);
  });

  it('weighs .60 at most where it was found for users elsewhere', () => {
    expect(adverse([item('a', { users: 'other' })])?.columns).toEqual([60, 72, 100]);
    expect(adverse([item('a', { users: 'other', credibility: 4 })])?.columns).toEqual([30, 51, 100]);
  });

  it('does not exist once its source is withdrawn', () => {
    const sources = (on: string) => ({ ...SOURCES, gone: { ...(SOURCES.a as Source), withdrawn: { on, why: 'An error.' } } });
    expect(adverse([item('gone')], 'storage', sources(TODAY))).toBeUndefined();
    expect(adverse([item('gone')], 'storage', sources(daysAgo(-1)))?.columns).toEqual([98, 99, 100]);
  });
});

describe('an origin', () => {
  const of = (origins: Readonly<Record<string, string | undefined>>, id: string) =>
    originOf(
      id,
      Object.fromEntries(Object.entries(origins).map(([name, origin]) => [name, { ...(SOURCES.a as Source), ...(origin && { origin }) }])),
    );

  it('is the source itself, its name for one, or what that name leads to', () => {
    expect(of({ a: undefined }, 'a')).toBe('a');
    expect(of({ a: 'release' }, 'a')).toBe('release');
    expect(of({ a: 'b', b: 'release' }, 'a')).toBe('release');
    expect([of({ a: 'b', b: 'a' }, 'a'), of({ a: 'b', b: 'a' }, 'b')]).toEqual(['a', 'a']);
  });

  it('that names a statement of the platform is the platform', () => {
    const sources = { ...SOURCES, paper: { ...(SOURCES.b as Source), origin: 'press' } };
    expect(originOf('paper', sources)).toBe(originOf('sworn', sources));
  });
});

describe('the one number of a favourable fact', () => {
  it('is what is proven, as a share', () => {
    expect(provenShare([100, 55, 55])).toBe(0.55);
  });
});
