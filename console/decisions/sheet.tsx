import type { ComponentChildren } from 'preact';
import type { components } from '../../docs/api-types.ts';
import { saySentence } from '../../messages/say-sentence.ts';
import { toDay, toList, toName, toPoints } from '../format.ts';
import { t } from '../messages/text.ts';
import { BandTag, pointOf } from '../parts/band.tsx';
import { Day } from '../parts/moment.tsx';
import { RangeBar } from '../plots/range-bar.tsx';
import { SheetTools } from './sheet-tools.tsx';

type SheetView = components['schemas']['DecisionSheet'];
const words = t.sheet;

/** What a decision rests on, whom it hits, what tools will do of it, and what happens when. */
export function Sheet({ sheet }: { readonly sheet: SheetView }) {
  const { score, rank, grounds, reached, incidents, law, quotes, apps, lower, dates } = sheet;
  return (
    <>
      <Part title={words.figure}>
        <p>
          {score.band !== 'unrated' && <span class="points">{pointOf(score)} </span>}
          <BandTag band={score.band} /> {rank && saySentence(t.explanation, rank.sentence)}
        </p>
        <RangeBar range={score.score} band={score.band} open={score.open?.whole} height={34} />
        <p>
          {saySentence(t.explanation, { code: `gate-${score.gate}`, params: {}, text: '' })}{' '}
          {score.open && score.open.whole > 0 && words.opens(toPoints(score.open.whole))} {words.facts(toDay(score.factsAsOf), toDay(score.asOf))}{' '}
          {!score.isCurrent && words.replaced}
        </p>
      </Part>
      <Part title={words.grounds}>
        <ol>
          {grounds.map(({ fact, sentences, words: said, verified, holdsGate }) => (
            <li key={fact}>
              {sentences.map((one) => saySentence(t.explanation, one)).join(' ')} {holdsGate && <strong>{words.holds}</strong>}
              {said.quote !== undefined && (
                <p>
                  <q>{said.quote}</q> <small>({words.verified[verified ?? 'unverified']})</small>
                </p>
              )}
            </li>
          ))}
        </ol>
        <p class="note">
          {t.sayQuotes(quotes)}. {!sheet.isWatched && words.notWatched}
        </p>
      </Part>
      <Part title={words.reached}>
        <ul>
          {reached.map(({ mode, jurisdictions }) => (
            <li key={mode}>
              <strong>{t.modes[mode]}:</strong> {toList(jurisdictions.map(toName))}
            </li>
          ))}
        </ul>
      </Part>
      <Part title={words.incidents}>
        {incidents.length === 0 ? (
          <p>{words.noIncident}</p>
        ) : (
          <ul>
            {incidents.map(({ id, on, kind, summary }) => (
              <li key={id}>
                <Day of={on} />, {t.incidentKinds[kind]}: {summary}
              </li>
            ))}
          </ul>
        )}
      </Part>
      <Part title={words.law}>
        <ul>
          {law.map(({ jurisdiction, provisions }) => (
            <li key={jurisdiction}>
              <a href={`/jurisdictions/${jurisdiction}`}>{toName(jurisdiction)}</a>
              {provisions.length > 0 && `: ${provisions.join('; ')}`}
            </li>
          ))}
        </ul>
      </Part>
      <Part title={words.hit}>
        <ul>
          {(['android', 'ios', 'web'] as const).map((system) => (
            <li key={system}>
              <strong>{SYSTEMS[system]}:</strong> {apps[system].length === 0 ? words.none : <code>{apps[system].join(' ')}</code>}
            </li>
          ))}
        </ul>
      </Part>
      <Part title={words.tools}>
        <SheetTools tools={sheet.tools} />
      </Part>
      {lower.length > 0 && (
        <Part title={words.lower}>
          <p>{words.lowerLead}</p>
          <ul>
            {lower.map(({ band, jurisdictions }) => (
              <li key={band}>
                {jurisdictions.length === 0 ? words.lowerNone(t.bands[band]) : words.lowerTo(toList(jurisdictions.map(toName)), t.bands[band])}
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part title={words.dates}>
        <ul>
          {dates.map(({ on, what, about }) => (
            <li key={`${on} ${what} ${about}`}>
              <Day of={on} />: {words.kinds[what]} {about}
            </li>
          ))}
        </ul>
      </Part>
    </>
  );
}

const SYSTEMS = { android: 'Android', ios: 'iOS', web: 'Web' } as const;

function Part({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
