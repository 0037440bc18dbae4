import type { ComponentChildren, VNode } from 'preact';
import type { PlatformView } from '../../api/views.ts';
import { daysUntil, toPoints } from '../../format.ts';
import { t } from '../../messages/text.ts';
import { BandTag, pointOf, spanOf } from '../../parts/band.tsx';
import { Codes } from '../../parts/codes.tsx';
import { Age, Day } from '../../parts/moment.tsx';
import { RangeAxis, RangeBar } from '../../plots/range-bar.tsx';
import type { Sort, SortKey } from './sort.ts';

const words = t.platforms;
/** The place of each platform among all that are rated; undefined where only a part of all is shown. */
type Ranks = ReadonlyMap<string, string> | undefined;
type Sorting = { readonly sort: Sort; readonly onSort: (key: SortKey) => void };

/** The portfolio: the plot is a column of the table, so the table is its twin. */
export function PlatformsTable({ platforms, ranks, ...sorting }: Sorting & { readonly platforms: readonly PlatformView[]; readonly ranks: Ranks }) {
  return (
    <table class="portfolio stacking">
      <caption class="visually-hidden">{words.title}</caption>
      <thead>
        <tr>
          <Sorted by="name" {...sorting}>
            {words.columns.name}
          </Sorted>
          <th scope="col">{words.columns.parent}</th>
          <th scope="col">{words.columns.stored}</th>
          <th scope="col">{words.columns.reached}</th>
          <th scope="col" class="range-column">
            <span class="visually-hidden">{t.scale.label}</span>
            <RangeAxis />
          </th>
          <Sorted by="score" class="number" {...sorting}>
            {words.columns.score}
          </Sorted>
          <th scope="col" class="number">
            {words.columns.open}
          </th>
          <th scope="col">{words.columns.band}</th>
          <th scope="col">{words.columns.gate}</th>
          <Sorted by="data" {...sorting}>
            {words.columns.data}
          </Sorted>
          <Sorted by="review" {...sorting}>
            {words.columns.review}
          </Sorted>
        </tr>
      </thead>
      <tbody>{platforms.map((platform) => toRow(platform, ranks?.get(platform.id)))}</tbody>
    </table>
  );
}

const rows = new WeakMap<PlatformView, { readonly row: VNode; readonly rank: string | undefined }>();

/** A row is drawn once for what was read: sorting only moves it. */
function toRow(platform: PlatformView, rank: string | undefined): VNode {
  const drawn = rows.get(platform);
  if (drawn && drawn.rank === rank) return drawn.row;
  const row = <Row key={platform.id} {...platform} rank={rank} />;
  rows.set(platform, { row, rank });
  return row;
}

function Sorted(props: Sorting & { readonly by: SortKey; readonly class?: string; readonly children: string }) {
  const { by, sort, onSort } = props;
  const isSorted = sort.key === by;
  return (
    <th scope="col" class={props.class} aria-sort={isSorted ? (sort.isDown ? 'descending' : 'ascending') : undefined}>
      <button type="button" class="sort" onClick={() => onSort(by)} title={words.sortBy(props.children)}>
        {props.children}
        <svg viewBox="0 0 8 10" width="8" height="10" aria-hidden="true">
          <path class={isSorted && !sort.isDown ? 'on' : ''} d="M4 0 7 4H1Z" />
          <path class={isSorted && sort.isDown ? 'on' : ''} d="M4 10 1 6h6Z" />
        </svg>
      </button>
    </th>
  );
}

function Row({
  id,
  name,
  operator,
  parent,
  score,
  approved,
  pending,
  watched,
  nextReviewOn,
  rank,
}: PlatformView & { readonly rank: string | undefined }) {
  return (
    <tr>
      <th scope="row">
        <a href={`/platforms/${id}`}>{name}</a>
        <small class="clamped" title={operator}>
          {operator}
        </small>
      </th>
      <Cell label={words.columns.parent}>
        {score ? (
          <span title={parent}>
            <Codes of={score.controlFrom} />
          </span>
        ) : (
          '–'
        )}
      </Cell>
      <Cell label={words.columns.stored}>{score ? <Codes of={score.storageIn} /> : '–'}</Cell>
      <Cell label={words.columns.reached}>{score ? <Codes of={score.accessFrom} /> : '–'}</Cell>
      <Cell label={words.columns.range} class="range-column">
        {score ? (
          <div class="off-screen">
            <RangeBar range={score.score} band={score.band} open={score.open?.whole} />
          </div>
        ) : (
          <em>{words.unassessed}</em>
        )}
      </Cell>
      <Cell label={words.columns.score} class="number">
        {score ? (
          <>
            <strong>{pointOf(score)}</strong>
            {score.band !== 'unrated' && <small>{spanOf(score)}</small>}
            {rank && <small>{rank}</small>}
          </>
        ) : (
          '–'
        )}
      </Cell>
      <Cell label={words.columns.open} class="number">
        {score?.open && score.band !== 'unrated' ? toPoints(score.open.whole) : '–'}
      </Cell>
      <Cell label={words.columns.band}>{score && <BandTag band={score.band} />}</Cell>
      <Cell label={words.columns.gate}>{score && t.gates[score.gate]}</Cell>
      <Cell label={words.columns.data}>
        {approved ? <Day of={approved.asOf} /> : '–'}
        {pending && <small>{words.waiting}</small>}
      </Cell>
      <Cell label={words.columns.review}>
        {nextReviewOn ? <Due on={nextReviewOn} /> : '–'}
        {!watched && (
          <small>
            <span class="unwatched" title={t.terms.silence}>
              {t.terms.notWatched}
            </span>
          </small>
        )}
      </Cell>
    </tr>
  );
}

function Due({ on }: { readonly on: string }) {
  const isOverdue = daysUntil(on) < 0;
  return (
    <>
      <Age of={on} class={isOverdue ? 'overdue' : ''} />
      {isOverdue && <small class="overdue">{words.overdue}</small>}
    </>
  );
}

/** A cell that names its column where the table is stacked. */
function Cell({ label, class: name, children }: { readonly label: string; readonly class?: string; readonly children: ComponentChildren }) {
  return (
    <td class={name} data-label={label}>
      {children}
    </td>
  );
}
