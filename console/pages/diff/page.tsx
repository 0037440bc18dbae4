import { useState } from 'preact/hooks';
import type { components } from '../../../docs/api-types.ts';
import { useRead } from '../../api/use-read.ts';
import type { PlatformView } from '../../api/views.ts';
import { today } from '../../config.ts';
import { FieldFault, toControl } from '../../faults/problem-summary.tsx';
import { toChange, toDay, toDecimal, toName, toPoints } from '../../format.ts';
import { t } from '../../messages/text.ts';
import { BandTag, pointOf } from '../../parts/band.tsx';
import { toCoverage } from '../../parts/coverage.ts';
import { Scroll } from '../../parts/scroll.tsx';
import { Empty, Read } from '../../parts/states.tsx';
import { useTitle } from '../../parts/title.tsx';
import { RangeAxis, RangeBar } from '../../plots/range-bar.tsx';
import { navigate, usePlace } from '../../router.ts';
import type { PageProps } from '../page-props.ts';
import { DiffFacts } from './facts.tsx';

const words = t.diff;
type ScoreDiff = components['schemas']['ScoreDiff'];
type Law = components['schemas']['Law'];

/** Two days side by side: facts, law and score, and why it moved. The address can be shared. */
export function Diff({ params: { platform = '' } }: PageProps) {
  const { query } = usePlace();
  const [from, to] = [query.get('from') ?? '', query.get('to') ?? ''];
  const isChosen = from !== '' && to !== '';
  const reading = useRead<ScoreDiff>(isChosen ? `/v1/platforms/${platform}/score/diff?from=${from}&to=${to}` : undefined);
  const head = useRead<PlatformView>(`/v1/platforms/${platform}`);
  useTitle(head.data && words.title(head.data.name));
  return (
    <Read from={head} isPage>
      {({ name }) => (
        <>
          <p class="crumb">
            <a href={`/platforms/${platform}`}>{name}</a>
          </p>
          <h1>{words.title(name)}</h1>
          <Days platform={platform} from={from} to={to || today()} />
          {isChosen ? <Read from={reading}>{(diff) => <Sides {...diff} />}</Read> : <Empty>{words.choose}</Empty>}
        </>
      )}
    </Read>
  );
}

function Days(props: { readonly platform: string; readonly from: string; readonly to: string }) {
  const [from, setFrom] = useState(props.from);
  const [to, setTo] = useState(props.to);
  const [empty, setEmpty] = useState<string>();
  const faultOf = (id: string) => (empty === id ? t.faults.empty.day : undefined);
  const show = (event: Event) => {
    event.preventDefault();
    const empty = from === '' ? 'diff-from' : to === '' ? 'diff-to' : undefined;
    setEmpty(empty);
    if (empty) return document.getElementById(empty)?.focus();
    navigate(`/platforms/${props.platform}/diff?from=${from}&to=${to}`);
  };
  return (
    <form class="inline filters" onSubmit={show} noValidate>
      <label>
        {words.from}
        <input
          {...toControl('diff-from', faultOf('diff-from'))}
          type="date"
          required
          max={today()}
          value={from}
          onInput={(event) => setFrom(event.currentTarget.value)}
        />
      </label>
      <label>
        {words.to}
        <input
          {...toControl('diff-to', faultOf('diff-to'))}
          type="date"
          required
          max={today()}
          value={to}
          onInput={(event) => setTo(event.currentTarget.value)}
        />
      </label>
      <button type="submit">{words.show}</button>
      {(['diff-from', 'diff-to'] as const).map((id) => (
        <FieldFault key={id} id={id} fault={faultOf(id)} />
      ))}
    </form>
  );
}

function Sides({ from, to, facts, law, moved }: ScoreDiff) {
  const { columns } = words;
  const isRated = [from, to].every(({ score }) => score.band !== 'unrated');
  return (
    <>
      {isRated && <p>{words.words(toPoints(moved.from), toPoints(moved.to), toChange(moved.to - moved.from))}</p>}
      <div class="columns">
        {[from, to].map(({ day, score }) => (
          <section key={day} class="side">
            <h2>{toDay(day)}</h2>
            <p class="big">
              {score.band !== 'unrated' && <span class="points">{pointOf(score)}</span>}
              <BandTag band={score.band} />
            </p>
            <RangeBar range={score.score} band={score.band} open={score.open?.whole} height={32} />
            <RangeAxis />
          </section>
        ))}
      </div>
      <section>
        <h2>{words.causes}</h2>
        <table class="compact narrow">
          <thead>
            <tr>
              <th scope="col">{columns.cause}</th>
              <th scope="col">{columns.ref}</th>
              <th scope="col" class="number">
                {columns.points}
              </th>
            </tr>
          </thead>
          <tbody>
            {moved.causes.map(({ kind, ref, points }) => (
              <tr key={kind}>
                <th scope="row">{words.kinds[kind]}</th>
                <td>{/^\d{4}-\d\d-\d\d$/.test(ref) ? toDay(ref) : kind === 'facts' ? t.platform.facts.revision(Number(ref)) : ref}</td>
                <td class="number">{isRated ? toChange(points) : '–'}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{words.sum}</th>
              <td />
              <td class="number">{isRated ? toChange(moved.to - moved.from) : '–'}</td>
            </tr>
          </tfoot>
        </table>
      </section>
      <div class="columns">
        <section>
          <h2>{words.facts}</h2>
          <DiffFacts changes={facts} shares={isRated ? moved.facts : []} />
        </section>
        <section>
          <h2>{words.law}</h2>
          {law.length === 0 ? (
            <p class="note">{words.noLaw}</p>
          ) : (
            <Scroll label={words.law}>
              <table class="compact">
                <thead>
                  <tr>
                    <th scope="col">{columns.jurisdiction}</th>
                    <th scope="col" class="number">
                      {columns.before}
                    </th>
                    <th scope="col" class="number">
                      {columns.after}
                    </th>
                    <th scope="col">{columns.since}</th>
                  </tr>
                </thead>
                <tbody>
                  {law.map(({ jurisdiction, from: before, to: after }) => (
                    <tr key={jurisdiction}>
                      <th scope="row">
                        <a href={`/jurisdictions/${jurisdiction}`}>{toName(jurisdiction)}</a>
                      </th>
                      <td class="number">{toDecimal(before.hazard.point, 3)}</td>
                      <td class="number">
                        {toDecimal(after.hazard.point, 3)}
                        {!after.euEea && <small>{toCoverage(after)}</small>}
                      </td>
                      <td>{toLawChange(before, after)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scroll>
          )}
        </section>
      </div>
    </>
  );
}

/** Since when the later law stands, and what became of an adequacy decision. */
function toLawChange(before: Law, after: Law): string {
  const nameOf = ({ adequacy }: Law) => (adequacy === null ? words.noAdequacy : (t.jurisdiction.adequacies[adequacy] ?? adequacy));
  const parts = [
    before.euEea !== after.euEea && (after.euEea ? words.joined : words.left),
    after.since !== null && toDay(after.since),
    before.adequacy !== after.adequacy && words.adequacy(nameOf(before), nameOf(after)),
  ];
  return parts.filter(Boolean).join(' · ') || '–';
}
