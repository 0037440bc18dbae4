import { useState } from 'preact/hooks';
import { call } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import type { PlatformView } from '../../api/views.ts';
import { toAge } from '../../format.ts';
import { t } from '../../messages/text.ts';
import { Refused } from '../../parts/states.tsx';
import { may } from '../../session.ts';

const words = t.platform.review;

/** Asks for a review, or closes the one that is open; without the right to, says which right it needs. */
export function ReviewActs({ platform: { id, review } }: { readonly platform: PlatformView }) {
  const [problem, setProblem] = useState<ApiProblem>();
  const [done, setDone] = useState<string>();
  const act = (path: string, body: object, done: string) => async (event: Event) => {
    event.preventDefault();
    try {
      await call('POST', path, { body });
      setProblem(undefined);
      setDone(done);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error);
    }
  };
  if (done) return <small role="status">{done}</small>;
  return (
    <div class="review-acts">
      {review ? (
        <>
          <small>{words.open(toAge(review.dueOn))}</small>
          <ul class="reasons">
            {review.reasons.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          {may('review') && <Confirm onSend={(body) => act(`/v1/platforms/${id}/reviews/${review.id}/outcome`, body, words.done)} />}
        </>
      ) : (
        may('assess') && <Ask onSend={(body) => act(`/v1/platforms/${id}/reviews`, body, words.asked)} />
      )}
      {problem && <Refused problem={problem} />}
    </div>
  );
}

type Send = (body: object) => (event: Event) => void;

function Ask({ onSend }: { readonly onSend: Send }) {
  const [reason, setReason] = useState('');
  return (
    <details class="act">
      <summary>{words.title}</summary>
      <form onSubmit={onSend({ reason })}>
        <label>
          {words.reason}
          <textarea required value={reason} onInput={(event) => setReason(event.currentTarget.value)} />
        </label>
        <button type="submit">{words.send}</button>
      </form>
    </details>
  );
}

function Confirm({ onSend }: { readonly onSend: Send }) {
  const [note, setNote] = useState('');
  const [lookedAt, setLookedAt] = useState('');
  const lines = lookedAt.split('\n').flatMap((line) => line.trim() || []);
  return (
    <details class="act">
      <summary>{words.close}</summary>
      <form onSubmit={onSend({ outcome: 'confirmed-unchanged', note, lookedAt: lines })}>
        <label>
          {words.note}
          <textarea required value={note} onInput={(event) => setNote(event.currentTarget.value)} />
        </label>
        <label>
          {words.lookedAt}
          <textarea required value={lookedAt} onInput={(event) => setLookedAt(event.currentTarget.value)} />
        </label>
        <button type="submit">{words.confirm}</button>
      </form>
    </details>
  );
}
