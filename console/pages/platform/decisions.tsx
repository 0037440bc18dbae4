import { useReadAll } from '../../api/use-read.ts';
import { DecisionCard } from '../../decisions/decision-card.tsx';
import type { DecisionView } from '../../decisions/decision-view.ts';
import { ProposeForm } from '../../decisions/propose-form.tsx';
import { t } from '../../messages/text.ts';
import { Empty, Read } from '../../parts/states.tsx';
import { may } from '../../session.ts';
import { decidedBy, type TabProps } from './tab-props.ts';

/** What was decided about a platform, and the form to propose more. A past day shows what stood then. */
export function PlatformDecisions({ platform, moment }: TabProps) {
  const at = moment ? `&at=${decidedBy(moment)}` : '';
  const reading = useReadAll<DecisionView>(`/v1/decisions?platform=${platform.id}${at}`);
  return (
    <div class="columns">
      <div>
        <Read from={reading}>
          {(all) =>
            all.length === 0 ? (
              <Empty>{t.decisions.emptyHere}</Empty>
            ) : (
              all.map((decision) => <DecisionCard key={decision.id} decision={decision} onDone={moment ? undefined : reading.reload} />)
            )
          }
        </Read>
      </div>
      {!moment && (may('decide') ? <ProposeForm platform={platform.id} onDone={reading.reload} /> : <p class="note">{t.decisions.lacks}</p>)}
    </div>
  );
}
