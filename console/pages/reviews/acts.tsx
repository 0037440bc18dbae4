import { useState } from 'preact/hooks';
import { sayReviewReason } from '../../../messages/say-review-reason.ts';
import { call } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import type { PlatformView } from '../../api/views.ts';
import { oneOf } from '../../faults/one-of.ts';
import { FieldFault, faultAt, ProblemSummary, toControl } from '../../faults/problem-summary.tsx';
import { type SaidFault, sayFaults } from '../../faults/say-fault.ts';
import { toAge } from '../../format.ts';
import { t } from '../../messages/text.ts';
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
            {review.reasons.map((reason) => (
              <li key={reason.text}>{sayReviewReason(t.reviewReasons, reason)}</li>
            ))}
          </ul>
          {review.furtherReasons !== undefined && <small>{words.further(review.furtherReasons)}</small>}
          {may('review') && (
            <Confirm problem={problem} onSend={(body) => act(`/v1/platforms/${id}/reviews/${review.id}/outcome`, body, words.done)} />
          )}
        </>
      ) : null}
      {may('assess') && (
        <Ask
          title={review ? words.add : words.title}
          problem={problem}
          onSend={(body) => act(`/v1/platforms/${id}/reviews`, body, review ? words.joined : words.asked)}
        />
      )}
    </div>
  );
}

type Send = (body: object) => (event: Event) => void;

type FormProps = { readonly problem: ApiProblem | undefined; readonly onSend: Send };

function Ask({ title, problem, onSend }: FormProps & { readonly title: string }) {
  const [reason, setReason] = useState('');
  const faults = sayFaults(problem?.errors ?? [], oneOf({ reason: { id: 'review-reason', label: words.reason, value: reason } }));
  return (
    <details class="act">
      <summary>{title}</summary>
      <form onSubmit={onSend({ reason })} noValidate>
        {problem && <ProblemSummary problem={problem} faults={faults} />}
        <Area id="review-reason" label={words.reason} value={reason} faults={faults} onInput={setReason} />
        <button type="submit">{title}</button>
      </form>
    </details>
  );
}

function Confirm({ problem, onSend }: FormProps) {
  const [note, setNote] = useState('');
  const [lookedAt, setLookedAt] = useState('');
  const lines = lookedAt.split('\n').flatMap((line) => line.trim() || []);
  const faults = sayFaults(
    problem?.errors ?? [],
    oneOf({
      note: { id: 'review-note', label: words.note, value: note },
      lookedAt: { id: 'review-looked-at', label: words.lookedAt, value: lookedAt, kind: 'list' },
    }),
  );
  return (
    <details class="act">
      <summary>{words.close}</summary>
      <form onSubmit={onSend({ outcome: 'confirmed-unchanged', note, lookedAt: lines })} noValidate>
        {problem && <ProblemSummary problem={problem} faults={faults} />}
        <Area id="review-note" label={words.note} value={note} faults={faults} onInput={setNote} />
        <Area id="review-looked-at" label={words.lookedAt} value={lookedAt} faults={faults} onInput={setLookedAt} />
        <button type="submit">{words.confirm}</button>
      </form>
    </details>
  );
}

type AreaProps = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly faults: readonly SaidFault[];
  readonly onInput: (value: string) => void;
};

function Area({ id, label, value, faults, onInput }: AreaProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <textarea {...toControl(id, faultAt(faults, id))} value={value} onInput={(event) => onInput(event.currentTarget.value)} />
      <FieldFault id={id} fault={faultAt(faults, id)} />
    </div>
  );
}
