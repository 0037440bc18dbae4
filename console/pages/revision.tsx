import { useState } from 'preact/hooks';
import { useRead } from '../api/use-read.ts';
import type { PlatformView, RevisionWithContent, Score } from '../api/views.ts';
import { t } from '../messages/text.ts';
import { BandTag, pointOf } from '../parts/band.tsx';
import { EvidenceList } from '../parts/evidence.tsx';
import { Age } from '../parts/moment.tsx';
import { Read } from '../parts/states.tsx';
import { useTitle } from '../parts/title.tsx';
import { RangeAxis, RangeBar } from '../plots/range-bar.tsx';
import { type Known, toKnown } from '../review/anchors.ts';
import { type Comparison, compareFacts } from '../review/compare-facts.ts';
import { EffectView } from '../review/effect.tsx';
import { listFacts, type ReviewedFact } from '../review/list-facts.ts';
import { VerdictForm } from '../review/verdict-form.tsx';
import type { PageProps } from './page-props.ts';

const words = t.revision;

/** A revision: fact left, words of the source right, so that another person can hold one against the other. */
export function Revision({ params: { platform = '', revision: number = '' } }: PageProps) {
  const path = `/v1/platforms/${platform}/assessments/${number}`;
  const head = useRead<PlatformView>(`/v1/platforms/${platform}`);
  const content = useRead<RevisionWithContent>(path);
  const score = useRead<Score>(`/v1/platforms/${platform}/score?revision=${number}`);
  const standing = head.data?.approved?.revision;
  const earlier = standing !== undefined && standing < Number(number) ? standing : Number(number) > 1 ? Number(number) - 1 : undefined;
  // One that waits is held against the revision in whose place it would answer.
  const effect = content.data?.effect;
  const from = effect ? effect.inPlaceOf?.revision : earlier;
  const before = useRead<RevisionWithContent>(
    head.data && content.data && from !== undefined ? `/v1/platforms/${platform}/assessments/${from}` : undefined,
  );
  useTitle(head.data && words.title(head.data.name, Number(number)));
  const reload = () => {
    head.reload();
    content.reload();
  };
  return (
    <Read from={content} isPage>
      {({ quotes, ...read }) => {
        const { revision, assessment } = read;
        const name = head.data?.name ?? platform;
        return (
          <>
            <p class="crumb">
              <a href={`/platforms/${platform}`}>{name}</a>
            </p>
            <h1>{words.title(name, Number(number))}</h1>
            <p class="lead">
              {t.platform.record.statuses[revision.status]} · {words.by(revision.submittedBy)} <Age of={revision.submittedAt} />. {words.lead}{' '}
              <strong>{t.sayQuotes(quotes)}.</strong>
            </p>
            {effect ? <EffectView effect={effect} /> : score.data && <Provisional score={score.data} />}
            <Facts
              facts={listFacts(assessment)}
              sources={assessment.sources}
              comparison={before.data && compareFacts(before.data.assessment, assessment)}
              from={from}
              known={toKnown({ quotes, ...read })}
            />
            <VerdictForm revision={revision} onDone={reload} />
          </>
        );
      }}
    </Read>
  );
}

function Provisional({ score }: { readonly score: Score }) {
  return (
    <section class="provisional" aria-label={words.provisional}>
      <p class="big">
        <small>{words.provisional}</small>
        {score.band !== 'unrated' && <span class="points">{pointOf(score)}</span>}
        <BandTag band={score.band} />
      </p>
      <div>
        <RangeBar range={score.score} band={score.band} open={score.open?.whole} />
        <RangeAxis />
      </div>
    </section>
  );
}

type FactsProps = {
  readonly facts: readonly ReviewedFact[];
  readonly sources: RevisionWithContent['assessment']['sources'];
  readonly comparison: Comparison | undefined;
  readonly from: number | undefined;
  readonly known: Known;
};

function Facts({ facts, sources, comparison, from, known }: FactsProps) {
  const { changes, removed = [] } = comparison ?? {};
  const differing = facts.filter(({ fact }) => changes?.has(fact));
  const [isAll, setAll] = useState(false);
  const [checked, setChecked] = useState<ReadonlySet<number>>(new Set());
  const shown = isAll || from === undefined ? facts : differing;
  const toggle = (place: number) =>
    setChecked((old) => (old.has(place) ? new Set([...old].filter((one) => one !== place)) : new Set([...old, place])));
  return (
    <section>
      <h2>{from === undefined ? words.firstOne : words.changedSince(from)}</h2>
      <div class="table-head">
        <p role="status">{words.checkedCount(shown.filter((fact) => checked.has(facts.indexOf(fact))).length, shown.length)}</p>
        {from !== undefined && (
          <button type="button" class="quiet" onClick={() => setAll(!isAll)}>
            {isAll ? words.onlyChanged(differing.length) : `${words.all} (${facts.length})`}
          </button>
        )}
      </div>
      {removed.length > 0 && (
        <>
          <h3>{words.removedFacts}</h3>
          <ul class="sentences">
            {removed.map(({ fact, lead, rest }) => (
              <li key={fact}>
                <span class="change change-removed">{words.changes.removed}</span> <strong>{lead}</strong> {rest}
              </li>
            ))}
          </ul>
        </>
      )}
      {comparison && shown.length === 0 && <p class="note">{words.noneChanged}</p>}
      <div class="panes">
        <div class="pane-head" aria-hidden="true">
          <span>{words.fact}</span>
          <span>{words.words}</span>
        </div>
        {shown.map((fact) => {
          const place = facts.indexOf(fact);
          const change = changes?.get(fact.fact);
          return (
            <article key={place} class={checked.has(place) ? 'pair is-checked' : 'pair'}>
              <div>
                <h3>
                  {fact.lead} {change && <span class={`change change-${change.change}`}>{words.changes[change.change]}</span>}
                </h3>
                <p>{fact.rest}</p>
                {change?.before !== undefined && (
                  <p class="note">
                    {words.before}: {change.before}
                  </p>
                )}
                <label class="check">
                  <input type="checkbox" checked={checked.has(place)} onChange={() => toggle(place)} /> {words.checked}
                </label>
              </div>
              <EvidenceList of={fact.evidence} sources={sources} {...known} />
            </article>
          );
        })}
      </div>
    </section>
  );
}
