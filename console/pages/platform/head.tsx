import type { ComponentChildren } from 'preact';
import { rankAll } from '../../../domain/explain/rank.ts';
import { useReadAll } from '../../api/use-read.ts';
import type { Band, PlatformView, Range, RevisionWithContent, Score } from '../../api/views.ts';
import { type DecisionView, isEnded } from '../../decisions/decision-view.ts';
import { daysUntil, toDay, toPoints } from '../../format.ts';
import { t } from '../../messages/text.ts';
import { BandTag, bandOf, pointOf, spanOf } from '../../parts/band.tsx';
import { Age, Day } from '../../parts/moment.tsx';
import { Notice } from '../../parts/states.tsx';
import { Term } from '../../parts/term.tsx';
import { RangeAxis, RangeBar } from '../../plots/range-bar.tsx';
import { usePlace, withQuery } from '../../router.ts';
import { may } from '../../session.ts';
import { ReviewActs } from '../reviews/acts.tsx';
import { decidedBy, type Moment } from './tab-props.ts';

const words = t.platform;
type HeadProps = {
  readonly platform: PlatformView;
  readonly score: Score | undefined;
  readonly moment: Moment | undefined;
  /** On a past day, the revision that stood then. */
  readonly basis: RevisionWithContent | undefined;
};

export function PlatformHead({ platform, score, moment, basis }: HeadProps) {
  const { id, name, operator, parent, pending, alsoPending = [] } = platform;
  const waiting = moment || !pending ? [] : [pending, ...alsoPending];
  return (
    <>
      <div class="page-head">
        <div>
          <p class="crumb">
            <a href="/platforms">{t.platforms.title}</a>
          </p>
          <h1>{name}</h1>
          <p class="lead">
            {operator}
            {parent && ` · ${parent}`}
            {!moment && !platform.watched && (
              <>
                {' '}
                <span class="unwatched" title={t.terms.silence}>
                  {t.terms.notWatched}
                </span>
              </>
            )}
          </p>
        </div>
        {!moment && (
          <div class="acts">
            {may('assess') && (
              <>
                <a class="button" href={`/platforms/${id}/captures`}>
                  {t.captures.go}
                </a>
                <a class="button" href={`/platforms/${id}/profile`}>
                  {words.profile}
                </a>
                <a class="button primary" href={`/platforms/${id}/assess`}>
                  {words.assess}
                </a>
              </>
            )}
          </div>
        )}
      </div>
      {waiting.map(({ revision, asOf }) => (
        <Notice key={revision} kind="info" title={words.pending(revision, asOf && toDay(asOf))}>
          <p>
            <a href={`/platforms/${id}/assessments/${revision}`}>{words.pendingGo}</a>
          </p>
        </Notice>
      ))}
      {score && <Verdict platform={platform} score={score} moment={moment} basis={basis} />}
    </>
  );
}

