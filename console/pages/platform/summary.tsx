import { saySentence } from '../../../messages/say-sentence.ts';
import type { Explanation } from '../../api/views.ts';
import { toChange, toPoints } from '../../format.ts';
import { t } from '../../messages/text.ts';
import { BandTag } from '../../parts/band.tsx';
import { Day } from '../../parts/moment.tsx';
import { Scroll } from '../../parts/scroll.tsx';
import { withoutFigures } from '../../parts/without-figures.ts';
import { Narrowing } from '../../plots/narrowing.tsx';
import { RangeBar } from '../../plots/range-bar.tsx';
import { Waterfall } from '../../plots/waterfall.tsx';
import type { TabProps } from './tab-props.ts';

const words = t.platform;
const MOST_REMEDIES = 8;

/** What makes the score up, where to look next, and what would lower it. */
export function PlatformSummary({ score }: TabProps) {
  const { explain } = score;
  const isRated = score.band !== 'unrated';
  return (
    <>
      {isRated && <Waterfall contributions={score.contributions} point={score.score.point} />}
      {explain && (
        <div class="columns">
          <div>
            <Narrowing explain={explain} width={score.score.high - score.score.low} isRated={isRated} />
            <Promises explain={explain} isRated={isRated} />
          </div>
          {isRated && <Lowers explain={explain} />}
        </div>
      )}
      {explain && (
        <section>
          <h2>{words.matters}</h2>
          <ul class="sentences">
            {(isRated ? explain.summary : withoutFigures(explain.summary)).map((sentence, place) => (
              <li key={`${place} ${sentence.code}`}>{saySentence(t.explanation, sentence)}</li>
            ))}
            {explain.quotes && <li>{t.sayQuotes(explain.quotes)}.</li>}
          </ul>
        </section>
      )}
    </>
  );
}

function Lowers({ explain: { lowers, smallestSets } }: { readonly explain: Explanation }) {
  const shown = lowers.filter(({ change }) => change.point < 0).slice(0, MOST_REMEDIES);
  if (shown.length === 0) return null;
  const { columns, acts } = words.lowers;
  return (
    <section>
      <h2>{words.lowers.title}</h2>
      <Scroll label={words.lowers.title}>
        <table class="compact">
          <thead>
            <tr>
              <th scope="col">{columns.act}</th>
              <th scope="col" class="number">
                {columns.change}
              </th>
              <th scope="col" class="number">
                {columns.becomes}
              </th>
              <th scope="col">{columns.band}</th>
              <th scope="col" class="small-range">
                <span class="visually-hidden">{t.scale.label}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ act, jurisdiction = '', mode, becomes, band, change }) => (
              <tr key={`${act} ${jurisdiction} ${mode}`}>
                <th scope="row">{acts[act](jurisdiction, mode ? t.modes[mode] : '')}</th>
                <td class="number">{toChange(change.point)}</td>
                <td class="number">{toPoints(becomes.point)}</td>
                <td>
                  <BandTag band={band} />
                </td>
                <td class="small-range">
                  <RangeBar range={becomes} band={band} height={20} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {smallestSets.length > 0 && (
        <>
          <h3>{words.lowers.sets}</h3>
          <ul class="sentences">
            {smallestSets.map(({ band, jurisdictions }) => (
              <li key={band}>{jurisdictions.length === 0 ? words.lowers.noSet(t.bands[band]) : words.lowers.set(jurisdictions, t.bands[band])}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Promises({ explain: { commitments }, isRated }: { readonly explain: Explanation; readonly isRated: boolean }) {
  if (commitments.length === 0) return null;
  const { columns } = words.promises;
  return (
    <section>
      <h2>{words.promises.title}</h2>
      <p>{words.promises.lead}</p>
      <Scroll label={words.promises.title}>
        <table class="compact">
          <thead>
            <tr>
              <th scope="col">{columns.id}</th>
              <th scope="col">{columns.due}</th>
              <th scope="col" class="number">
                {columns.change}
              </th>
              <th scope="col" class="number">
                {columns.would}
              </th>
            </tr>
          </thead>
          <tbody>
            {commitments.map(({ id, dueOn, becomes, change }) => (
              <tr key={id}>
                <th scope="row">{id}</th>
                <td>{dueOn ? <Day of={dueOn} /> : words.promises.undated}</td>
                <td class="number">{isRated ? toChange(change.point) : '–'}</td>
                <td class="number">{isRated ? toPoints(becomes.point) : '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
