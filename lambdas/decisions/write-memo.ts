import type { Score } from '../../domain/explain/published-score.ts';
import { sayHeldFact } from '../../domain/explain/say-holds.ts';
import type { Sentence } from '../../domain/explain/sentence.ts';
import { toDate } from '../../domain/facts/date.ts';
import type { Platform } from '../../domain/facts/platform.ts';
import { type Decision, type Endorsement, stateAt } from '../../domain/record/decision.ts';
import type { DecisionProgress } from '../../domain/record/decision-progress.ts';
import type { PartyAnswer } from '../../domain/record/hearing/answer.ts';
import type { Revision } from '../../domain/record/revision.ts';
import { countQuotes, listCaptured } from '../../domain/vault/quotes.ts';
import type { MemoTexts } from '../../messages/en/memo.ts';
import type { Formatter } from '../../messages/formatter.ts';
import { saySentence } from '../../messages/say-sentence.ts';
import { Html, html } from './html.ts';
import type { Law, LawOfDay } from './law.ts';
import { type MemoGrounds, verifiedOf } from './memo-grounds.ts';
import { hearingOf } from './memo-hearing.ts';
import { cut, type MemoLanguage, placesOf } from './memo-words.ts';
import { STYLE } from './page-style.ts';

export type MemoMatter = {
  readonly decision: Decision;
  readonly progress: DecisionProgress;
  readonly profile: Platform;
  /** Whether any document of its terms is watched now. */
  readonly isWatched: boolean;
  readonly score: Score;
  readonly grounds: MemoGrounds;
  readonly revision: Revision;
  /** Captures of its quotes that have been erased since. */
  readonly erased: ReadonlySet<string>;
  /** Who approved the assessment. */
  readonly checked: { readonly by: string; readonly at: string } | undefined;
  readonly law: LawOfDay;
  /** What the party answered, in the order in which it came in. */
  readonly answers: readonly PartyAnswer[];
  /** The instant whose state it shows; of it the page prints the day alone, so that it is the same page until something in it changes. */
  readonly at: string;
};

/** Counted up with each change of what the page says or how it looks, in any language: who has the page before it asks by this. */
export const TEMPLATE = 3;

/** What is shown one by one, and letters of what others wrote and of a provision: so that a memo keeps to two pages. Of the decision nothing is cut. */
const MOST = 3;
const MOST_QUOTE = 200;
const MOST_PROVISION = 120;

/** The decision as a page for a file: what is decided, what it rests on, who reaches the data, by whom it was decided, and how to check it. */
export function writeMemo(matter: MemoMatter, said: MemoLanguage): string {
  const { decision, progress, score, grounds, revision, erased, checked, law, answers, at } = matter;
  const { texts, format } = said;
  const { headings, rows } = texts;
  const captures = listCaptured(revision.assessment);
  const profile = decision.grounds.platform ?? matter.profile;
  const title = texts.titles[decision.decision](profile.name);
  const { incidents } = grounds;
  return html`<!doctype html><html lang="${texts.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><style>${asIs(STYLE)}</style></head><body><main>
<h1>${title}</h1>
<p>${profile.operator}${profile.parent === undefined ? '' : `; ${texts.parent(profile.parent)}`}. <strong>${texts.state(format.day(toDate(at)), texts.states[stateAt(decision, progress, at)])}</strong></p>
<h2>${headings.decision}</h2>${table([
    [rows.devices, format.and(decision.scope.map((one) => texts.devices[one]))],
    [rows.effective, momentOf(decision.effectiveAt, format)],
    [rows.enforced, momentOf(decision.enforceBy, format)],
    [rows.consequence, decision.consequence],
    [rows.expires, momentOf(decision.expiresAt, format)],
    [rows.apps, appsOf(decision, texts)],
    [rows.conditions, (decision.conditions ?? []).map(({ text }) => text).join(' · ')],
    [rows.exempted, (decision.exemptions ?? []).map(({ group, reason, until }) => texts.until(group, momentOf(until, format), reason)).join(' · ')],
    [rows.reasons, decision.note],
  ])}
<h2>${headings.grounds}</h2><p>${figureOf(score, said)}</p>
<ul>${grounds.facts.map((fact) => groundOf(fact, matter, said))}</ul>
<p>${texts.asOf(format.day(revision.assessment.asOf), format.day(score.asOf))} ${texts.quotes(countQuotes(revision.assessment, erased))}${matter.isWatched ? '' : ` ${texts.notWatched}`}</p>
<h2>${headings.access}</h2><ul>${grounds.reached.map(([mode, codes]) => html`<li>${texts.reached[mode](placesOf(codes, said))}</li>`)}</ul>
<h2>${headings.incidents}</h2>${
    incidents.length === 0
      ? html`<p>${texts.noIncident}</p>`
      : html`<ul>${incidents.slice(0, MOST).map(({ on, kind, summary }) => html`<li>${texts.incident(format.day(on), texts.incidents[kind], cut(summary, MOST_QUOTE))}</li>`)}</ul>`
  }
<h2>${headings.law}</h2><ul>${law.jurisdictions.slice(0, MOST).map((one) => lawOf(one, texts))}</ul>
<h2>${headings.hearing}</h2>${hearingOf({ decision, progress, answers, assessment: revision.assessment, at }, said)}
<h2>${headings.persons}</h2>${table([
    [rows.proposed, texts.word(decision.proposedBy, momentOf(decision.proposedAt, format))],
    ...endorsementsOf(rows.approved, progress.approvals, said),
    ...endorsementsOf(rows.revoked, progress.revocations, said),
    [rows.facts, texts.word(revision.submittedBy, momentOf(revision.submittedAt, format))],
    [rows.checked, checked === undefined ? '' : texts.word(checked.by, momentOf(checked.at, format))],
  ])}
<h2>${headings.seals}</h2><p>${texts.seals}</p>${table([
    [rows.decision, html`<code>${decision.id} ${decision.hash}</code>`],
    [rows.assessment, html`<code>${revision.revision} ${decision.grounds.assessment.hash}</code>`],
    [rows.register, html`<code>${score.register.version} ${score.register.hash}</code>`],
    [rows.captures, captures.length === 0 ? '' : html`<code>${captures.join(' ')}</code>`],
    [rows.score, html`<code>${decision.grounds.score} ${score.shortVector}</code>`],
  ])}
</main></body></html>
`.text;
}

