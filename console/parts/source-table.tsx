import type { Source } from '../api/views.ts';
import { t } from '../messages/text.ts';
import { Day } from './moment.tsx';
import { Scroll } from './scroll.tsx';

const words = t.platform.dossier;

export function SourceTable({ sources }: { readonly sources: Readonly<Record<string, Source>> }) {
  const rows = Object.entries(sources).sort(([, a], [, b]) => b.published.localeCompare(a.published));
  return (
    <section>
      <h2>{words.sources}</h2>
      <Scroll label={words.sources}>
        <table class="compact">
          <thead>
            <tr>
              {Object.values(t.sourceColumns).map((name) => (
                <th scope="col" key={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([id, { title, publisher, url, published, reliability, statementBy = 'third-party', origin }]) => (
              <tr key={id} id={`source-${id}`}>
                <th scope="row">
                  {url ? (
                    <a href={url} rel="noreferrer" target="_blank">
                      {title}
                    </a>
                  ) : (
                    title
                  )}
                </th>
                <td>{publisher}</td>
                <td>
                  <Day of={published} />
                </td>
                <td>{reliability}</td>
                <td>{words.statement[statementBy]}</td>
                <td>{origin ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
