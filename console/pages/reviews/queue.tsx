import type { ComponentChildren } from 'preact';
import { sayReviewReason } from '../../../messages/say-review-reason.ts';
import { useReadAll } from '../../api/use-read.ts';
import type { Band, PlatformView, Review, Revision } from '../../api/views.ts';
import { listDrafts } from '../../assess/draft.ts';
import { t } from '../../messages/text.ts';
import { BandTag } from '../../parts/band.tsx';
import { Age } from '../../parts/moment.tsx';
import { Read } from '../../parts/states.tsx';
import { useTitle } from '../../parts/title.tsx';
import { ReviewHealth } from '../../plots/review-health.tsx';
import { may, session } from '../../session.ts';

const words = t.queue;
const { columns } = words;

/** What waits for somebody: overdue, due, for a second person, and mine. */
export function Queue() {
  useTitle(words.title);
  const who = session.value?.name;
  const reviews = useReadAll<Review>('/v1/reviews?state=due');
  const waiting = useReadAll<Revision>('/v1/assessments?state=submitted');
  const platforms = useReadAll<PlatformView>('/v1/platforms');
  const nameOf = (id: string) => platforms.data?.find((platform) => platform.id === id)?.name ?? id;
  const drafts = listDrafts();
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <div class="columns uneven">
        <div>
          <Read from={reviews}>
            {(all) => (
              <>
                <Reviews
                  title={words.overdue}
                  reviews={all.filter(({ state }) => state === 'overdue')}
                  nothing={words.nothing.overdue}
                  nameOf={nameOf}
                />
                <Reviews title={words.due} reviews={all.filter(({ state }) => state !== 'overdue')} nothing={words.nothing.due} nameOf={nameOf} />
              </>
            )}
          </Read>
          <Read from={waiting}>
            {(all) => (
              <>
                <Part title={words.waiting} count={all.length} nothing={words.nothing.waiting}>
                  <Submissions submissions={all} nameOf={nameOf} who={who} />
                </Part>
                <Part
                  title={words.mine}
                  count={drafts.length + all.filter(({ submittedBy }) => submittedBy === who).length}
                  nothing={words.nothing.mine}
                >
                  {drafts.length > 0 && (
                    <table class="compact stacking">
                      <caption>{words.drafts}</caption>
                      <Head of={[columns.platform, columns.saved, '']} />
                      <tbody>
                        {drafts.map(({ platform, draft }) => (
                          <tr key={platform}>
                            <th scope="row">{nameOf(platform)}</th>
                            <td data-label={columns.saved}>
                              <Age of={draft.savedAt} />
                            </td>
                            <td>
                              <a href={`/platforms/${platform}/assess`}>{words.goOn}</a>
                            </td>
                          </tr>
                        ))}
                      </tbody>
                    </table>
                  )}
                  {all.some(({ submittedBy }) => submittedBy === who) && (
                    <Submissions submissions={all.filter(({ submittedBy }) => submittedBy === who)} nameOf={nameOf} who={who} />
                  )}
                </Part>
              </>
            )}
          </Read>
        </div>
        <Read from={platforms}>{(all) => <ReviewHealth platforms={all} />}</Read>
      </div>
    </>
  );
}

type PartProps = { readonly title: string; readonly count: number; readonly nothing: string; readonly children: ComponentChildren };

function Part({ title, count, nothing, children }: PartProps) {
  return (
    <section>
      <h2>
        {title} <span class="count">{count}</span>
      </h2>
      {count === 0 ? <p class="note">{nothing}</p> : children}
    </section>
  );
}

function Head({ of }: { readonly of: readonly string[] }) {
  return (
    <thead>
      <tr>
        {of.map((name) => (
          <th scope="col" key={name}>
            {name || <span class="visually-hidden">{words.open}</span>}
          </th>
        ))}
      </tr>
    </thead>
  );
}

type ReviewsProps = {
  readonly title: string;
  readonly reviews: readonly Review[];
  readonly nothing: string;
  readonly nameOf: (id: string) => string;
};

function Reviews({ title, reviews, nothing, nameOf }: ReviewsProps) {
  return (
    <Part title={title} count={reviews.length} nothing={nothing}>
      <table class="compact stacking">
        <Head of={[columns.platform, columns.reason, columns.band, columns.days, '']} />
        <tbody>
          {reviews.map(({ platform, reasons, band, dueOn, state }) => (
            <tr key={platform}>
              <th scope="row">
                <a href={`/platforms/${platform}`}>{nameOf(platform)}</a>
              </th>
              <td data-label={columns.reason}>{reasons.map((reason) => sayReviewReason(t.reviewReasons, reason)).join(' ')}</td>
              <td data-label={columns.band}>{band && <BandTag band={band as Band} />}</td>
              <td data-label={columns.days}>
                <Age of={dueOn} class={state === 'overdue' ? 'overdue' : ''} />
              </td>
              <td>
                <Start platform={platform} name={nameOf(platform)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}

/** Where a review begins: an analyst assesses anew, a reviewer confirms or looks. */
function Start({ platform, name }: { readonly platform: string; readonly name: string }) {
  const [path, label] = may('assess') ? [`/platforms/${platform}/assess`, words.assess] : [`/platforms/${platform}#review`, words.open];
  return (
    <a href={path}>
      {label}
      <span class="visually-hidden"> {name}</span>
    </a>
  );
}

type SubmissionsProps = { readonly submissions: readonly Revision[]; readonly nameOf: (id: string) => string; readonly who: string | undefined };

function Submissions({ submissions, nameOf, who }: SubmissionsProps) {
  return (
    <table class="compact stacking">
      <Head of={[columns.platform, columns.submitted, columns.by, '']} />
      <tbody>
        {submissions.map(({ platform, revision, submittedAt, submittedBy }) => (
          <tr key={platform}>
            <th scope="row">{nameOf(platform)}</th>
            <td data-label={columns.submitted}>
              <Age of={submittedAt} />
            </td>
            <td data-label={columns.by}>{submittedBy === who ? `${submittedBy} (${words.yours})` : submittedBy}</td>
            <td>
              <a href={`/platforms/${platform}/assessments/${revision}`}>{submittedBy === who ? words.open : words.check}</a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
