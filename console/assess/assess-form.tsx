import { useState } from 'preact/hooks';
import { call } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import type { Assessment, PlatformView, RevisionWithContent } from '../api/views.ts';
import { today } from '../config.ts';
import { ProblemSummary } from '../faults/problem-summary.tsx';
import { sayFaults } from '../faults/say-fault.ts';
import { t } from '../messages/text.ts';
import { navigate } from '../router.ts';
import { BaseConflict, PendingConflict } from './conflict.tsx';
import { discardDraft, useDraft } from './draft.ts';
import { DraftFile } from './draft-file.tsx';
import { DraftedFactsPart } from './drafted-facts.tsx';
import { findField } from './find-field.ts';
import { FormContext, showField } from './form-context.ts';
import { FormSections } from './form-sections.tsx';
import { LiveScore } from './live-score.tsx';
import { useDryRun } from './use-dry-run.ts';

const words = t.assess;
type FormProps = { readonly platform: PlatformView; readonly standing: RevisionWithContent | undefined; readonly reload: () => void };
const EMPTY = (): Assessment => ({ asOf: today(), sources: {}, paths: [] });

/** The facts as a form, with what they would score beside it. */
export function AssessForm({ platform, standing, reload }: FormProps) {
  const { id, name, approved, pending, alsoPending = [] } = platform;
  const base = approved && { revision: approved.revision, hash: approved.hash };
  const editing = useDraft(id, () => ({ assessment: standing ? { ...standing.assessment, asOf: today() } : EMPTY(), base }));
  const { draft } = editing;
  const sameDay = [...(pending ? [pending] : []), ...alsoPending].find(({ asOf }) => asOf === undefined || asOf === draft.assessment.asOf);
  const [isToday, setToday] = useState(true);
  const run = useDryRun(draft.assessment, isToday);
  const [problem, setProblem] = useState<ApiProblem>();
  const find = findField(draft.assessment);
  const faults = sayFaults(problem?.errors ?? [], find);
  const submit = async (event: Event) => {
    event.preventDefault();
    try {
      const { data } = await call<{ revision: { revision: number } }>('POST', `/v1/platforms/${id}/assessments`, {
        body: draft.assessment,
        headers: { 'idempotency-key': draft.key },
      });
      discardDraft(id);
      navigate(`/platforms/${id}/assessments/${data.revision.revision}`);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error);
      if (error.slug === 'assessment-pending') reload();
    }
  };
  const hasMoved = base !== null && draft.base?.hash !== base.hash;
  return (
    <FormContext.Provider
      value={{
        platform: id,
        assessment: draft.assessment,
        faults,
        explain: run.score?.band === 'unrated' ? undefined : run.score?.explain,
        set: editing.set,
      }}
    >
      <p class="crumb">
        <a href={`/platforms/${id}`}>{name}</a>
      </p>
      <h1>{words.title(name)}</h1>
      <p class="lead">{words.lead}</p>
      {sameDay && <PendingConflict platform={id} revision={sameDay.revision} />}
      {hasMoved && base && <BaseConflict platform={id} base={base} mine={draft.assessment} standing={standing} replace={editing.replace} />}
      {problem && <ProblemSummary problem={problem} faults={faults} onFollow={({ pointer }) => showField(pointer)} />}
      <DraftedFactsPart platform={platform} editing={editing} />
      <div class="assess">
        <form onSubmit={submit} noValidate>
          <DraftFile platform={id} editing={editing} begin={() => ({ assessment: standing?.assessment ?? EMPTY(), base })} />
          <FormSections />
          <div class="submit">
            <button type="submit" class="primary">
              {words.submit}
            </button>
            <small>{words.submitHint}</small>
          </div>
        </form>
        <LiveScore
          run={run}
          faults={problem ? [] : sayFaults(run.faults, find)}
          published={platform.score?.score}
          isToday={isToday}
          onMoment={setToday}
        />
      </div>
    </FormContext.Provider>
  );
}