function Verdict({ platform, score, moment, basis }: HeadProps & { readonly score: Score }) {
  const { low, point, high } = score.score;
  const isRated = score.band !== 'unrated';
  const { nextReviewOn } = platform;
  const isAside = usePlace().query.has('tab');
  const standing = moment ? basis && toStanding(basis) : platform.approved;
  // The place is among the scores of today.
  const { data: all } = useReadAll<PlatformView>(moment ? undefined : '/v1/platforms');
  const place = all && rankAll(all).get(platform.id);
  return (
    <section class={isAside ? 'verdict is-aside' : 'verdict'} aria-label={words.tabs.summary}>
      <div class="figure">
        <p class="big">
          {isRated && <span class="points">{pointOf(score)}</span>}
          <BandTag band={score.band} />
          {place && <small>{t.explanation.rank(place)}</small>}
        </p>
        <RangeBar range={score.score} band={score.band} open={score.open?.whole} height={34} />
        <RangeAxis />
        <p class="in-words">
          {isRated
            ? words.words(platform.name, t.bands[score.band], toPoints(low), toPoints(point), toPoints(high))
            : words.unratedWords(platform.name)}
        </p>
      </div>
      <dl class="parts">
        <Fact term={words.facts.storage}>
          <Part range={score.parts.storage} open={score.open?.storage} isRated={isRated} />
        </Fact>
        <Fact term={words.facts.access}>
          <Part range={score.parts.access} open={score.open?.access} isRated={isRated} />
        </Fact>
      </dl>
      <dl class="facts">
        <Fact term={<Term of="confidence">{words.facts.confidence}</Term>}>
          {t.confidences[score.confidence]}
          <small>{isRated ? words.facts.width(toPoints(high - low)) : words.facts.unrated}</small>
        </Fact>
        {isRated && score.open && (
          <Fact term={<Term of="open">{words.facts.open}</Term>}>
            {toPoints(score.open.whole)}
            <small>{words.facts.openMeans(toPoints(score.open.storage), toPoints(score.open.access))}</small>
          </Fact>
        )}
        {isRated &&
          score.ways &&
          (['programme', 'law'] as const).map((way) => (
            <Fact key={way} term={words.facts[way]}>
              {toPoints(score.ways?.[way].point ?? 0)}
              <small>
                {toPoints(score.ways?.[way].low ?? 0)}–{toPoints(score.ways?.[way].high ?? 0)}
              </small>
            </Fact>
          ))}
        <Fact term={<Term of="gate">{words.facts.gate}</Term>}>
          {t.gates[score.gate]}
          <small>{t.gateMeans[score.gate]}</small>
        </Fact>
        {standing && (
          <Fact term={words.facts.data}>
            <Day of={standing.asOf} />
            <small>
              {words.facts.revision(standing.revision)}, {words.facts.approved.toLowerCase()} <Age of={standing.approvedAt} />
            </small>
          </Fact>
        )}
        <Fact term={words.facts.decision}>
          <Decision platform={platform.id} moment={moment} />
          {!moment && platform.undecidedApps && <small class="overdue">{words.facts.undecided(platform.undecidedApps)}</small>}
        </Fact>
        {!moment && nextReviewOn && (
          <Fact term={words.facts.review}>
            <Age of={nextReviewOn} class={daysUntil(nextReviewOn) < 0 ? 'overdue' : ''} />
          </Fact>
        )}
      </dl>
      <p class="terms">
        <Term of="point" /> <Term of="range" /> <Term of="band" /> <a href="/method">{t.glossary.go}</a>
      </p>
      {!moment && <ReviewActs platform={platform} />}
    </section>
  );
}

const toStanding = ({ revision: { revision, submittedAt, decidedAt }, assessment: { asOf } }: RevisionWithContent) => ({
  revision,
  asOf,
  approvedAt: decidedAt ?? submittedAt,
});

function Fact({ term, children }: { readonly term: ComponentChildren; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The one in force, with its deadline; on a past day the one of then. */
function Decision({ platform, moment }: { readonly platform: string; readonly moment: Moment | undefined }) {
  const at = moment ? `&at=${decidedBy(moment)}` : '';
  const { data } = useReadAll<DecisionView>(`/v1/decisions?platform=${platform}${at}`);
  const standing = data?.find(({ state }) => state === 'effective' || state === 'revocation-proposed') ?? data?.find((one) => !isEnded(one));
  if (!standing) return <>{data ? words.facts.none : '…'}</>;
  return (
    <>
      <a href={withQuery({ tab: 'decisions' })}>{t.decisions.kinds[standing.decision]}</a>, {t.decisions.states[standing.state]}
      <small>
        {t.decisions.terms.enforceBy.toLowerCase()} <Day of={standing.enforceBy} />
      </small>
    </>
  );
}

function Part({ range, open, isRated }: { readonly range: Range; readonly open: number | undefined; readonly isRated: boolean }) {
  const band: Band = isRated ? bandOf(range.point) : 'unrated';
  return (
    <>
      {isRated && (
        <span class="part">
          <strong>{toPoints(range.point)}</strong> <BandTag band={band} />
        </span>
      )}
      <RangeBar range={range} band={band} open={open} height={18} />
      <small>{isRated ? spanOf({ score: range, band }) : t.bands.unrated}</small>
    </>
  );
}
