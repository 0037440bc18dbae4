import { useState } from 'preact/hooks';
import { useReadAll } from '../api/use-read.ts';
import { consumerConfigurations } from '../consumers/configurations.ts';
import { t } from '../messages/text.ts';
import { Age } from '../parts/moment.tsx';
import { Empty, Read } from '../parts/states.tsx';
import { useTitle } from '../parts/title.tsx';

const words = t.consumers;
type Consumer = {
  readonly consumer?: string;
  readonly id?: string;
  readonly revision?: string | null;
  readonly seenAt?: string;
  readonly reportedAt?: string;
  readonly error?: string | null;
  readonly isCurrent?: boolean;
};

/** Which policy tool holds which revision, and what to give each so that it polls. */
export function Consumers() {
  useTitle(words.title);
  const reading = useReadAll<Consumer>('/v1/policy/consumers');
  const isMissing = reading.problem?.status === 404;
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {isMissing ? (
        <Empty>{words.unavailable}</Empty>
      ) : (
        <Read from={reading}>{(all) => (all.length === 0 ? <Empty>{words.empty}</Empty> : <Table consumers={all} />)}</Read>
      )}
      <section>
        <h2>{words.configure}</h2>
        <p>{words.configureLead}</p>
        {consumerConfigurations(location.origin).map(({ tool, text }) => (
          <Configuration key={tool} tool={tool} text={text} />
        ))}
      </section>
    </>
  );
}

function Table({ consumers }: { readonly consumers: readonly Consumer[] }) {
  const { columns } = words;
  return (
    <table class="compact">
      <thead>
        <tr>
          {[columns.consumer, columns.revision, columns.seen, columns.error].map((name) => (
            <th scope="col" key={name}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {consumers.map(({ consumer, id, revision, seenAt, reportedAt, error }) => {
          const name = consumer ?? id ?? '';
          const seen = seenAt ?? reportedAt;
          return (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>
                <code>{revision ?? '–'}</code>
              </td>
              <td>{seen ? <Age of={seen} /> : '–'}</td>
              <td>{error ?? '–'}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
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
