import { usePlatformNames } from '../../api/use-platform-names.ts';
import { useRead } from '../../api/use-read.ts';
import { toDay, toDecimal } from '../../format.ts';
import { t } from '../../messages/text.ts';
import { type Coverage, toCoverage } from '../../parts/coverage.ts';
import { toStateName } from '../../parts/places.ts';
import { Scroll } from '../../parts/scroll.tsx';
import { Read } from '../../parts/states.tsx';
import { useTitle } from '../../parts/title.tsx';
import { HazardBar, type Share, toShareRange } from '../../plots/hazard-bar.tsx';
import { HazardHistory, type LawRow } from '../../plots/hazard-history.tsx';
import type { PageProps } from '../page-props.ts';
import { type LawItem, LawTable } from './law-table.tsx';
import type { Provisions } from './provisions.tsx';

const words = t.jurisdiction;
type Jurisdiction = Provisions &
  Coverage & {
    readonly code: string;
    readonly name: string;
    readonly euEea: boolean;
    readonly hazard: Share;
    readonly row: Readonly<Record<string, LawItem>> | null;
    readonly platforms: readonly { readonly platform: string; readonly modes: readonly (keyof typeof t.modes)[] }[];
    readonly register: { readonly version: string };
  };
type History = { readonly rows: readonly (LawRow & Coverage)[] };

/** The law of one jurisdiction: over time, item by item with provision and source, and whom it reaches. */
export function JurisdictionPage({ params: { code = '' } }: PageProps) {
  const law = useRead<Jurisdiction>(`/v1/jurisdictions/${code}`);
  const history = useRead<History>(`/v1/jurisdictions/${code}/history`);
  const nameOf = usePlatformNames();
  useTitle(law.data && toStateName(code, law.data.name));
  return (
    <>
      <p class="crumb">
        <a href="/jurisdictions">{t.jurisdictions.title}</a>
      </p>
      <Read from={law} isPage>
        {({ name, euEea, hazard, row, platforms, register, facts, sources, ...coverage }) => (
          <>
            <h1>{toStateName(code, name)}</h1>
            <div class="provisional">
              <p class="big">
                <small>{t.jurisdictions.columns.hazard}</small>
                <span class="points">{toDecimal(hazard.point, 2)}</span>
                {hazard.high > hazard.low && <small>{toShareRange(hazard)}</small>}
                {euEea ? (
                  <span>{t.jurisdictions.euEea}</span>
                ) : (
                  <small>
                    {t.jurisdictions.columns.coverage} {toCoverage(coverage)}
                  </small>
                )}
              </p>
              <HazardBar hazard={hazard} />
            </div>
            <section>
              <h2>{words.reaches}</h2>
              {platforms.length === 0 ? (
                <p class="note">{words.none}</p>
              ) : (
                <ul class="chips">
                  {platforms.map(({ platform, modes }) => (
                    <li key={platform}>
                      <a href={`/platforms/${platform}`}>{nameOf(platform)}</a> <small>{modes.map((mode) => t.modes[mode]).join(', ')}</small>
                    </li>
                  ))}
                </ul>
              )}
            </section>
            <Read from={history}>{({ rows }) => <Rows name={toStateName(code, name)} rows={rows} />}</Read>
            <section>
              <h2>{words.law}</h2>
              {row ? <LawTable row={row} facts={facts} sources={sources} /> : <p class="note">{words.noRow}</p>}
              <p class="note">
                {t.platform.record.register} {register.version}
              </p>
            </section>
          </>
        )}
      </Read>
    </>
  );
}

function Rows({ name, rows }: { readonly name: string; readonly rows: readonly (LawRow & Coverage)[] }) {
  if (rows.length === 0) return null;
  const { columns } = words;
  const day = (date: string | null | undefined, open: string) => (date ? toDay(date) : open);
  const text = words.historyWords(name, day(rows[0]?.from, words.start), day(rows.at(-1)?.to, words.open), rows.length);
  return (
    <section>
      <h2>{words.history}</h2>
      <p class="wide">{text}</p>
      <figure>
        <HazardHistory rows={rows} label={text} />
      </figure>
      <Scroll label={words.history}>
        <table class="compact">
          <thead>
            <tr>
              <th scope="col">{columns.from}</th>
              <th scope="col">{columns.to}</th>
              <th scope="col" class="number">
                {columns.hazard}
              </th>
              <th scope="col" class="number">
                {t.jurisdictions.columns.range}
              </th>
              <th scope="col">{t.jurisdictions.columns.coverage}</th>
              <th scope="col">{columns.adequacy}</th>
              <th scope="col">{columns.note}</th>
            </tr>
          </thead>
          <tbody>
            {[...rows].reverse().map(({ from, to, hazard, adequacy, note, ...coverage }) => (
              <tr key={from}>
                <th scope="row">{from ? <span title={from}>{toDay(from)}</span> : words.start}</th>
                <td>{to ? <span title={to}>{toDay(to)}</span> : words.inForce}</td>
                <td class="number">{toDecimal(hazard.point, 2)}</td>
                <td class="number">{toShareRange(hazard)}</td>
                <td>{toCoverage(coverage)}</td>
                <td>{adequacy === null ? '–' : (words.adequacies[adequacy] ?? adequacy)}</td>
                <td>{note ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
