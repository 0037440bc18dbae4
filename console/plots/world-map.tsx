import { geoCentroid, geoEqualEarth, geoPath } from 'd3-geo';
import codes from 'i18n-iso-countries/codes.json';
import { useMemo } from 'preact/hooks';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import world from 'world-atlas/countries-110m.json';
import { toName } from '../format.ts';
import { t } from '../messages/text.ts';
import type { Reached } from './reached.ts';

const words = t.platform.map;
const WIDTH = 960;
const HEIGHT = 440;
const EDGE = 4;
const ANTARCTICA = '010';

type MapProps = { readonly rows: readonly Reached[]; readonly chosen: string | undefined; readonly choose: (code: string) => void };

/** Natural Earth in an equal-area projection: stored and reached differ by pattern and outline, not by colour alone. */
export function WorldMap({ rows, chosen, choose }: MapProps) {
  const countries = useMemo(listCountries, []);
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const small = rows.filter(({ code }) => !countries.some((country) => country.code === code));
  const step = (by: number) => {
    const place = rows.findIndex(({ code }) => code === chosen);
    const next = rows[(place + by + rows.length) % rows.length];
    if (next) choose(next.code);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    step(by);
  };
  const shown = chosen === undefined ? undefined : byCode.get(chosen);
  const target = countries.find(({ code }) => code === chosen);
  return (
    <figure class="map">
      {/* In small letters: on an SVG element Preact writes the attribute as it stands. */}
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${words.title}. ${words.hint}`} tabindex={0} onKeyDown={onKeyDown}>
        <defs>
          <pattern id="stored" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="7" height="7" class="under" />
            <line x1="0" x2="0" y1="0" y2="7" class="stripe" />
          </pattern>
          <pattern id="reached" width="7" height="7" patternUnits="userSpaceOnUse">
            <rect width="7" height="7" class="under" />
            <circle cx="3.5" cy="3.5" r="1.5" class="dot" />
          </pattern>
          <pattern id="both" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="7" height="7" class="under" />
            <line x1="0" x2="0" y1="0" y2="7" class="stripe" />
            <circle cx="4" cy="3.5" r="1.5" class="dot" />
          </pattern>
        </defs>
        {countries
          .filter(({ code }) => !byCode.has(code))
          .map(({ key, shape }) => (
            <path key={key} class="land" d={shape} />
          ))}
        {countries.flatMap(({ code, key, shape }) => {
          const row = byCode.get(code);
          if (!row) return [];
          return [
            <path key={key} class={`country ${layerOf(row)}`} fill={`url(#${layerOf(row)})`} d={shape}>
              <title>{toTold(row)}</title>
            </path>,
          ];
        })}
        {target && <path class="chosen" d={target.shape} />}
        {target && <circle class="chosen" cx={target.x} cy={target.y} r="14" />}
      </svg>
      <figcaption>
        <ul class="legend">
          {(['stored', 'reached', 'both'] as const).map((layer) => (
            <li key={layer}>
              <svg width="26" height="16" aria-hidden="true">
                <rect class={`country ${layer}`} fill={`url(#${layer})`} x="1" y="1" width="24" height="14" />
              </svg>
              {words[layer]}
            </li>
          ))}
        </ul>
        {small.length > 0 && (
          <p>
            <strong>{words.small}:</strong> {small.map((row) => `${toName(row.code)} (${words[layerOf(row)].toLowerCase()})`).join(', ')}
          </p>
        )}
        <p class="note" role="status">
          {shown
            ? `${toName(shown.code)}: ${[shown.isStored && words.stored.toLowerCase(), ...shown.ways.map((way) => t.modes[way])].filter(Boolean).join(', ')}`
            : words.hint}
        </p>
      </figcaption>
    </figure>
  );
}

const toTold = ({ code, isStored, ways }: Reached) =>
  `${toName(code)}: ${[isStored && words.stored.toLowerCase(), ...ways.map((way) => t.modes[way])].filter(Boolean).join(', ')}`;
const layerOf = ({ isStored, ways }: Reached) => (isStored && ways.length > 0 ? 'both' : isStored ? 'stored' : 'reached');

type Country = { readonly key: string; readonly code: string; readonly shape: string; readonly x: number; readonly y: number };

function listCountries(): Country[] {
  const topology = world as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>;
  const all = feature(topology, topology.objects.countries);
  // Without Antarctica, which has no inhabitants, the rest is larger.
  const features = all.features.filter(({ id }) => id !== ANTARCTICA);
  const projection = geoEqualEarth().fitExtent(
    [
      [EDGE, EDGE],
      [WIDTH - EDGE, HEIGHT - EDGE],
    ],
    { ...all, features },
  );
  const toShape = geoPath(projection);
  const byNumber = new Map(codes.map(([two = '', , number = '']) => [number, two]));
  return features.map((country, i) => {
    const [x = 0, y = 0] = projection(geoCentroid(country)) ?? [];
    // Kosovo has no number in ISO 3166-1.
    const code = byNumber.get(String(country.id).padStart(3, '0')) ?? (country.properties.name === 'Kosovo' ? 'XK' : '');
    return { key: `${country.id} ${i}`, code, shape: toShape(country) ?? '', x, y };
  });
}
