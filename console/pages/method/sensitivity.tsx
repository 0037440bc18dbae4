import sensitivity from '../../../docs/sensitivity.json';
import { usePlatformNames } from '../../api/use-platform-names.ts';
import type { Band } from '../../api/views.ts';
import { toCount, toDay, toDecimal, toPercent, toPoints } from '../../format.ts';
import { t } from '../../messages/text.ts';
import { BandTag } from '../../parts/band.tsx';
import { Scroll } from '../../parts/scroll.tsx';

const words = t.method;
const MOST_GROUPS = 2;

/** How far the order and the bands hang on the weights, as measured once for the method's version. */
export function Sensitivity() {
  const { draws, order, files } = sensitivity;
  const nameOf = usePlatformNames();
  const columns = words.sensitivityColumns;
  return (
    <section>
      <h2>{words.sensitivity}</h2>
      <p>{words.sensitivityWords(toCount(draws), `${toDecimal(order.clearPairsKept * 100, 2)} %`, toDecimal(order.meanTau, 2))}</p>
      <Scroll label={words.sensitivity}>
        <table class="compact">
          <thead>
            <tr>
              <th scope="col">{columns.platform}</th>
              <th scope="col">{columns.day}</th>
              <th scope="col" class="number">
                {columns.point}
              </th>
              <th scope="col" class="number">
                {columns.spread}
              </th>
              <th scope="col">{t.platforms.columns.band}</th>
              <th scope="col" class="number">
                {columns.keeps}
              </th>
              <th scope="col">{columns.moved}</th>
            </tr>
          </thead>
          <tbody>
            {files.map(({ platform, asOf, point, band, from, to, keepsBand, movedMostBy }) => (
              <tr key={`${platform} ${asOf}`}>
                <th scope="row">{nameOf(platform)}</th>
                <td>{toDay(asOf)}</td>
                <td class="number">{toPoints(point)}</td>
                <td class="number">
                  {toPoints(from)}–{toPoints(to)}
                </td>
                <td>
                  <BandTag band={band as Band} />
                </td>
                <td class="number">{toPercent(keepsBand)}</td>
                <td>
                  {movedMostBy
                    .slice(0, MOST_GROUPS)
                    .map(({ group, points }) => `${group} ${toPoints(points)}`)
                    .join(', ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
