import { useRead } from '../../api/use-read.ts';
import type { JudgedQuote, Terms, ToldTermsChange, WatchedTerms } from '../../api/views.ts';
import { t } from '../../messages/text.ts';
import { Age, Day } from '../../parts/moment.tsx';
import { Empty, Notice, Read } from '../../parts/states.tsx';
import type { TabProps } from './tab-props.ts';

const words = t.terms;

/** The documents that are watched: when each was read, which quotes still stand in it, and what has changed. */
export function PlatformTerms({ platform, moment }: TabProps) {
  const reading = useRead<Terms>(`/v1/platforms/${platform.id}/terms`);
  return (
    <Read from={reading}>
      {({ terms, unwatched }) => (
        <>
          {moment && <p class="note">{words.today}</p>}
          {terms.length === 0 && (
            <Empty>
              {words.none(platform.name)} {words.silence}
            </Empty>
          )}
          {unwatched.length > 0 && <Notice kind="warning" title={words.unwatched(unwatched.join(', '))} />}
          {terms.map((document) => (
            <Document key={document.id} {...document} />
          ))}
        </>
      )}
    </Read>
  );
}

function Document({ id, service, termsType, language, covers, readAt, newest, fault, silent, waiting, suspect, quotes, changes }: WatchedTerms) {
  return (
    <section class="watched">
      <h2>{id}</h2>
      <p class="note">{[service, termsType, language].join(' · ')}</p>
      <dl class="inline-facts">
        <div>
          <dt>{words.read}</dt>
          <dd>{readAt ? <Age of={readAt} /> : words.never}</dd>
        </div>
        <div>
          <dt>{words.newest}</dt>
          <dd>{newest ? <Day of={newest.recordedAt} /> : words.noVersion}</dd>
        </div>
        {covers && (
          <div>
            <dt>{words.covers}</dt>
            <dd>{covers}</dd>
          </div>
        )}
      </dl>
      {fault && <Notice kind="warning" title={words.fault(fault.times, fault.detail)} />}
      {silent && <Notice kind="warning" title={words.silent} />}
      {suspect && <Notice kind="warning" title={words.suspect[suspect.why]} />}
      {waiting && <Notice kind="info" title={words.waiting} />}
      <h3>{words.quotes}</h3>
      {quotes.length === 0 ? (
        <p class="note">{words.noQuotes}</p>
      ) : (
        <ul class="evidence">
          {quotes.map((quote) => (
            <Quote key={quote.item} {...quote} />
          ))}
        </ul>
      )}
      <h3>{words.changes}</h3>
      {changes.length === 0 ? <p class="note">{words.noChanges}</p> : changes.map((change) => <Change key={change.sequence} {...change} />)}
    </section>
  );
}

function Quote({ fact, quote, state, now }: JudgedQuote) {
  return (
    <li class={state === 'held' ? undefined : 'against'}>
      <blockquote>{quote}</blockquote>
      <p class="note">
        <span class={`quote-state quote-${state}`}>{words.quoteStates[state]}</span> {fact}
        {now !== undefined && ` · ${words.now}: “${now}”`}
      </p>
    </li>
  );
}

const KIND_CLASSES = { came: 'added', went: 'removed', reworded: 'changed' } as const;

function Change({ at, to, opensReview, changes, further }: ToldTermsChange) {
  return (
    <article>
      <h4>
        {words.version} <Day of={to.recordedAt} />
        {opensReview && <> · {words.opened}</>} · <Age of={at} />
      </h4>
      {changes.map(({ kind, topics, before, after }) => (
        <dl class="sentences" key={`${before} ${after}`}>
          <div>
            <dt>
              <span class={`change change-${KIND_CLASSES[kind]}`}>{words.kinds[kind]}</span>
            </dt>
            <dd>{topics.map((topic) => words.topics[topic]).join(', ')}</dd>
          </div>
          {before !== null && (
            <div>
              <dt>{words.before}</dt>
              <dd>
                <del>{before}</del>
              </dd>
            </div>
          )}
          {after !== null && (
            <div>
              <dt>{words.after}</dt>
              <dd>
                <ins>{after}</ins>
              </dd>
            </div>
          )}
        </dl>
      ))}
      {further !== undefined && <p class="note">{words.further(further)}</p>}
    </article>
  );
}
