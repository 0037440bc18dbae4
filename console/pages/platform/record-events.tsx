import { type RecordedEvent, useEvents } from '../../api/use-events.ts';
import { toMinute } from '../../format.ts';
import { t } from '../../messages/text.ts';
import { Scroll } from '../../parts/scroll.tsx';
import { Loading, Refused } from '../../parts/states.tsx';
import { toAbout } from './event-about.ts';
import { endOf, type Moment } from './tab-props.ts';

const words = t.platform.record;
const { columns } = words.events;

/** The platform’s chain: what happened, who did it, and the hash that each event hands to the next. */
export function RecordEvents({ platform, moment }: { readonly platform: string; readonly moment: Moment | undefined }) {
  const { events, cursor, problem, more } = useEvents(platform, moment && endOf(moment.knownBy));
  return (
    <section>
      <h2>{words.events.title}</h2>
      <p>{words.events.lead}</p>
      {problem && <Refused problem={problem} reload={() => void more()} />}
      {!events && !problem && <Loading />}
      {events?.length === 0 && <p class="note">{words.events.none}</p>}
      {events && events.length > 0 && <Table events={events} />}
      {cursor !== null && (
        <button type="button" onClick={() => void more()}>
          {words.events.more}
        </button>
      )}
    </section>
  );
}

function Table({ events }: { readonly events: readonly RecordedEvent[] }) {
  return (
    <Scroll label={words.events.title}>
      <table class="compact events">
        <thead>
          <tr>
            <th scope="col" class="number">
              {columns.sequence}
            </th>
            {[columns.type, columns.at, columns.by, columns.about, columns.hash].map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <tr key={event.id}>
              <td class="number">{event.sequence}</td>
              <th scope="row">{words.events.types[event.type]}</th>
              <td>
                <time dateTime={event.at}>{t.utc(toMinute(event.at))}</time>
              </td>
              <td>{event.by}</td>
              <td>{toAbout(event)}</td>
              <td>
                <code title={event.hash}>{event.hash.slice(0, 12)}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
