import { useReadAll } from '../../api/use-read.ts';
import { toDecimal } from '../../format.ts';
import { t } from '../../messages/text.ts';
import { type Coverage, toCoverage } from '../../parts/coverage.ts';
import { toStateName } from '../../parts/places.ts';
import { Read } from '../../parts/states.tsx';
import { Term } from '../../parts/term.tsx';
import { useTitle } from '../../parts/title.tsx';
import { HazardBar, type Share, toShareRange } from '../../plots/hazard-bar.tsx';
import { usePlace, withQuery } from '../../router.ts';

const words = t.jurisdictions;
type InShort = Coverage & {
  readonly code: string;
  readonly name: string;
  readonly euEea: boolean;
  readonly hazard: Share;
  readonly compulsion: number;
};

/** Every state by how far it can compel. Those of which no power is coded are not ranked by their point. */
export function Jurisdictions() {
  useTitle(words.title);
  const { query } = usePlace();
  const isAll = query.get('show') === 'all';
  const reading = useReadAll<InShort>('/v1/jurisdictions');
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead wide">{words.lead}</p>
      <Read from={reading}>
        {(all) => {
          const ranked = all
            .filter(({ coverage, euEea }) => (coverage === 'full' || coverage === 'partial') && !euEea)
            .sort((a, b) => b.hazard.point - a.hazard.point);
          const rest = all.filter((one) => !ranked.includes(one));
          const rows = isAll ? [...ranked, ...rest] : ranked;
          return (
            <>
              <div class="table-head">
                <p role="status" class="wide">
                  {words.words(ranked.length, ranked[0]?.code ?? '')}
                </p>
                <a href={withQuery({ show: isAll ? undefined : 'all' })}>{isAll ? words.only : `${words.all} (${all.length})`}</a>
              </div>
              <table class="compact stacking">
                <thead>
                  <tr>
                    <th scope="col">{words.columns.name}</th>
                    <th scope="col" class="number">
                      <Term of="hazard">{words.columns.hazard}</Term>
                    </th>
                    <th scope="col" class="number">
                      <Term of="not-excluded">{words.columns.range}</Term>
                    </th>
                    <th scope="col" class="plot">
                      {words.columns.plot}
                    </th>
                    <th scope="col" class="number">
                      {words.columns.compulsion}
                    </th>
                    <th scope="col">{words.columns.coverage}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map(({ code, name, euEea, hazard, compulsion, ...coverage }) => (
                    <tr key={code}>
                      <th scope="row">
                        <a href={`/jurisdictions/${code}`}>{toStateName(code, name)}</a> <small class="code">{code}</small>
                      </th>
                      <td class="number" data-label={words.columns.hazard}>
                        {toDecimal(hazard.point, 2)}
                      </td>
                      <td class="number soft" data-label={words.columns.range}>
                        {toShareRange(hazard)}
                      </td>
                      <td class="plot" data-label={words.columns.plot}>
                        <HazardBar hazard={hazard} />
                      </td>
                      <td class="number" data-label={words.columns.compulsion}>
                        {toDecimal(compulsion, 2)}
                      </td>
                      <td data-label={words.columns.coverage}>{euEea ? words.euEea : toCoverage(coverage)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </>
          );
        }}
      </Read>
    </>
  );
}
