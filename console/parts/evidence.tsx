import type { Evidence, Source } from '../api/views.ts';
import { toAge, toDay } from '../format.ts';
import { t } from '../messages/text.ts';

const words = t.platform.dossier;
export type Moment = { readonly asOf: string; readonly knownBy: string };
export type About = { readonly sources: Readonly<Record<string, Source>>; readonly moment?: Moment | undefined };

/** The words of the sources, each with who said them, when, and how far it is to be believed. */
export function EvidenceList({ of, sources, moment }: About & { readonly of: readonly Evidence[] }) {
  return (
    <ul class="evidence">
      {of.map((item, i) => (
        <li key={i} class={item.stance === 'contradicts' ? 'against' : ''}>
          <Item item={item} source={sources[item.source]} moment={moment} />
        </li>
      ))}
    </ul>
  );
}

function Item({ item, source, moment }: { readonly item: Evidence; readonly source: Source | undefined; readonly moment: Moment | undefined }) {
  const isLater = moment !== undefined && (item.observed > moment.asOf || (source?.published ?? '') > moment.knownBy);
  return (
    <div class={isLater ? 'later' : ''}>
      {item.stance === 'contradicts' && <strong class="stance">{words.against} </strong>}
      {item.quote ? <blockquote>{item.quote}</blockquote> : <p class="note">{words.noQuote}</p>}
      <p class="source">
        {source && (
          <abbr class="grade" title={words.gradeMeans(source.reliability, item.credibility)}>
            {words.grade(source.reliability, item.credibility)}
          </abbr>
        )}{' '}
        {source?.url ? (
          <a href={source.url} rel="noreferrer" target="_blank">
            {source.title}
          </a>
        ) : (
          (source?.title ?? item.source)
        )}
        {source && `, ${source.publisher}`}
        {item.locator && `, ${item.locator}`}{' '}
        <small>
          {words.observed}{' '}
          <time dateTime={item.observed} title={`${item.observed} UTC`}>
            {toDay(item.observed)}, {toAge(item.observed)}
          </time>
          {source?.statementBy && source.statementBy !== 'third-party' && ` · ${words.statement[source.statementBy]}`}
          {isLater && ` · ${words.future}`}
        </small>
      </p>
    </div>
  );
}
