import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { toMark } from '../../console/parts/mark.ts';
import { CURRENT } from '../../domain/score/method.ts';

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/** Of G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, IEEE TVCG 15(6), 2009, doi:10.1109/TVCG.2009.113, at severity 1.0; on linear RGB. */
const SIGHTS: Readonly<Record<string, Matrix>> = {
  'every cone': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** The least distance in Oklab: black and white are 1 apart, and about 0.02 is just seen side by side; this is five times as much. */
const APART = 0.1;
/** WCAG 2.2, 1.4.11: of a mark to what is beside it. */
const CONTRAST = 3;
const GROUNDS = ['paper', 'ground', 'tint'];

const bands = CURRENT.bands.map(({ name }) => name);
const [, light = '', dark = ''] = readFileSync(new URL('../../console/styles/base.css', import.meta.url), 'utf8').split(/:root \{/);
const readColours = (block: string) => new Map([...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [name, hex]));
const schemes = { light: readColours(light), dark: new Map([...readColours(light), ...readColours(dark)]) };

describe.each(Object.entries(schemes))('in the %s colours', (_, colours) => {
  const seenBy = (name: string, sight: Matrix): Triple => toSeen(toLinear(colours.get(name) ?? ''), sight);

  it.each(Object.entries(SIGHTS))('bands, and what is stored and what is reached from, stay apart to eyes with %s', (_, sight) => {
    const pairs = [...bands.flatMap((one, i) => bands.slice(i + 1).map((other) => [one, other] as const)), ['link', 'severe'] as const];
    expect(pairs).toHaveLength(11);
    const near = pairs.map(([one, other]) => ({ pair: `${one} and ${other}`, apart: distance(seenBy(one, sight), seenBy(other, sight)) }));
    expect(near.filter(({ apart }) => !(apart >= APART))).toEqual([]);
  });

  it('every band stands out from what it is drawn on', () => {
    const luminance = (name: string) => dot([0.2126, 0.7152, 0.0722], toLinear(colours.get(name) ?? ''));
    const faint = [...bands, 'unrated'].flatMap((band) =>
      GROUNDS.filter((ground) => {
        const [darker = 0, lighter = 0] = [luminance(band), luminance(ground)].sort((a, b) => a - b);
        return !((lighter + 0.05) / (darker + 0.05) >= CONTRAST);
      }).map((ground) => `${band} on ${ground}`),
    );
    expect(faint).toEqual([]);
  });
});

// Its grey lies near a hue that one kind of eyes does not see; the page distinguishes it by its cross.
test('no two bands have the same shape, and what is unrated has its own', () => {
  const shapes = [...bands, 'unrated' as const].map((band) => toMark(band, 100));
  expect(shapes.every((shape) => shape.startsWith('M'))).toBe(true);
  expect(new Set(shapes).size).toBe(bands.length + 1);
});

test('the map distinguishes its layers by pattern and outline, too', () => {
  const map = readFileSync(new URL('../../console/plots/world-map.tsx', import.meta.url), 'utf8');
  const drawnIn = (layer: string) => [
    ...(map.match(new RegExp(`<pattern id="${layer}".*?</pattern>`, 's'))?.[0] ?? '').matchAll(/class="(stripe|dot)"/g),
  ];
  expect(['stored', 'reached', 'both'].map((layer) => drawnIn(layer).map(([, mark]) => mark))).toEqual([['stripe'], ['dot'], ['stripe', 'dot']]);
  expect(readFileSync(new URL('../../console/styles/dossier.css', import.meta.url), 'utf8')).toMatch(/\.country\.reached \{[^}]*stroke-dasharray/);
});

/** Linear RGB, each 0 to 1 (IEC 61966-2-1). */
function toLinear(hex: string): Triple {
  const channel = (from: number) => {
    const share = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function toSeen(rgb: Triple, [r, g, b]: Matrix): Triple {
  const inGamut = (row: Triple) => Math.min(1, Math.max(0, dot(row, rgb)));
  return [inGamut(r), inGamut(g), inGamut(b)];
}

/** In Oklab (B. Ottosson, 2020). */
function distance(one: Triple, other: Triple): number {
  const [a, b] = [toOklab(one), toOklab(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

function toOklab(rgb: Triple): Triple {
  const cones: Triple = [
    Math.cbrt(dot([0.4122214708, 0.5363325363, 0.0514459929], rgb)),
    Math.cbrt(dot([0.2119034982, 0.6806995451, 0.1073969566], rgb)),
    Math.cbrt(dot([0.0883024619, 0.2817188376, 0.6299787005], rgb)),
  ];
  return [
    dot([0.2104542553, 0.793617785, -0.0040720468], cones),
    dot([1.9779984951, -2.428592205, 0.4505937099], cones),
    dot([0.0259040371, 0.7827717662, -0.808675766], cones),
  ];
}

function dot(a: Triple, b: Triple): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
