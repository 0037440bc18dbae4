import type { Score } from '../api/views.ts';
import { FaultLinks } from '../faults/problem-summary.tsx';
import type { SaidFault } from '../faults/say-fault.ts';
import { toChange, toPoints } from '../format.ts';
import { t } from '../messages/text.ts';
import { BandTag, bandOf, pointOf, spanOf } from '../parts/band.tsx';
import { describe, RequestId } from '../parts/states.tsx';
import { RangeAxis, RangeBar } from '../plots/range-bar.tsx';
import { showField } from './form-context.ts';
import type { DryRun } from './use-dry-run.ts';

const words = t.assess;
type LiveProps = {
  readonly run: DryRun;
  /** Those to list; none where the form's summary has them. */
  readonly faults: readonly SaidFault[];
  readonly published: Score['score'] | undefined;
  readonly isToday: boolean;
  readonly onMoment: (isToday: boolean) => void;
};

/** Range and parts while one types. */
export function LiveScore({ run: { score, problem, isWorking, ...run }, faults, published, isToday, onMoment }: LiveProps) {
  const isRated = score !== undefined && score.band !== 'unrated';
  return (
    <section class="live" aria-label={words.live} aria-busy={isWorking}>
      <h2>{words.live}</h2>
      <label class="row">
        <span class="visually-hidden">{words.liveAt}</span>
        <select value={isToday ? 'today' : 'facts'} onChange={(event) => onMoment(event.currentTarget.value === 'today')}>
          <option value="today">{words.liveAs.today}</option>
          <option value="facts">{words.liveAs.facts}</option>
        </select>
      </label>
      {score && (
        <>
          <p class="big" role="status">
            {isRated && <span class="points">{pointOf(score)}</span>}
            <BandTag band={score.band} />
          </p>
          <RangeBar range={score.score} band={score.band} open={score.open?.whole} height={32} />
          <RangeAxis />
          {isRated ? (
            <p>
              {spanOf(score)}
              {published && <small>{words.change(toChange(score.score.point - published.point))}</small>}
              {score.open && <small>{t.openTo(toPoints(score.open.whole))}</small>}
            </p>
          ) : (
            <p class="note">{words.unrated}</p>
          )}
          {(['storage', 'access'] as const).map((part) => (
            <div key={part} class="live-part">
              <span>{t.platform.facts[part]}</span>
              {isRated && <strong class="number">{toPoints(score.parts[part].point)}</strong>}
              <RangeBar
                range={score.parts[part]}
                band={isRated ? bandOf(score.parts[part].point) : 'unrated'}
                open={score.open?.[part]}
                height={18}
              />
            </div>
          ))}
        </>
      )}
      {problem && (
        <div class="live-problem">
          <p>
            {problem.slug === 'unreachable' ? words.offline : run.faults.length > 0 ? words.invalid(run.faults.length) : describe(problem)}{' '}
            <RequestId of={problem} />
          </p>
          <FaultLinks faults={faults} most={6} onFollow={({ pointer }) => showField(pointer)} />
        </div>
      )}
    </section>
  );
}
