import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import * as explanation from '../../domain/explain/explanation.ts';
import * as moves from '../../domain/explain/explanation-moved.ts';
import * as paths from '../../domain/explain/explanation-paths.ts';
import * as published from '../../domain/explain/published-score.ts';
import * as points from '../../domain/score/points.ts';

const exported: Record<string, unknown> = { ...explanation, ...moves, ...paths, ...points, ...published };
const schemas = Object.entries(exported).flatMap(([name, value]) => (value instanceof z.ZodType ? [[name, value] as const] : []));

describe('every published schema describes itself', () => {
  it('finds them all', () => expect(schemas.length).toBeGreaterThanOrEqual(18));

  it.each(schemas)('%s has an id, a description and an example that it accepts', (_, schema) => {
    const meta = schema.meta();
    expect(meta).toMatchObject({ id: expect.any(String), description: expect.any(String) });
    expect(schema.parse(meta?.example)).toEqual(meta?.example);
  });

  it('makes a JSON Schema', () => {
    expect(z.toJSONSchema(published.Score)).toMatchObject({
      $defs: { Score: { additionalProperties: false }, Explanation: { additionalProperties: false } },
    });
  });
});
