import { useState } from 'preact/hooks';
import { draftAssessment } from '../../domain/draft/draft-assessment.ts';
import { isDrafted } from '../../domain/draft/is-drafted.ts';
import { call } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import { useRead } from '../api/use-read.ts';
import type { Assessment, DraftedFacts, DraftedText, PlatformView, ProposedFact } from '../api/views.ts';
import { ProblemSummary } from '../faults/problem-summary.tsx';
import { toName } from '../format.ts';
import { t } from '../messages/text.ts';
import { Day } from '../parts/moment.tsx';
import { Notice } from '../parts/states.tsx';
import type { Editing } from './draft.ts';

const words = t.assess.drafted;
type DraftedProps = { readonly platform: PlatformView; readonly editing: Editing };

/** What the changed terms seem to say, where a review is open for them: each fact to take over, without its grades, or to refuse for good. */
export function DraftedFactsPart({ platform: { id, review }, editing }: DraftedProps) {
  const isAbout = review?.reasons.some(({ kind }) => kind === 'terms-changed');
  const { data, reload } = useRead<DraftedFacts>(isAbout ? `/v1/platforms/${id}/proposals` : undefined);
  const [problem, setProblem] = useState<ApiProblem>();
  const texts = (data?.texts ?? []).filter(({ isErased, proposals, refused }) => isErased || proposals.length + refused.length > 0);
  if (texts.length === 0) return null;
  const judge = (method: 'POST' | 'DELETE') => async (key: string) => {
    try {
      await call(method, `/v1/platforms/${id}/proposals/${key}/refusal`);
      setProblem(undefined);
      reload();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error);
    }
  };
  return (
    <Notice kind="info" title={words.title}>
      <p>{words.lead}</p>
      {problem && <ProblemSummary problem={problem} faults={[]} />}
      {texts.map((text) => (
        <section key={text.capture}>
          <h3>
            {text.document} · <Day of={text.day} />
          </h3>
          {text.isErased && <p class="note">{words.erased}</p>}
          <ul class="evidence">
            {text.proposals.map((proposal) => (
              <Proposed key={proposal.key} {...{ text, proposal, editing }} onRefuse={() => void judge('POST')(proposal.key)} />
            ))}
          </ul>
          {text.refused.length > 0 && <Refused of={text.refused} onTakeBack={(key) => void judge('DELETE')(key)} />}
        </section>
      ))}
    </Notice>
  );
}

function Refused({ of, onTakeBack }: { readonly of: readonly ProposedFact[]; readonly onTakeBack: (key: string) => void }) {
  return (
    <details>
      <summary>{words.refused}</summary>
      <ul>
        {of.map(({ key, fact, quote }) => (
          <li key={key}>
            {nameOf(fact)}: “{quote}”{' '}
            <button type="button" class="quiet" onClick={() => onTakeBack(key)}>
              {words.again}
              <span class="visually-hidden"> {nameOf(fact)}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

type ProposedProps = {
  readonly text: DraftedText;
  readonly proposal: ProposedFact;
  readonly editing: Editing;
  readonly onRefuse: () => void;
};

function Proposed({ text, proposal, editing, onRefuse }: ProposedProps) {
  const { assessment } = editing.draft;
  const { fact, quote, because } = proposal;
  const isTaken = isDrafted(assessment, proposal, text.capture);
  const taken = draftAssessment(assessment, [proposal], text);
  // A transfer tool or an end is of a path, which the draft may not have.
  const canBeTaken = isDrafted(taken, proposal, text.capture);
  const name = nameOf(fact);
  return (
    <li>
      <p>
        <strong>{name}</strong> {fact.kind === 'path' && fact.stance && `(${t.assess.stance[fact.stance]})`}
      </p>
      <blockquote lang={text.language}>{quote}</blockquote>
      <p class="note">{because.map((one) => words.because(one.words, sayRead(one.says))).join(' · ')}</p>
      {isTaken ? (
        <p class="note" role="status">
          {words.taken}
        </p>
      ) : (
        <p class="row">
          {canBeTaken ? (
            // The grades that are missing in it are what the form asks for.
            <button type="button" onClick={() => editing.replace(taken as Assessment)}>
              {words.take}
              <span class="visually-hidden"> {name}</span>
            </button>
          ) : (
            <small>{words.noPath}</small>
          )}
          <button type="button" class="quiet" onClick={onRefuse}>
            {words.refuse}
            <span class="visually-hidden"> {name}</span>
          </button>
        </p>
      )}
    </li>
  );
}

function nameOf(fact: ProposedFact['fact']): string {
  const place = toName(fact.jurisdiction);
  if (fact.kind === 'tool') return `${t.tools[fact.tool]}, ${place}`;
  return fact.kind === 'end' ? words.ended(t.modes[fact.mode], place) : `${t.modes[fact.mode]}, ${place}`;
}

/** What words were read as: a way in, a transfer tool, a reservation, or else a place. */
function sayRead(says: string): string {
  const named: Readonly<Record<string, string>> = { ...t.modes, ...t.tools, reserves: t.assess.stance.reserves };
  return Object.hasOwn(named, says) ? (named[says] ?? says) : toName(says);
}
