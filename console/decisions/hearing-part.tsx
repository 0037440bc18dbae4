import { useEffect, useState } from 'preact/hooks';
import type { components } from '../../docs/api-types.ts';
import { call } from '../api/client.ts';
import { t } from '../messages/text.ts';
import { downloadText } from '../parts/download.ts';
import { Day } from '../parts/moment.tsx';
import { may, session } from '../session.ts';
import { type DecisionView, isEnded } from './decision-view.ts';
import { HearingForm } from './hearing-form.tsx';
import { sayHearingOf } from './hearing-view.ts';

const words = t.hearing;

/** How the party was heard, what it answered, and what a decider records of it. Without `onDone` it is looked at as of a past day. */
export function HearingPart({ decision, onDone }: { readonly decision: DecisionView; readonly onDone?: (() => void) | undefined }) {
  const path = `/v1/platforms/${decision.platform}/decisions/${decision.id}`;
  const isOpen = !isEnded(decision) && !decision.hearing?.held && decision.hearingState !== 'waived';
  const hasAnswers = decision.hearing?.answers !== undefined || decision.hearing?.held?.answeredAt !== undefined;
  if (decision.decision !== 'suspend' && decision.hearing === undefined) return null;
  return (
    <section class="hearing">
      <p>
        <strong>{words.title}:</strong> {sayHearingOf(decision)}
      </p>
      {hasAnswers && <Answers path={path} />}
      {onDone && may('decide') && (
        <>
          <button type="button" class="quiet" onClick={() => void saveDossier(path, decision.id)}>
            {words.dossier}
          </button>
          {isOpen && (
            <details>
              <summary>{words.how}</summary>
              <p class="note">{words.lead}</p>
              <HearingForm decision={decision} onDone={onDone} />
            </details>
          )}
        </>
      )}
    </section>
  );
}

function Answers({ path }: { readonly path: string }) {
  const [answers, setAnswers] = useState<components['schemas']['PartyAnswers']['items']>([]);
  useEffect(() => {
    void call('GET', `${path}/answers`).then(({ data }) => setAnswers((data as components['schemas']['PartyAnswers']).items));
  }, [path]);
  return (
    <details>
      <summary>{words.answers}</summary>
      {answers.map(({ id, platform, answeredAt, statements }) => (
        <article key={id}>
          <p>
            <Day of={answeredAt} />, <a href={`/platforms/${platform}/captures`}>{words.letter}</a>
          </p>
          <ul>
            {statements.map(({ fact, says, quote }) => (
              <li key={fact}>
                <code>{fact}</code> {words.kindsOfStatement[says]}: <q>{quote}</q>
              </li>
            ))}
          </ul>
        </article>
      ))}
    </details>
  );
}

/** As a file in the language of the page: the dossier has its own styles, which the console's policy would refuse. */
async function saveDossier(path: string, id: string): Promise<void> {
  const token = session.value?.token ?? '';
  const answer = await fetch(`${path}/dossier?lang=${t.language}`, { headers: { authorization: `Bearer ${token}`, accept: 'text/html' } });
  if (answer.ok) downloadText(`${id}-dossier.html`, 'text/html', await answer.text());
}
