import { useState } from 'preact/hooks';
import { useRead } from '../api/use-read.ts';
import type { Assessment, PlatformView, RevisionWithContent } from '../api/views.ts';
import { today } from '../config.ts';
import { toDay } from '../format.ts';
import { t } from '../messages/text.ts';
import { navigate, withQuery } from '../router.ts';
import type { Moment } from './tab-props.ts';

const words = t.platform.past;

/** Says that this is the past, and steps to the days on which something became known. */
export function PastBanner({ platform, moment }: { readonly platform: PlatformView; readonly moment: Moment }) {
  const { approved, id } = platform;
  const { data } = useRead<RevisionWithContent>(approved ? `/v1/platforms/${id}/assessments/${approved.revision}` : undefined);
  const days = data ? listChangeDays(data.assessment) : [];
  const before = days.findLast((day) => day < moment.asOf);
  const after = days.find((day) => day > moment.asOf && day <= today());
  const to = (day: string) => withQuery({ asOf: day, knownBy: day });
  return (
    <section class="notice notice-past" aria-label={words.title(moment.asOf, moment.knownBy)}>
      <h2>{words.title(toDay(moment.asOf), toDay(moment.knownBy))}</h2>
      <p>
        {words.body} {before && <a href={to(before)}>{`${words.before}: ${toDay(before)}`}</a>}{' '}
        {after && <a href={to(after)}>{`${words.after}: ${toDay(after)}`}</a>}{' '}
        <a href={withQuery({ asOf: undefined, knownBy: undefined })}>{words.today}</a>
      </p>
    </section>
  );
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
  const show = (event: Event) => {
    event.preventDefault();
    navigate(withQuery({ asOf, knownBy: knownBy || asOf, tab: undefined }));
  };
  return (
    <form class="inline" onSubmit={show}>
      <label>
        {words.asOf}
        <input type="date" required max={today()} value={asOf} onInput={(event) => setAsOf(event.currentTarget.value)} />
      </label>
      <label>
        {words.knownBy}
        <input type="date" max={today()} value={knownBy} onInput={(event) => setKnownBy(event.currentTarget.value)} />
      </label>
      <button type="submit">{words.show}</button>
    </form>
  );
}
