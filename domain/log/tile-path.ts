import { TILE_WIDTH, type TilePlace } from './tiles.ts';

/** What an address of C2SP tlog-tiles asks for; without a width, a full tile. */
export type TileAsked = TilePlace & { readonly of: 'hashes' | 'entries'; readonly width: number };

const PATH = /^(?<level>\d{1,2}|entries)\/(?<index>(?:x\d{3}\/){0,3}\d{3})(?:\.p\/(?<width>[1-9]\d{0,2}))?$/;
/** Levels above hold nothing in a tree of fewer than 2^53 leaves. */
const MOST_LEVEL = 6;

/** Reads the end of a tile's address, such as `0/x001/234` or `entries/000.p/17`; undefined for every other spelling. */
export function readTilePath(path: string): TileAsked | undefined {
  const { level = '', index: digits = '', width: part } = PATH.exec(path)?.groups ?? {};
  const index = Number(digits.replaceAll(/[x/]/g, ''));
  const asked: TileAsked = {
    of: level === 'entries' ? 'entries' : 'hashes',
    level: level === 'entries' ? 0 : Number(level),
    index,
    width: Number(part ?? TILE_WIDTH),
  };
  return asked.level <= MOST_LEVEL && asked.width <= TILE_WIDTH && toTilePath(asked) === path ? asked : undefined;
}

export function toTilePath({ of, level, index, width }: TileAsked): string {
  const parts = [String(index % 1000).padStart(3, '0')];
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) parts.unshift(`x${String(rest % 1000).padStart(3, '0')}`);
  return `${of === 'entries' ? of : level}/${parts.join('/')}${width === TILE_WIDTH ? '' : `.p/${width}`}`;
}
