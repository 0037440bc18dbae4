import { useState } from 'preact/hooks';
import { MODES } from '../../../domain/facts/vocabulary.ts';
import type { Score } from '../../api/views.ts';
import { toName, toPoints } from '../../format.ts';
import { t } from '../../messages/text.ts';
import { Lazily } from '../../parts/lazily.tsx';
import { Scroll } from '../../parts/scroll.tsx';
import type { Reached } from '../../plots/reached.ts';
import type { TabProps } from './tab-props.ts';

const words = t.platform.map;

const loadMap = async () => (await import('../../plots/world-map.tsx')).WorldMap;

/** The table is what counts; the map is its picture. */
export function PlatformMap({ score }: TabProps) {
  const rows = listReached(score);
  const isRated = score.band !== 'unrated';
  const [chosen, choose] = useState<string>();
  const stored = rows.filter(({ isStored }) => isStored).map(({ code }) => code);
  const reached = rows.filter(({ ways }) => ways.length > 0).map(({ code }) => code);
  const { columns } = words;
  return (
    <section>
      <h2>{words.title}</h2>
      <p class="wide">{words.words(stored, reached)}</p>
      <div class="map-columns">
        <Lazily load={loadMap} props={{ rows, chosen, choose }} />
        <Scroll label={columns.country}>
          <table class="compact">
            <thead>
              <tr>
                <th scope="col">{columns.country}</th>
                <th scope="col">{columns.stored}</th>
                <th scope="col" class="number">
                  {columns.exposure}
                </th>
                <th scope="col" class="number">
                  {columns.points}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ code, isStored, ways, exposure, points }) => (
                <tr key={code} class={chosen === code ? 'chosen' : ''} onMouseEnter={() => choose(code)}>
                  <th scope="row">
                    <a href={`/jurisdictions/${code}`}>{toName(code)}</a>
                  </th>
                  <td>{[...(isStored ? [words.stored.toLowerCase()] : []), ...ways.map((way) => t.modes[way])].join(', ')}</td>
                  <td class="number">
                    {isRated && exposure && exposure.high > 0 && (
                      <>
                        {toPoints(exposure.point)}
                        <small>
                          {toPoints(exposure.low)}–{toPoints(exposure.high)}
                        </small>
                      </>
                    )}
                    {exposure?.high === 0 && <small>{words.euEea}</small>}
                  </td>
                  <td class="number">{isRated && points > 0 ? toPoints(points) : '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </div>
    </section>
  );
}

function listReached({ explain, contributions }: Score): Reached[] {
  const paths = explain?.paths ?? [];
  const rows = [...new Set(paths.map(({ jurisdiction }) => jurisdiction))].map((code): Reached => {
    const own = paths.filter(({ jurisdiction }) => jurisdiction === code);
    const strongest = own.find(({ wins }) => wins) ?? own[0];
    return {
      code,
      isStored: own.some(({ mode }) => mode === 'storage'),
      ways: MODES.filter((mode) => mode !== 'storage' && own.some((path) => path.mode === mode)),
      exposure: strongest?.exposure,
      points: contributions.find(({ of }) => of === code)?.points ?? 0,
    };
  });
  return rows.sort((a, b) => b.points - a.points || (b.exposure?.point ?? 0) - (a.exposure?.point ?? 0) || a.code.localeCompare(b.code));
}
