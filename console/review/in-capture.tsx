import { useState } from 'preact/hooks';
import { callText } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import type { Anchor } from '../api/views.ts';
import { t } from '../messages/text.ts';
import { Refused } from '../parts/states.tsx';
import { cutAround } from './anchors.ts';

const words = t.revision.capture;

/** The quote as it stands in its capture: the words around it as they were recorded, and on demand the text itself. */
export function InCapture({ anchor, isErased }: { readonly anchor: Anchor; readonly isErased: boolean }) {
  const [text, setText] = useState<string>();
  const [problem, setProblem] = useState<ApiProblem>();
  const read = async () => {
    try {
      setText(await callText(`/v1/captures/${anchor.capture}?part=text`));
      setProblem(undefined);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error);
    }
  };
  return (
    <div class="in-capture">
      {anchor.pieces.map(({ exact, prefix, suffix, start }) => (
        <p key={start}>
          …{prefix}
          <mark>{exact}</mark>
          {suffix}…
        </p>
      ))}
      <p class="note">
        {words.name} <code>{anchor.capture.slice(0, 12)}</code>
        {isErased
          ? ` · ${words.erased}`
          : text === undefined && (
              <>
                {' '}
                ·{' '}
                <button type="button" class="quiet" onClick={read}>
                  {words.read}
                </button>
              </>
            )}
      </p>
      {problem && <Refused problem={problem} />}
      {text !== undefined && anchor.pieces.map((piece) => <Passage key={piece.start} text={text} piece={piece} />)}
    </div>
  );
}

/** Whatever the capture holds, it is text here, never markup. */
function Passage({ text, piece }: { readonly text: string; readonly piece: Anchor['pieces'][number] }) {
  const found = cutAround(text, piece);
  if (!found) return <p class="note">{words.elsewhere}</p>;
  const [isCutBefore, isCutAfter] = found.isCut;
  return (
    <figure>
      <figcaption>{words.passage}</figcaption>
      <pre class="passage">
        {isCutBefore && '…'}
        {found.before}
        <mark>{found.exact}</mark>
        {found.after}
        {isCutAfter && '…'}
      </pre>
    </figure>
  );
}
