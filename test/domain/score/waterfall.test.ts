import { describe, expect, it } from 'vitest';
import { combine } from '../../../domain/score/combine.ts';
import { CURRENT } from '../../../domain/score/method.ts';
import { toTenths } from '../../../domain/score/rounding.ts';
import { waterfall } from '../../../domain/score/waterfall.ts';

/** The waterfall of these exposures, with nothing above the jurisdictions unless given. */
function fall(exposures: Record<string, number>, withIncidents = combine(Object.values(exposures), CURRENT), total = withIncidents) {
  return waterfall(new Map(Object.entries(exposures)), withIncidents, total, toTenths(total), CURRENT);
}

describe('the waterfall', () => {
  it('goes from the strongest jurisdiction down, each with what it adds to those before', () => {
    expect(fall({ US: 0.4, CN: 0.8, IN: 0.2 })).toEqual([
      { of: 'CN', tenths: 800 },
      { of: 'US', tenths: 20 },
      { of: 'IN', tenths: 6 },
    ]);
  });

  it('shares among jurisdictions that are equally strong, by name', () => {
    // .5 + .25 x .5 x .5 = .5625 among two: 281.25 each, and the tenth that rounding up adds goes by name.
    expect(fall({ US: 0.5, CN: 0.5 })).toEqual([
      { of: 'CN', tenths: 282 },
      { of: 'US', tenths: 281 },
    ]);
    expect(fall({ RU: 0.3, US: 0.5, CN: 0.3 }).map(({ of }) => of)).toEqual(['US', 'CN', 'RU']);
  });

  it('lists no jurisdiction without exposure', () => {
    expect(fall({ IE: 0, CN: 0.8 })).toEqual([{ of: 'CN', tenths: 800 }]);
    expect(fall({ IE: 0 })).toEqual([]);
  });

  it('ends with the incidents and the floor, where they add something', () => {
    expect(fall({ CN: 0.5 }, 0.6, 0.72)).toEqual([
      { of: 'CN', tenths: 500 },
      { of: 'incidents', tenths: 100 },
      { of: 'floor', tenths: 120 },
    ]);
    expect(fall({ CN: 0.5 }, 0.5, 0.72)).toEqual([
      { of: 'CN', tenths: 500 },
      { of: 'floor', tenths: 220 },
    ]);
    expect(fall({ CN: 0.5 }, 0.6)).toEqual([
      { of: 'CN', tenths: 500 },
      { of: 'incidents', tenths: 100 },
    ]);
  });

  it('gives what rounding left over where most was cut off, so that it adds up to what is shown', () => {
    // Steps of 300.4, 40.25 and 10.35 tenths add up to 351.
    expect(fall({ CN: 0.3004 }, 0.3004 + 0.04025, 0.351)).toEqual([
      { of: 'CN', tenths: 301 },
      { of: 'incidents', tenths: 40 },
      { of: 'floor', tenths: 10 },
    ]);
    expect(fall({ CN: 0.3002 }, 0.3002 + 0.0405, 0.351)).toEqual([
      { of: 'CN', tenths: 300 },
      { of: 'incidents', tenths: 41 },
      { of: 'floor', tenths: 10 },
    ]);
    expect(fall({ CN: 0.3006 }, 0.3006 + 0.0406, 0.3006 + 0.0406 + 0.0108)).toEqual([
      { of: 'CN', tenths: 301 },
      { of: 'incidents', tenths: 40 },
      { of: 'floor', tenths: 11 },
    ]);
  });

  it('goes by name where as much was cut off', () => {
    expect(fall({ CN: 0.3005 }, 0.3005 + 0.0405)).toEqual([
      { of: 'CN', tenths: 301 },
      { of: 'incidents', tenths: 40 },
    ]);
    expect(fall({ ZW: 0.3005 }, 0.3005 + 0.0405)).toEqual([
      { of: 'ZW', tenths: 301 },
      { of: 'incidents', tenths: 40 },
    ]);
    expect(fall({ incidentz: 0.3005 }, 0.3005 + 0.0405).map(({ tenths }) => tenths)).toEqual([300, 41]);
  });
});
