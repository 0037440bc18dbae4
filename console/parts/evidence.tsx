import { quoteStateOf } from '../../domain/vault/quotes.ts';
import type { Anchor, Evidence, Source } from '../api/views.ts';
import { toAge, toDay } from '../format.ts';
import { t } from '../messages/text.ts';
import { InCapture } from '../review/in-capture.tsx';

const words = t.platform.dossier;
export type Moment = { readonly asOf: string; readonly knownBy: string };
export type About = {
  readonly sources: Readonly<Record<string, Source>>;
  readonly moment?: Moment | undefined;
  /** Captures of its quotes that have been erased since. */
  readonly erased?: ReadonlySet<string> | undefined;
  /** Where quotes stood in their captures, for whoever holds one against the other. */
  readonly anchors?: ReadonlyMap<Evidence, Anchor> | undefined;
};

/** The words of the sources, each with who said them, when, and how far it is to be believed. */
export function EvidenceList({ of, sources, moment, erased, anchors }: About & { readonly of: readonly Evidence[] }) {
  return (
    <ul class="evidence">
      {of.map((item, i) => (
        <li key={i} class={item.stance === 'contradicts' ? 'against' : ''}>
          <Item item={item} source={sources[item.source]} moment={moment} erased={erased} anchor={anchors?.get(item)} />
        </li>
      ))}
    </ul>
  );
}

type ItemProps = Pick<About, 'moment' | 'erased'> & {
  readonly item: Evidence;
  readonly source: Source | undefined;
  readonly anchor: Anchor | undefined;
};

function Item({ item, source, moment, erased, anchor }: ItemProps) {
  const state = quoteStateOf(item, erased);
  const isLater = moment !== undefined && (item.observed > moment.asOf || (source?.published ?? '') > moment.knownBy);
  return (
    <div class={isLater ? 'later' : ''}>
      {item.stance === 'contradicts' && <strong class="stance">{words.against} </strong>}
      {item.quote ? (
        <blockquote>
          {item.quote}{' '}
          <abbr class={`quote-state quote-${state}`} title={words.quoteStates[state]}>
            {words.quoteTags[state]}
          </abbr>
        </blockquote>
      ) : (
        <p class="note">{words.noQuote}</p>
      )}
      {item.translation && (
        <p class="note">
          {words.translation}: {item.translation}
        </p>
      )}
      {anchor && <InCapture anchor={anchor} isErased={state === 'erased'} />}
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
          <time dateTime={item.observed} title={t.utc(item.observed)}>
            {toDay(item.observed)}, {toAge(item.observed)}
          </time>
          {source?.statementBy && source.statementBy !== 'third-party' && ` · ${words.statement[source.statementBy]}`}
          {source?.effective && ` · ${t.captures.effective} ${source.effective}`}
          {source?.recorded && ` · ${t.captures.recorded} ${source.recorded}`}
          {isLater && ` · ${words.future}`}
        </small>
      </p>
    </div>
  );
}
