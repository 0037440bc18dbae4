import { useState } from 'preact/hooks';
import { callText } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import type { CaptureView } from '../api/views.ts';
import { t } from '../messages/text.ts';
import { Age } from '../parts/moment.tsx';
import { Scroll } from '../parts/scroll.tsx';
import { Refused } from '../parts/states.tsx';

const words = t.captures;

/** The captures of a platform, each to be read as the text that it is. */
export function CaptureTable({ captures }: { readonly captures: readonly CaptureView[] }) {
  const [shown, setShown] = useState<{ readonly capture: string; readonly text: string }>();
  const [problem, setProblem] = useState<ApiProblem>();
  if (captures.length === 0) return <p class="note">{words.none}</p>;
  const read = async (capture: string) => {
    try {
      setShown({ capture, text: await callText(`/v1/captures/${capture}?part=text`) });
      setProblem(undefined);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setShown(undefined);
      setProblem(error);
    }
  };
  const { columns } = words;
  return (
    <>
      <Scroll label={words.go}>
        <table class="compact">
          <thead>
            <tr>
              {[columns.capture, columns.url, columns.at, columns.by, columns.bytes, columns.state].map((name) => (
                <th scope="col" key={name}>
                  {name}
                </th>
              ))}
              <th scope="col">{words.read}</th>
            </tr>
          </thead>
          <tbody>
            {captures.map(({ capture, url, capturedAt, capturedBy, bytes, state, erasure }) => (
              <tr key={capture}>
                <th scope="row">
                  <code title={capture}>{capture.slice(0, 12)}</code>
                </th>
                <td>{url ?? '–'}</td>
                <td>
                  <Age of={capturedAt} />
                </td>
                <td>{capturedBy}</td>
                <td>{bytes}</td>
                <td>
                  {words.states[state]}
                  {erasure && `: ${erasure.reason}`}
                </td>
                <td>
                  {state !== 'erased' && (
                    <button type="button" class="quiet" onClick={() => void read(capture)}>
                      {words.read} <span class="visually-hidden">{capture.slice(0, 12)}</span>
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {problem && <Refused problem={problem} />}
      {shown && (
        <figure>
          <figcaption>{words.reading(shown.capture)}</figcaption>
          <pre class="passage">{shown.text}</pre>
        </figure>
      )}
    </>
  );
}
