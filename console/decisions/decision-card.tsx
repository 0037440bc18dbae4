import type { ComponentChildren } from 'preact';
import { toList, toMinute } from '../format.ts';
import { t } from '../messages/text.ts';
import { Day } from '../parts/moment.tsx';
import { DecisionActs } from './decision-acts.tsx';
import { type DecisionView, endersOf, isEnded, NEEDED } from './decision-view.ts';
import { HearingPart } from './hearing-part.tsx';

const words = t.decisions;

type CardProps = {
  readonly decision: DecisionView;
  /** The platform's name, where the page does not say it already. */
  readonly name?: string | undefined;
  /** Undefined: it is looked at as of a past day, and nothing can be done to it. */
  readonly onDone?: (() => void) | undefined;
};

/** A decision with its grounds, its people and its deadlines. */
export function DecisionCard({ decision, name, onDone }: CardProps) {
  const { platform, state, scope, grounds, approvals, exemptions = [], conditions = [] } = decision;
  const revocations = endersOf(decision);
  const apps = [...new Set(Object.values(grounds.apps).flat())];
  const { terms } = words;
  // A card stands under a group's heading where it names its platform, and on a platform's page under the platform's.
  const Heading = name === undefined ? 'h2' : 'h3';
  return (
    <article class={isEnded(decision) ? 'decision ended' : 'decision'}>
      <header>
        <Heading>
          {words.kinds[decision.decision]}
          {name !== undefined && (
            <>
              {' '}
              <a href={`/platforms/${platform}?tab=decisions`}>{name}</a>
            </>
          )}
        </Heading>
        <p class="state">{words.states[state]}</p>
      </header>
      <dl class="facts">
        <Term name={terms.scope}>{toList(scope.map((one) => words.scopes[one] ?? one))}</Term>
        <Term name={terms.effectiveAt}>
          <Day of={decision.effectiveAt} />
        </Term>
        <Term name={terms.enforceBy}>
          <Day of={decision.enforceBy} />
        </Term>
        <Term name={terms.expiresAt}>
          <Day of={decision.expiresAt} />
        </Term>
        <Term name={terms.consequence}>{decision.consequence}</Term>
        <Term name={terms.proposed}>
          {words.by(decision.proposedBy)}
          <small>{t.utc(toMinute(decision.proposedAt))}</small>
        </Term>
        <Term name={terms.approvals}>
          {words.of(approvals.length, NEEDED)} <People of={approvals} />
        </Term>
        {revocations.length > 0 && (
          <Term name={terms.revocations}>
            {words.of(revocations.length, NEEDED)} <People of={revocations} />
          </Term>
        )}
        <Term name={terms.grounds}>
          <a href={`/platforms/${platform}/assessments/${grounds.assessment.revision}`}>{words.grounds(grounds.assessment.revision)}</a>{' '}
          <code>{grounds.score}</code>
        </Term>
        <Term name={terms.apps}>
          {apps.length === 0 ? (
            words.noApps
          ) : (
            <ul class="plain">
              {apps.map((app) => (
                <li key={app}>
                  <code>{app}</code>
                </li>
              ))}
            </ul>
          )}
        </Term>
        {conditions.length > 0 && <Term name={terms.conditions}>{conditions.map(({ text }) => text).join(' ')}</Term>}
        {exemptions.map(({ group, reason, until }) => (
          <Term key={group} name={terms.exemptions}>
            {group}: {reason}
            <small>{words.until(toMinute(until))}</small>
          </Term>
        ))}
      </dl>
      <p class="reasons-given">
        <strong>{terms.note}:</strong> {decision.note}
      </p>
      <p>
        <a href={`/decisions/${decision.id}`}>{t.sheet.open}</a>
      </p>
      <HearingPart decision={decision} onDone={onDone} />
      {onDone && <DecisionActs decision={decision} onDone={onDone} />}
    </article>
  );
}

function Term({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function People({ of }: { readonly of: DecisionView['approvals'] }) {
  return (
    <ul class="plain">
      {of.map(({ by, at, note }) => (
        <li key={by}>
          <small>{[`${by}, ${t.utc(toMinute(at))}`, ...(note ? [note] : [])].join(': ')}</small>
        </li>
      ))}
    </ul>
  );
}
