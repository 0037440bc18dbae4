import { useState } from 'preact/hooks';
import { call } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import type { Revision } from '../api/views.ts';
import { oneOf } from '../faults/one-of.ts';
import { FieldFault, faultAt, ProblemSummary, toControl } from '../faults/problem-summary.tsx';
import { sayFaults } from '../faults/say-fault.ts';
import { t } from '../messages/text.ts';
import { Notice } from '../parts/states.tsx';
import { may, session } from '../session.ts';

const words = t.revision;
type Verdict = 'approve' | 'reject' | 'withdraw';

/** Approve, reject or withdraw. What one may not do stays in sight, with its reason. */
export function VerdictForm({ revision, onDone }: { readonly revision: Revision; readonly onDone: () => void }) {
  const who = session.value;
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<ApiProblem>();
  const [status, setStatus] = useState<keyof typeof words.done>();
  const faults = sayFaults(problem?.errors ?? [], oneOf({ note: { id: 'verdict-note', label: words.note, value: note } }));
  const isOwn = who?.name === revision.submittedBy;
  const reason = isOwn ? words.own : may('review') ? undefined : words.lacks;
  const give = (verdict: Verdict) => async () => {
    if (reason && verdict !== 'withdraw') return;
    try {
      const body = { verdict, hash: revision.hash, ...(note.trim() && { note }) };
      const path = `/v1/platforms/${revision.platform}/assessments/${revision.revision}/verdict`;
      const { data } = await call<{ revision: Revision; published: unknown }>('POST', path, { body });
      setProblem(undefined);
      const { status: outcome } = data.revision;
      if (outcome !== 'submitted') setStatus(outcome === 'approved' && data.published === null ? 'history' : outcome);
      onDone();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error);
    }
  };
  if (status)
    return (
      <div role="status">
        <Notice kind="done" title={words.done[status]}>
          <p>
            <a href={`/platforms/${revision.platform}`}>{t.platform.tabs.summary}</a>
          </p>
        </Notice>
      </div>
    );
  if (revision.status !== 'submitted')
    return (
      <Notice kind="info" title={words.decided(t.platform.record.statuses[revision.status], revision.decidedBy ?? '')}>
        {revision.note && <p>{revision.note}</p>}
      </Notice>
    );
  return (
    <section class="verdict-form">
      <h2>{words.verdict}</h2>
      {problem && <ProblemSummary problem={problem} faults={faults} />}
      {reason && (
        <p id="verdict-reason">
          <strong>{reason}</strong>
        </p>
      )}
      <div class="field">
        <label for="verdict-note">{words.note}</label>
        <small>{words.noteHint}</small>
        <textarea
          {...toControl('verdict-note', faultAt(faults, 'verdict-note'))}
          value={note}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
        <FieldFault id="verdict-note" fault={faultAt(faults, 'verdict-note')} />
      </div>
      <p class="note">
        {words.sealed} <code>{revision.hash}</code>
      </p>
      <div class="adders">
        <button
          type="button"
          class="primary"
          aria-disabled={reason ? true : undefined}
          aria-describedby={reason && 'verdict-reason'}
          onClick={give('approve')}
        >
          {words.approve}
        </button>
        <button type="button" aria-disabled={reason ? true : undefined} aria-describedby={reason && 'verdict-reason'} onClick={give('reject')}>
          {words.reject}
        </button>
        {isOwn && (
          <button type="button" onClick={give('withdraw')}>
            {words.withdraw}
          </button>
        )}
      </div>
    </section>
  );
}
