import type { components } from '../../../docs/api-types.ts';
import { useRead } from '../../api/use-read.ts';
import { now, today } from '../../config.ts';
import { toDay } from '../../format.ts';
import { t } from '../../messages/text.ts';
import { BandTag, pointInWords, pointOf, spanOf } from '../../parts/band.tsx';
import { Day } from '../../parts/moment.tsx';
import { Scroll } from '../../parts/scroll.tsx';
import { Read } from '../../parts/states.tsx';
import { HistoryPlot } from '../../plots/history.tsx';
import type { Plotted } from '../../plots/series.ts';
import { endOf, type Moment } from './tab-props.ts';

const words = t.platform.exposure;
type Exposure = components['schemas']['Exposure'];
type Step = Exposure['steps'][number];

/** Exposure by the facts of each day: apart from what stood published, and never drawn with it. */
export function PlatformExposure({ platform, moment }: { readonly platform: string; readonly moment: Moment | undefined }) {
  const until = moment ? `?to=${moment.asOf}&knownBy=${moment.knownBy}` : '';
  const reading = useRead<Exposure>(`/v1/platforms/${platform}/exposure${until}`);
  return (
    <section>
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <Read from={reading}>{(exposure) => <Line {...exposure} />}</Read>
    </section>
  );
}

function Line({ platform, steps, to }: Exposure) {
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last) return null;
  const text = words.words(toDay(first.day), toDay(to), pointInWords(first), pointInWords(last));
  const end = to === today() ? now() : new Date(endOf(to));
  const listed = steps.filter((step, i) => isListed(step, steps[i - 1]));
  return (
    <>
      <p>{text}</p>
      <figure>
        <HistoryPlot series={steps.map(toPlotted)} turns={[]} end={end} label={text} kind="by-day" />
      </figure>
      <Scroll label={words.title}>
        <table class="compact">
          <Head />
          <tbody>
            {listed.toReversed().map((step) => (
              <Row key={step.day} platform={platform} step={step} />
            ))}
          </tbody>
        </table>
      </Scroll>
      {listed.length < steps.length && <p class="note">{words.leftOut(steps.length - listed.length)}</p>}
    </>
  );
}

/** What age alone moved by a tenth stands in the plot only. */
function isListed({ causes, band, gate }: Step, before: Step | undefined): boolean {
  return !before || before.band !== band || before.gate !== gate || causes.some(({ kind }) => kind !== 'time');
}

function toPlotted({ day, score, band, causes }: Step, i: number): Plotted {
  const kinds = new Set(causes.map(({ kind }) => kind));
  const cause = i === 0 ? 'first' : kinds.has('facts') || kinds.has('evidence') ? 'facts' : kinds.has('law') ? 'register' : 'time';
  return { on: new Date(`${day}T00:00:00Z`), score: { id: day, score, band }, cause };
}

function Head() {
  const { columns } = words;
  return (
    <thead>
      <tr>
        <th scope="col">{columns.day}</th>
        <th scope="col">{columns.because}</th>
        <th scope="col" class="number">
          {columns.score}
        </th>
        <th scope="col" class="number">
          {columns.range}
        </th>
        <th scope="col">{columns.band}</th>
        <th scope="col">{columns.gate}</th>
        <th scope="col">{columns.facts}</th>
      </tr>
    </thead>
  );
}

function Row({ platform, step: { day, score, band, gate, assessment, causes } }: { readonly platform: string; readonly step: Step }) {
  return (
    <tr>
      <th scope="row">
        <Day of={day} />
      </th>
      <td>
        {causes.length === 0
          ? words.first
          : causes.map(({ kind, refs }) => words.causes[kind](refs.slice(0, 3).join(', '), Math.max(0, refs.length - 3))).join('; ')}
      </td>
      <td class="number">{pointOf({ score, band })}</td>
      <td class="number">{spanOf({ score, band })}</td>
      <td>
        <BandTag band={band} />
      </td>
      <td>{t.gates[gate]}</td>
      <td>
        <a href={`/platforms/${platform}/assessments/${assessment.revision}`}>{words.facts(assessment.revision, toDay(assessment.asOf))}</a>
        {assessment.noneThatEarly && <small> {words.noneThatEarly}</small>}
      </td>
    </tr>
  );
}
