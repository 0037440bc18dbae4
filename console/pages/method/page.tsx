import { useRead } from '../../api/use-read.ts';
import type { Band } from '../../api/views.ts';
import { toCount, toDecimal } from '../../format.ts';
import { t } from '../../messages/text.ts';
import { BandTag } from '../../parts/band.tsx';
import { Scroll } from '../../parts/scroll.tsx';
import { Read } from '../../parts/states.tsx';
import { useTitle } from '../../parts/title.tsx';
import { Glossary } from './glossary.tsx';
import { Sensitivity } from './sensitivity.tsx';

const words = t.method;
type Weights = Readonly<Record<string, number | null>>;
type Method = {
  readonly version: string;
  readonly register: { readonly version: string };
  readonly bands: readonly { readonly name: string; readonly from: number }[];
  readonly confidences: readonly { readonly name: string; readonly below: number | null }[];
  readonly gate: Readonly<Record<'restrictFromPoint' | 'precautionFromHigh' | 'allowBelowHigh' | 'allowBelowOpen', number>>;
  readonly weights: Readonly<Record<string, Weights | Readonly<Record<string, Weights>> | number>>;
};

/** The method in words, and every figure in it. */
export function MethodPage() {
  useTitle(words.title);
  const reading = useRead<Method>('/v1/method');
  return (
    <>
      <h1>{words.title}</h1>
      <Read from={reading}>
        {({ version, register, bands, confidences, gate, weights }) => (
          <>
            <p class="lead">{words.lead(version, register.version)}</p>
            <p>
              <strong>{words.says}</strong>
            </p>
            <ul class="sentences">
              {words.points.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
            <p>{words.formula}</p>
            <div class="columns">
              <section>
                <h2>{words.bands}</h2>
                <table class="compact">
                  <thead>
                    <tr>
                      <th scope="col">{words.band}</th>
                      <th scope="col" class="number">
                        {words.from}
                      </th>
                      <th scope="col" class="number">
                        {words.to}
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {bands.map(({ name, from }, i) => (
                      <tr key={name}>
                        <th scope="row">
                          <BandTag band={name as Band} />
                        </th>
                        <td class="number">{from}</td>
                        <td class="number">{bands[i + 1]?.from ?? 100}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
                <h3>{words.gate}</h3>
                <p>{words.gateWords(gate.restrictFromPoint, gate.precautionFromHigh, gate.allowBelowHigh, gate.allowBelowOpen)}</p>
              </section>
              <section>
                <h2>{words.confidence}</h2>
                <WeightTable
                  title={words.below}
                  weights={Object.fromEntries(confidences.map(({ name, below }) => [t.confidences[name as keyof typeof t.confidences], below]))}
                  none={words.any}
                />
              </section>
            </div>
            <Glossary />
            <Sensitivity />
            <section>
              <h2>{words.weights}</h2>
              <div class="weights">
                {Object.entries(words.tables).map(([key, title]) => {
                  const table = weights[key];
                  if (typeof table !== 'object') return null;
                  return isNested(table) ? (
                    <NestedTable key={key} title={title} rows={table} />
                  ) : (
                    <WeightTable key={key} title={title} weights={table} none={words.never} />
                  );
                })}
              </div>
            </section>
          </>
        )}
      </Read>
    </>
  );
}

const isNested = (table: Weights | Readonly<Record<string, Weights>>): table is Readonly<Record<string, Weights>> =>
  Object.values(table).some((value) => typeof value === 'object' && value !== null);

/** The words for what the method's tables name by their codes. */
const TERMS: Readonly<Record<string, string>> = {
  ...t.jurisdiction.items,
  ...t.modes,
  ...t.safeguards,
  ...t.incidentKinds,
  ...t.platform.dossier.statement,
  ...words.terms,
};
const toTerm = (name: string) => TERMS[name] ?? name;

/** Shares with two places, days and points as they are. */
const toFigure = (weight: number) => (weight > 1 ? toCount(weight) : toDecimal(weight, 2));

function WeightTable({ title, weights, none }: { readonly title: string; readonly weights: Weights; readonly none: string }) {
  return (
    <table class="compact">
      <caption>{title}</caption>
      <tbody>
        {Object.entries(weights).map(([name, weight]) => (
          <tr key={name}>
            <th scope="row">{toTerm(name)}</th>
            <td class="number">{weight === null ? none : toFigure(weight)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function NestedTable({ title, rows }: { readonly title: string; readonly rows: Readonly<Record<string, Weights>> }) {
  const columns = Object.keys(Object.values(rows)[0] ?? {});
  return (
    <Scroll label={title} class="whole">
      <table class="compact">
        <caption>{title}</caption>
        <thead>
          <tr>
            <td />
            {columns.map((name) => (
              <th scope="col" class="number" key={name}>
                {toTerm(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Object.entries(rows).map(([name, row]) => (
            <tr key={name}>
              <th scope="row">{toTerm(name)}</th>
              {columns.map((column) => (
                <td class="number" key={column}>
                  {toFigure(row[column] ?? 0)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
