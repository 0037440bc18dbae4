import { useState } from 'preact/hooks';
import type { components } from '../../docs/api-types.ts';
import { useRead, useReadAll } from '../api/use-read.ts';
import { now } from '../config.ts';
import { consumerConfigurations } from '../consumers/configurations.ts';
import { failingFirst } from '../consumers/failing-first.ts';
import { toMinute } from '../format.ts';
import { t } from '../messages/text.ts';
import { Age } from '../parts/moment.tsx';
import { Empty, Notice, Read } from '../parts/states.tsx';
import { useTitle } from '../parts/title.tsx';

const words = t.consumers;
type Consumers = components['schemas']['Consumers'];
type Consumer = Consumers['items'][number];
type Keys = components['schemas']['SigningKeys'];

/** Which policy tool holds which revision, and what to give each so that it polls. */
export function Consumers() {
  useTitle(words.title);
  const served = useRead<Consumers>('/v1/policy/consumers?limit=1');
  const consumers = useReadAll<Consumer>('/v1/policy/consumers');
  const keys = useRead<Keys>('/v1/keys');
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <Read from={served}>
        {({ items: _, ...now }) => (
          <>
            <Served {...now} />
            <Read from={consumers}>
              {(all) => <section>{all.length === 0 ? <Empty>{words.empty}</Empty> : <Table consumers={all} served={now.revision} />}</section>}
            </Read>
          </>
        )}
      </Read>
      <section>
        <h2>{words.configure}</h2>
        <p>{words.configureLead}</p>
        <Read from={keys}>
          {(signing) =>
            consumerConfigurations(location.origin, signing.keys).map(({ tool, text }) => <Configuration key={tool} tool={tool} text={text} />)
          }
        </Read>
      </section>
    </>
  );
}

function Served({ revision, dataAsOf, freshUntil, withheld, missing }: Omit<Consumers, 'items'>) {
  const silent = missing.length > 0 && (
    <Notice kind="warning" title={words.missing}>
      <p>{missing.join(', ')}</p>
    </Notice>
  );
  if (revision === null)
    return (
      <>
        {silent}
        <p class="note">{words.noRevision}</p>
      </>
    );
  const isStale = freshUntil !== null && freshUntil < now().toISOString();
  return (
    <>
      {silent}
      {withheld && (
        <Notice kind="warning" title={words.withheld}>
          <p>
            {withheld.reason} <Age of={withheld.since} />
          </p>
        </Notice>
      )}
      <p>
        {words.served} <code>{revision}</code>
        {dataAsOf && (
          <>
            , <span title={dataAsOf}>{words.dataAsOf(toMinute(dataAsOf))}</span>
          </>
        )}
        {freshUntil && (
          <>
            ,{' '}
            <span title={freshUntil} class={isStale ? 'overdue' : ''}>
              {isStale ? words.staleSince(toMinute(freshUntil)) : words.freshUntil(toMinute(freshUntil))}
            </span>
          </>
        )}
        .
      </p>
    </>
  );
}

function Table({ consumers, served }: { readonly consumers: readonly Consumer[]; readonly served: string | null }) {
  const { columns } = words;
  return (
    <table class="compact stacking">
      <thead>
        <tr>
          {[columns.consumer, columns.by, columns.revision, columns.current, columns.devices, columns.seen, columns.error].map((name) => (
            <th scope="col" key={name}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {failingFirst(consumers).map(
          ({
            id,
            by,
            name,
            bundle,
            target,
            devices,
            enforcing,
            revision,
            isBehind,
            isAhead,
            isSilent,
            reportsEvery,
            activatedAt,
            reportedAt,
            error,
          }) => (
            <tr key={`${id} ${by} ${bundle} ${target}`}>
              <th scope="row">
                <code>{id}</code>
                {[name, target ?? bundle].map((part) => part && <small key={part}>{part}</small>)}
              </th>
              <td data-label={columns.by}>{by}</td>
              <td data-label={columns.revision}>
                <code>{revision ?? '–'}</code>
                {activatedAt !== null && !Number.isNaN(Date.parse(activatedAt)) && (
                  <small>
                    {words.since} <Age of={activatedAt} />
                  </small>
                )}
              </td>
              <td data-label={columns.current} class={isBehind && !isSilent ? 'overdue' : ''}>
                {isAhead ? words.ahead : isBehind ? words.behind : revision === served ? words.isCurrent : words.catchingUp}
                {countBehind(revision, served) > 0 && <small>{words.revisionsBehind(countBehind(revision, served))}</small>}
              </td>
              <td data-label={columns.devices}>{devices === null || enforcing === null ? '–' : words.enforcing(enforcing, devices)}</td>
              <td data-label={columns.seen}>
                <Age of={reportedAt} />
                <small>{isSilent ? words.silent : words.every(reportsEvery)}</small>
              </td>
              <td data-label={columns.error}>{error ? `${error.code} ${error.message}` : '–'}</td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}

/** Revisions begin with their number. */
function countBehind(held: string | null, served: string | null): number {
  const [from, to] = [Number.parseInt(held ?? '', 10), Number.parseInt(served ?? '', 10)];
  return Number.isNaN(from) || Number.isNaN(to) ? 0 : to - from;
}

function Configuration({ tool, text }: { readonly tool: string; readonly text: string }) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <details class="fact">
      <summary>
        <span>
          <strong>{tool}</strong>
        </span>
      </summary>
      <div>
        <pre>{text}</pre>
        <button type="button" onClick={copy} aria-label={words.copyWhat(tool)}>
          {isCopied ? words.copied : words.copy}
        </button>
      </div>
    </details>
  );
}
