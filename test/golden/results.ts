import { readExamples } from '../../bench/example-files.ts';
import { hashOf } from '../../domain/facts/hash.ts';
import type { Triple } from '../../domain/score/belief.ts';
import { CURRENT } from '../../domain/score/method.ts';
import { toOpenPoints, toWays } from '../../domain/score/points.ts';
import { scoreAssessment } from '../../domain/score/score.ts';
import { register } from '../register.ts';

const points = ([low, point, high]: Triple) => ({ low: low / 10, point: point / 10, high: high / 10 });

/** What every example scores, with all that was known on its own date. */
export function scoreExamples() {
  return {
    method: CURRENT.version,
    register: register.version,
    note: 'Every examples/<platform>/<asOf>.json, with knownBy equal to asOf. Made by make-examples.ts.',
    cases: readExamples().map(({ platform, asOf, assessment }) => {
      const scored = scoreAssessment(assessment, register, { asOf, knownBy: asOf });
      const { score, parts, band, bandRange, confidence, gate, contributions } = scored;
      return {
        platform,
        asOf,
        assessmentHash: hashOf(assessment),
        score: points(score),
        parts: { storage: points(parts.storage), access: points(parts.access) },
        ways: toWays(scored.ways),
        open: toOpenPoints(scored.open),
        band,
        bandRange,
        confidence,
        gate,
        contributions: contributions.map(({ of, tenths }) => ({ of, points: tenths / 10 })),
      };
    }),
  };
}
export type ExampleResults = ReturnType<typeof scoreExamples>;

/** The table that stands in examples/README.md. */
export function tableOf({ cases }: ExampleResults): string {
  const rows = cases.map(({ platform, asOf, score, parts, open, band, confidence, gate, contributions }) => {
    const isRated = band !== 'unrated';
    const most = contributions.filter(({ points }) => points >= 1).slice(0, 3);
    return [
      platform,
      asOf,
      isRated ? `**${score.point}**` : '',
      `${score.low} to ${score.high}`,
      open.whole,
      isRated ? parts.storage.point : '',
      isRated ? parts.access.point : '',
      band,
      confidence,
      gate,
      isRated ? most.map(({ of, points }) => `${of} ${points}`).join(', ') : '',
    ];
  });
  const head = [
    'platform',
    'as of',
    'point',
    'low to high',
    'open',
    'storage',
    'access',
    'band',
    'confidence',
    'gate',
    'the point is made of, above all',
  ];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
