import type { components } from '../../docs/api-types.ts';
import { toDay, toPoints } from '../format.ts';
import { t } from '../messages/text.ts';
import { BandTag, spanOf } from '../parts/band.tsx';

const words = t.revision.effect;
type Effect = components['schemas']['Effect'];
type Figures = components['schemas']['Figures'];

/** What an approval would change, beforehand: for which days it answers, today's score, past days, and the facts that are dropped. */
export function EffectView({ effect }: { readonly effect: Effect }) {
  const { asOf, changesToday, answersUntil, inPlaceOf, today, days, dropped } = effect;
  return (
    <section class="effect" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p>
        <strong>{changesToday ? words.current(toDay(asOf)) : words.history(toDay(asOf))}</strong>{' '}
        {answersUntil === null ? words.answersOn(toDay(asOf)) : words.answers(toDay(asOf), toDay(answersUntil))}{' '}
        {inPlaceOf && words.inPlaceOf(inPlaceOf.revision, toDay(inPlaceOf.asOf))}
      </p>
      <table class="compact narrow">
        <thead>
          <tr>
            <th scope="col">{words.columns.day}</th>
            <th scope="col">{words.columns.before}</th>
            <th scope="col">{words.columns.after}</th>
          </tr>
        </thead>
        <tbody>
          {today && <Sides name={words.today} {...today} />}
          {days.map(({ day, ...sides }) => (
            <Sides key={day} name={toDay(day)} {...sides} />
          ))}
        </tbody>
      </table>
      {dropped.length > 0 && <p>{words.dropped(dropped.join(', '))}</p>}
    </section>
  );
}

function Sides({ name, before, after }: { readonly name: string; readonly before: Figures | null; readonly after: Figures }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{before ? <Score {...before} /> : words.nothing}</td>
      <td>
        <Score {...after} />
      </td>
    </tr>
  );
}

function Score({ band, gate, ...score }: Figures) {
  return (
    <>
      {band !== 'unrated' && toPoints(score.point)} <BandTag band={band} />{' '}
      <small>{[...(band === 'unrated' ? [] : [spanOf({ score, band })]), t.gates[gate]].join(', ')}</small>
    </>
  );
}
