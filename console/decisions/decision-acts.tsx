import { useId, useState } from 'preact/hooks';
import { call } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import { oneOf } from '../faults/one-of.ts';
import { FieldFault, faultAt, ProblemSummary, toControl } from '../faults/problem-summary.tsx';
import { sayFaults } from '../faults/say-fault.ts';
import { t } from '../messages/text.ts';
import { downloadText } from '../parts/download.ts';
import { may, session } from '../session.ts';
import { type DecisionView, endersOf, isEnded } from './decision-view.ts';

const words = t.decisions;

/** Approve, revoke, withdraw, print. What one may not do stays in sight, with its reason. */
export function DecisionActs({ decision, onDone }: { readonly decision: DecisionView; readonly onDone: () => void }) {
  const who = session.value?.name;
  const id = useId();
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<ApiProblem>();
  const path = `/v1/platforms/${decision.platform}/decisions/${decision.id}`;
  const give = (act: 'approval' | 'revocation' | 'withdrawal', reason?: string, what?: 'proposal' | 'revocation') => async () => {
    if (reason) return;
    try {
      await call('POST', `${path}/${act}`, { body: { hash: decision.hash, ...(what && { what }), ...(note.trim() && { note }) } });
      setProblem(undefined);
      onDone();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error);
    }
  };
  const faults = sayFaults(problem?.errors ?? [], oneOf({ note: { id: `${id}-note`, label: words.note, value: note } }));
  const lacks = may('decide') ? undefined : words.lacks;
  const noApproval = lacks ?? (decision.proposedBy === who ? words.own : decision.approvals.some(({ by }) => by === who) ? words.given : undefined);
  const asksForEnd = endersOf(decision).some(({ by }) => by === who);
  const noRevocation = lacks ?? (asksForEnd ? words.ending : undefined);
  const isProposed = decision.state === 'proposed';
  const reasons = [...new Set([isProposed ? noApproval : undefined, noRevocation].filter((reason) => reason !== undefined))];
  return (
    <div class="decision-acts">
      {problem && <ProblemSummary problem={problem} faults={faults} />}
      {!isEnded(decision) && (
        <>
          {reasons.length > 0 && <p id={`${id}-why`}>{reasons.join(' ')}</p>}
          {!lacks && (
            <div class="field">
              <label for={`${id}-note`}>{words.note}</label>
              <input
                {...toControl(`${id}-note`, faultAt(faults, `${id}-note`))}
                value={note}
                onInput={(event) => setNote(event.currentTarget.value)}
              />
              <FieldFault id={`${id}-note`} fault={faultAt(faults, `${id}-note`)} />
            </div>
          )}
          <p class="note">
            {words.sealed} <code>{decision.hash}</code>
          </p>
        </>
      )}
      <div class="adders">
        {isProposed && (
          <button
            type="button"
            class="primary"
            aria-disabled={noApproval ? true : undefined}
            aria-describedby={noApproval && `${id}-why`}
            onClick={give('approval', noApproval)}
          >
            {words.approve}
          </button>
        )}
        {!isEnded(decision) && (
          <button
            type="button"
            aria-disabled={noRevocation ? true : undefined}
            aria-describedby={noRevocation && `${id}-why`}
            onClick={give('revocation', noRevocation)}
          >
            {words.revoke}
          </button>
        )}
        {!lacks && isProposed && decision.proposedBy === who && (
          <button type="button" onClick={give('withdrawal', undefined, 'proposal')}>
            {words.withdrawProposal}
          </button>
        )}
        {!lacks && !isEnded(decision) && asksForEnd && (
          <button type="button" onClick={give('withdrawal', undefined, 'revocation')}>
            {words.withdrawRevocation}
          </button>
        )}
        <button type="button" class="quiet" onClick={() => void saveMemo(path, decision.id)}>
          {words.memo}
        </button>
      </div>
    </div>
  );
}

/** As a file: the memo has its own styles, which the console's policy would refuse. */
async function saveMemo(path: string, id: string): Promise<void> {
  const token = session.value?.token ?? '';
  const answer = await fetch(`${path}/memo?lang=${t.language}`, { headers: { authorization: `Bearer ${token}`, accept: 'text/html' } });
  if (answer.ok) downloadText(`${id}.html`, 'text/html', await answer.text());
}
