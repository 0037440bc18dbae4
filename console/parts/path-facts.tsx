import type { AssessedPath, Explanation } from '../api/views.ts';
import { toDay, toPoints } from '../format.ts';
import { t } from '../messages/text.ts';
import { type About, EvidenceList } from './evidence.tsx';
import { Term } from './term.tsx';

const words = t.platform.dossier;
type Belief = Explanation['paths'][number]['belief'];
type PathProps = About & {
  readonly path: AssessedPath;
  readonly explained: Explanation['paths'][number] | undefined;
  readonly isRated: boolean;
};

/** One way in which a jurisdiction reaches the data: its figures, then its evidence, measure by measure. */
export function PathFacts({ path, explained, isRated, ...about }: PathProps) {
  const { data, transfer, safeguards = [], ended, evidence } = path;
  const belief = explained?.belief;
  return (
    <>
      <dl class="inline-facts">
        <div>
          <dt>{words.data}</dt>
          <dd>
            {typeof data === 'string' ? t.dataMeans[data] : `${t.dataClasses[data.low]} – ${t.dataClasses[data.point]} – ${t.dataClasses[data.high]}`}
          </dd>
        </div>
        {belief && (
          <div>
            <dt>
              <Term of="belief">{words.belief}</Term>
            </dt>
            <dd>{toBelief(belief.path, belief.newest)}</dd>
          </div>
        )}
        {belief?.ended && belief.endedNewest && (
          <div>
            <dt>{words.beliefInEnd}</dt>
            <dd>{toBelief(belief.ended, belief.endedNewest)}</dd>
          </div>
        )}
        {isRated && explained && (
          <div>
            <dt>
              <Term of="exposure">{words.exposure}</Term>
            </dt>
            <dd>
              {toPoints(explained.exposure.low)} – <strong>{toPoints(explained.exposure.point)}</strong> – {toPoints(explained.exposure.high)}
            </dd>
          </div>
        )}
      </dl>
      <EvidenceList of={evidence} {...about} />
      {transfer && (
        <>
          <h3>
            {words.transfer}: {t.tools[transfer.tool]}
          </h3>
          <EvidenceList of={transfer.evidence} {...about} />
        </>
      )}
      {safeguards.map((safeguard) => (
        <div key={safeguard.kind}>
          <h3>{words.safeguard(t.safeguards[safeguard.kind], t.statuses[safeguard.status])}</h3>
          <EvidenceList of={safeguard.evidence} {...about} />
        </div>
      ))}
      {ended && (
        <>
          <h3>{words.ended(toDay(ended.on))}</h3>
          <EvidenceList of={ended.evidence} {...about} />
        </>
      )}
    </>
  );
}

/** Belief in percent, with the day and the age of the newest item that says so. */
function toBelief({ low, point, high }: Belief['path'], { observed, days }: Belief['newest']): string {
  return `${[low, point, high].map((percent) => `${percent} %`).join(' – ')}; ${words.newest(toDay(observed), days)}`;
}