function table(rows: readonly (readonly [string, string | Html])[]): Html {
  return html`<table>${rows.filter(([, value]) => value !== '').map(([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</table>`;
}

/** A day, with the minute where it is not midnight; all in UTC. */
function momentOf(instant: string, format: Formatter): string {
  return /T00:00(:00(\.0+)?)?Z$/.test(instant) ? format.day(instant) : `${format.minute(instant)} UTC`;
}

/** What is named, and apart from it what is open; of an unrated platform no point. */
function figureOf({ score, open, band, gate }: Score, { texts, format }: MemoLanguage): string {
  const [low, point, high] = [score.low, score.point, score.high].map(format.points) as [string, string, string];
  return [
    band === 'unrated' ? texts.unrated(low, high) : texts.figure(point, low, high, texts.bands[band]),
    ...(open && open.whole > 0 ? [texts.open(format.points(open.whole))] : []),
    texts.gate(texts.asks[gate]),
  ].join(' ');
}

function appsOf({ grounds: { apps } }: Decision, texts: MemoTexts): string {
  return (
    (Object.keys(texts.systems) as (keyof typeof texts.systems)[])
      .filter((system) => apps[system].length > 0)
      .map((system) => `${texts.systems[system]}: ${apps[system].join(', ')}`)
      .join(' · ') || texts.noApps
  );
}

/** A fact that holds the gate, whose words those are and how old, and the words themselves. */
function groundOf(fact: MemoGrounds['facts'][number], { revision, erased }: MemoMatter, { texts, format }: MemoLanguage): Html {
  const sentences = sayHeldFact(fact).map((one) => saySentence(texts.explanation, format.language === 'en' ? withDays(one, format) : one));
  const { quote } = fact.words;
  const state = verifiedOf(fact, revision.assessment, erased);
  const words = quote !== undefined && state && html`<blockquote>“${cut(quote, MOST_QUOTE)}” (${texts.verified[state]})</blockquote>`;
  return html`<li>${sentences.join(' ')}${words || ''}</li>`;
}

/** English sentences repeat days as the API has them; those of other languages write them out themselves. */
function withDays({ params, ...sentence }: Sentence, format: Formatter): Sentence {
  const written = Object.entries(params).map(([name, value]) => [name, /^\d{4}-\d\d-\d\d$/.test(String(value)) ? format.day(String(value)) : value]);
  return { ...sentence, params: Object.fromEntries(written) } as Sentence;
}

/** Provisions are named as the register has them. */
function lawOf({ code, provisions }: Law, { places, provisions: say }: MemoTexts): Html {
  if (provisions.length === 0) return html`<li>${places.name(code)}</li>`;
  return html`<li>${say(places.name(code), provisions.map((text) => cut(text.replace(/\.$/, ''), MOST_PROVISION)).join('; '))}</li>`;
}

function endorsementsOf(what: string, endorsements: readonly Endorsement[], { texts, format }: MemoLanguage): [string, string][] {
  return endorsements.map(({ by, at, note, withdrawnAt }) => [
    what,
    [
      texts.word(by, momentOf(at, format)),
      ...(withdrawnAt === undefined ? [] : [texts.takenBack(momentOf(withdrawnAt, format))]),
      ...(note === undefined ? [] : [cut(note, MOST_QUOTE)]),
    ].join('; '),
  ]);
}

/** The style is our own, and its hash is in the policy of the page: it must not be escaped. */
function asIs(text: string): Html {
  return new Html(text);
}
