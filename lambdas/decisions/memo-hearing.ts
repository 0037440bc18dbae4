import type { Assessment } from '../../domain/facts/assessment.ts';
import type { Decision } from '../../domain/record/decision.ts';
import type { DecisionProgress } from '../../domain/record/decision-progress.ts';
import type { PartyAnswer } from '../../domain/record/hearing/answer.ts';
import { hearingAt, hearingStateAt } from '../../domain/record/hearing/hearing.ts';
import { summarizeHearing } from '../../domain/record/hearing/standing-hearing.ts';
import type { MemoTexts } from '../../messages/en/memo.ts';
import { sayHearing } from '../../messages/say-hearing.ts';
import { type Html, html } from './html.ts';
import { cut, type MemoLanguage, placesOf } from './memo-words.ts';

type Heard = {
  readonly decision: Decision;
  readonly progress: DecisionProgress;
  readonly answers: readonly PartyAnswer[];
  readonly assessment: Assessment;
  readonly at: string;
};

/** What a reader weighs first. */
const ORDER = ['disputed', 'corrected', 'ended', 'planned', 'confirmed'] as const;
/** Statements that are shown one by one, and letters of each quote. */
const MOST = 3;
const MOST_QUOTE = 120;

/** Whether and how the party was heard, why not, and what it says of which fact, in words of its letter. */
export function hearingOf({ decision, progress, answers, assessment, at }: Heard, said: MemoLanguage): Html {
  const { texts } = said;
  const hearing = hearingAt(progress.hearing, at);
  const { held, afterwards, waived } = hearing ?? {};
  const state = hearingStateAt(hearing, at);
  const statements = answers
    .filter(({ recordedAt }) => Date.parse(recordedAt) <= Date.parse(at))
    .flatMap((answer) => answer.statements)
    .sort((a, b) => ORDER.indexOf(a.says) - ORDER.indexOf(b.says));
  const more = statements.length - MOST;
  const sentences = [
    state === 'not-heard' ? sayUnheard(decision, progress, texts) : sayHearing(texts.hearing, { state, ...(hearing && summarizeHearing(hearing)) }),
    ...(held ? [texts.sentTo(held.to)] : []),
    ...(held?.keptFrom === undefined ? [] : [texts.keptHearing]),
    ...[waived, afterwards].flatMap((without) => (without ? [texts.because(without.reason)] : [])),
  ];
  return html`<p>${sentences.join(' ')}</p>${
    statements.length === 0
      ? html``
      : html`<ul>${statements
          .slice(0, MOST)
          .map(
            ({ fact, says, quote }) => html`<li>${texts.says[says](factOf(fact, assessment, said))} <q>${cut(quote, MOST_QUOTE)}</q></li>`,
          )}${more > 0 ? html`<li>${texts.moreStatements(more)}</li>` : html``}</ul>`
  }`;
}

/** A decision that was approved without a hearing was not asked for one. */
function sayUnheard({ decision }: Decision, { approvals }: DecisionProgress, texts: MemoTexts): string {
  if (decision !== 'suspend') return texts.unheardLess;
  return approvals.length > 0 ? texts.unheardBefore : sayHearing(texts.hearing, { state: 'not-heard' });
}

/** A fact of the dossier, by its place and id, in words. */
function factOf(place: string, assessment: Assessment, said: MemoLanguage): string {
  const { texts } = said;
  const [list, id = ''] = place.split('/', 2);
  const path = list === 'paths' ? assessment.paths.find((one) => one.id === id) : undefined;
  if (path) return texts.reached[path.mode](placesOf(path.jurisdictions ?? (path.jurisdiction === undefined ? [] : [path.jurisdiction]), said));
  const incident = list === 'incidents' ? assessment.incidents?.find((one) => one.id === id) : undefined;
  if (incident) return cut(incident.summary, MOST_QUOTE);
  const promise = list === 'commitments' ? assessment.commitments?.find((one) => one.id === id) : undefined;
  if (promise) return cut(promise.summary, MOST_QUOTE);
  if (list === 'complete') return texts.completeList(texts.modes[id as keyof MemoTexts['modes']]);
  return texts.clearText;
}
