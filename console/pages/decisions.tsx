import { usePlatformNames } from '../api/use-platform-names.ts';
import { useReadAll } from '../api/use-read.ts';
import { DecisionCard } from '../decisions/decision-card.tsx';
import { type DecisionView, isEnded } from '../decisions/decision-view.ts';
import { daysUntil } from '../format.ts';
import { t } from '../messages/text.ts';
import { Empty, Read } from '../parts/states.tsx';
import { useTitle } from '../parts/title.tsx';

const words = t.decisions;
const GROUPS = ['proposed', 'standing', 'ending', 'ended'] as const;
/** So many days before its end a decision is shown as ending, so that a new decision can be proposed in time. */
const ENDING_DAYS = 60;

/** Every decision: what waits for approvals, what stands, what is about to end, what has ended. */
export function Decisions() {
  useTitle(words.title);
  const reading = useReadAll<DecisionView>('/v1/decisions');
  const nameOf = usePlatformNames();
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead wide">{words.lead}</p>
      <Read from={reading}>
        {(all) => {
          if (all.length === 0) return <Empty>{words.empty}</Empty>;
          const shown = GROUPS.map((group) => ({ group, decisions: all.filter((one) => groupOf(one) === group) }));
          return shown
            .filter(({ decisions }) => decisions.length > 0)
            .map(({ group, decisions }) => (
              <section key={group}>
                <h2>
                  {words.groups[group]} <span class="count">{decisions.length}</span>
                </h2>
                {group === 'ending' && <p class="note">{words.endingWords}</p>}
                {decisions.map((decision) => (
                  <DecisionCard key={decision.id} decision={decision} name={nameOf(decision.platform)} onDone={reading.reload} />
                ))}
              </section>
            ));
        }}
      </Read>
    </>
  );
}

function groupOf(decision: DecisionView): (typeof GROUPS)[number] {
  if (isEnded(decision)) return 'ended';
  if (decision.state === 'proposed') return 'proposed';
  return decision.state === 'revocation-proposed' || daysUntil(decision.expiresAt) <= ENDING_DAYS ? 'ending' : 'standing';
}
