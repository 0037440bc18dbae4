import { useReadAll } from '../api/use-read.ts';
import { DecisionCard } from '../decisions/decision-card.tsx';
import { type DecisionView, isEnded } from '../decisions/decision-view.ts';
import { t } from '../messages/text.ts';
import { Empty, Read } from '../parts/states.tsx';
import { useTitle } from '../parts/title.tsx';

const words = t.decisions;

/** Every decision: what waits for approvals, what stands, what has ended. */
export function Decisions() {
  useTitle(words.title);
  const reading = useReadAll<DecisionView>('/v1/decisions');
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead wide">{words.lead}</p>
      <Read from={reading}>
        {(all) => {
          const [open, ended] = [all.filter((one) => !isEnded(one)), all.filter(isEnded)];
          if (all.length === 0) return <Empty>{words.empty}</Empty>;
          return (
            <>
              <section>
                <h2>
                  {words.open} <span class="count">{open.length}</span>
                </h2>
                {open.map((decision) => (
                  <DecisionCard key={decision.id} decision={decision} onDone={reading.reload} />
                ))}
              </section>
              {ended.length > 0 && (
                <section>
                  <h2>
                    {words.past} <span class="count">{ended.length}</span>
                  </h2>
                  {ended.map((decision) => (
                    <DecisionCard key={decision.id} decision={decision} onDone={reading.reload} />
                  ))}
                </section>
              )}
            </>
          );
        }}
      </Read>
    </>
  );
}
