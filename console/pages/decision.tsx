import type { components } from '../../docs/api-types.ts';
import { useRead, useReadAll } from '../api/use-read.ts';
import { DecisionCard } from '../decisions/decision-card.tsx';
import type { DecisionView } from '../decisions/decision-view.ts';
import { Sheet } from '../decisions/sheet.tsx';
import { t } from '../messages/text.ts';
import { Missing } from '../parts/missing.tsx';
import { Read } from '../parts/states.tsx';
import { useTitle } from '../parts/title.tsx';
import type { PageProps } from './page-props.ts';

/** The sheet of one decision, and below it what one does to it. */
export function DecisionPage({ params }: PageProps) {
  useTitle(t.sheet.open);
  const reading = useReadAll<DecisionView>('/v1/decisions');
  return (
    <Read from={reading} isPage>
      {(all) => {
        const decision = all.find(({ id }) => id === params.decision);
        return decision ? <Found decision={decision} reload={reading.reload} /> : <Missing />;
      }}
    </Read>
  );
}

function Found({ decision, reload }: { readonly decision: DecisionView; readonly reload: () => void }) {
  const { platform, id } = decision;
  const reading = useRead<components['schemas']['DecisionSheet']>(`/v1/platforms/${platform}/decision-sheet?decision=${id}`);
  return (
    <Read from={reading} isPage>
      {(sheet) => (
        <>
          <h1>
            {t.decisions.kinds[decision.decision]} {sheet.platform.name}
          </h1>
          <p class="lead wide">{t.sheet.lead}</p>
          <Sheet sheet={sheet} />
          <DecisionCard
            decision={decision}
            onDone={() => {
              reload();
              reading.reload();
            }}
          />
        </>
      )}
    </Read>
  );
}
