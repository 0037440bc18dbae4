import { Fragment } from 'preact';
import type { Score } from '../api/views.ts';
import { toDecimal, toList, toName, toPoints } from '../format.ts';
import { t } from '../messages/text.ts';
import { Term, type TermName } from '../parts/term.tsx';
import { at } from './range-bar.tsx';

const words = t.platform.waterfall;
type Contribution = Score['contributions'][number];

/** What each part adds, one after the other, until the sum is the point. The plot is a column of its own table. */
export function Waterfall({ contributions, point }: { readonly contributions: readonly Contribution[]; readonly point: number }) {
  let sum = 0;
  const steps = contributions.map((one) => {
    const from = sum;
    sum = Math.round((sum + one.points) * 10) / 10;
    return { ...one, from, to: sum };
  });
  return (
    <section>
      <h2>{words.title}</h2>
      <p>{toWords(contributions, point)}</p>
      {steps.length > 0 && (
        <table class="compact waterfall">
          <thead>
            <tr>
              <th scope="col">{words.columns.of}</th>
              <th scope="col" class="number">
                {words.columns.points}
              </th>
              <th scope="col" class="number">
                {words.columns.sum}
              </th>
              <th scope="col" class="plot">
                {words.columns.plot}
              </th>
              <th scope="col">{words.columns.why}</th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <tr key={step.of}>
                <th scope="row">{toName(step.of)}</th>
                <td class="number">{toPoints(step.points)}</td>
                <td class="number soft">{toPoints(step.to)}</td>
                <td class="plot">
                  <Step {...step} />
                </td>
                <td>
                  <Why {...step} />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{words.total}</th>
              <td class="number">
                <strong>{toPoints(point)}</strong>
              </td>
              <td />
              <td class="plot">
                <svg class="step total" width="100%" height="16" aria-hidden="true">
                  <rect x="0%" width={at(point)} y="2" height="12" />
                </svg>
              </td>
              <td />
            </tr>
          </tfoot>
        </table>
      )}
    </section>
  );
}

function Step({ from, to }: { readonly from: number; readonly to: number }) {
  return (
    <svg class="step" width="100%" height="16" aria-hidden="true">
      <line class="lead" x1="0%" x2={at(from)} y1="8" y2="8" />
      <rect x={at(from)} width={at(Math.max(to - from, 0.3))} y="2" height="12" />
    </svg>
  );
}

/** The factors of an exposure, by their names in the API. */
const TERM_OF: Readonly<Record<string, TermName>> = {
  ...{ belief: 'belief', hazard: 'hazard', law: 'law', mode: 'mode', data: 'data', technical: 'technology', organisational: 'organisation' },
  ...{ q: 'belief', H: 'hazard', L: 'law', M: 'mode', D: 'data', Ktech: 'technology', Korg: 'organisation' },
};

/** The path that counts, with its factors: they multiply to its exposure. */
function Why({ path, factors }: Contribution) {
  if (!path) return null;
  return (
    <span class="why">
      <a href={`?tab=facts#path-${path}`}>{path}</a>
      {factors && (
        <small>
          {Object.entries(factors)
            .filter(([, factor]) => factor < 0.995)
            .map(([name, factor], i) => (
              <Fragment key={name}>
                {i > 0 && ' × '}
                <Term of={TERM_OF[name] ?? 'exposure'}>{t.platform.factorNames[name as keyof typeof t.platform.factorNames]}</Term>{' '}
                {toDecimal(factor, 2)}
              </Fragment>
            ))}
        </small>
      )}
    </span>
  );
}

const MOST_NAMES = 3;

function namesOf(rest: readonly Contribution[]): string[] {
  const names = rest.map(({ of }) => toName(of));
  return names.length <= MOST_NAMES + 1 ? names : [...names.slice(0, MOST_NAMES), words.others(names.length - MOST_NAMES)];
}

function toWords(contributions: readonly Contribution[], point: number): string {
  const adding = contributions.filter(({ points }) => points > 0);
  const [top, ...rest] = [...adding].sort((a, b) => b.points - a.points);
  if (!top) return words.nothing;
  if (rest.length === 0) return words.wordsOne(toName(top.of), toPoints(top.points));
  return words.words(toName(top.of), toPoints(top.points), toPoints(point), toList(namesOf(rest)));
}
