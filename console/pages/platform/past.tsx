import { useState } from 'preact/hooks';
import { useReadAll } from '../../api/use-read.ts';
import type { Assessment, PlatformView, Revision, RevisionWithContent, Score } from '../../api/views.ts';
import { today } from '../../config.ts';
import { FieldFault, toControl } from '../../faults/problem-summary.tsx';
import { toDay, toPoints } from '../../format.ts';
import { t } from '../../messages/text.ts';
import { navigate, withQuery } from '../../router.ts';
import type { Moment } from './tab-props.ts';

const words = t.platform.past;

type BannerProps = {
  readonly platform: PlatformView;
  readonly moment: Moment;
  /** The revision that answers for the day. */
  readonly basis: RevisionWithContent | undefined;
  readonly score: Score | undefined;
  /** What stood published by the end of the day, if anything did. */
  readonly published: Score | undefined;
};

/** Says that this is the past, which revision answers for it and what stood published, and steps to the days on which something changed. */
export function PastBanner({ platform, moment, basis, score, published }: BannerProps) {
  const revisions = useReadAll<Revision>(platform.approved ? `/v1/platforms/${platform.id}/assessments` : undefined);
  const turns = revisions.data?.flatMap(({ status, asOf }) => (status === 'approved' ? asOf : [])) ?? [];
  const days = [...new Set([...turns, ...(basis ? listChangeDays(basis.assessment) : [])])].sort();
  const before = days.findLast((day) => day < moment.asOf);
  const after = days.find((day) => day > moment.asOf && day <= today());
  const to = (day: string) => withQuery({ asOf: day, knownBy: day });
  return (
    <section class="notice notice-past" aria-label={words.title(moment.asOf, moment.knownBy)}>
      <h2>{words.title(toDay(moment.asOf), toDay(moment.knownBy))}</h2>
      {basis && score && (
        <p>
          {toBasis(basis, score)} {published ? toPublished(score, published, moment) : moment.knownBy < today() && words.nothing}
        </p>
      )}
      <p>{words.body}</p>
      <p class="steps">
        {before && <a href={to(before)}>{`${words.before}: ${toDay(before)}`}</a>}{' '}
        {after && <a href={to(after)}>{`${words.after}: ${toDay(after)}`}</a>}{' '}
        <a href={withQuery({ asOf: undefined, knownBy: undefined })}>{words.today}</a>
      </p>
    </section>
  );
}

function toBasis({ revision: { revision, asOf, submittedAt, decidedAt } }: RevisionWithContent, { assessment }: Score): string {
  const say = assessment.noneThatEarly ? words.earliest : words.answers;
  return say(revision, toDay(asOf), toDay(decidedAt ?? submittedAt));
}

/** How what stood published compares with what answers for the day: it may be of other facts, of another method or register, or of another day. */
function toPublished(score: Score, published: Score, { asOf, knownBy }: Moment): string {
  const { low, point, high } = published.score;
  const isSame = low === score.score.low && point === score.score.point && high === score.score.high;
  if (asOf === knownBy && isSame) return words.same;
  const band = t.bands[published.band];
  const figures = published.band === 'unrated' ? band : `${t.range(toPoints(low), toPoints(point), toPoints(high))}, ${band}`;
  return words.published(figures, toDay(published.computedAt ?? published.asOf), published.method, published.register.version);
}

/** Days on which a source appeared, something happened, or a path ended. */
function listChangeDays({ sources, incidents = [], paths, commitments = [] }: Assessment): string[] {
  const days = [
    ...Object.values(sources).map(({ published }) => published),
    ...incidents.map(({ on }) => on),
    ...paths.flatMap(({ ended }) => ended?.on ?? []),
    ...commitments.flatMap(({ announcedOn, dueOn }) => [announcedOn, ...(dueOn === undefined ? [] : [dueOn])]),
  ];
  return [...new Set(days)].sort();
}

/** Chooses a past day. */
export function PastChooser() {
  const [asOf, setAsOf] = useState('');
  const [knownBy, setKnownBy] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const fault = isEmpty ? t.faults.empty.day : undefined;
  const show = (event: Event) => {
    event.preventDefault();
    setEmpty(asOf === '');
    if (asOf === '') return document.getElementById('past-as-of')?.focus();
    navigate(withQuery({ asOf, knownBy: knownBy || asOf, tab: undefined }));
  };
  return (
    <form class="inline" onSubmit={show} noValidate>
      <label>
        {words.asOf}
        <input
          {...toControl('past-as-of', fault)}
          type="date"
          required
          max={today()}
          value={asOf}
          onInput={(event) => setAsOf(event.currentTarget.value)}
        />
      </label>
      <label>
        {words.knownBy}
        <input type="date" max={today()} value={knownBy} onInput={(event) => setKnownBy(event.currentTarget.value)} />
      </label>
      <button type="submit">{words.show}</button>
      <FieldFault id="past-as-of" fault={fault} />
    </form>
  );
}
