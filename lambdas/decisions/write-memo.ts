import type { Score } from '../../domain/explain/published-score.ts';
import type { Assessment } from '../../domain/facts/assessment.ts';
import { toDate } from '../../domain/facts/date.ts';
import type { Evidence } from '../../domain/facts/evidence.ts';
import { expandPaths } from '../../domain/facts/expand-paths.ts';
import type { Platform } from '../../domain/facts/platform.ts';
import { type Decision, type Endorsement, stateAt } from '../../domain/record/decision.ts';
import type { DecisionProgress } from '../../domain/record/decision-progress.ts';
import type { Revision } from '../../domain/record/revision.ts';
import { countQuotes, listCaptured, quoteStateOf } from '../../domain/vault/quotes.ts';
import { GATE_ASKS } from '../../messages/en/gates.ts';
import { sayQuotes } from '../../messages/en/quotes.ts';
import { Html, html } from './html.ts';
import type { Law, LawOfDay } from './law.ts';
import { STYLE } from './page-style.ts';

export type MemoMatter = {
  readonly decision: Decision;
  readonly progress: DecisionProgress;
  readonly profile: Platform;
  /** Whether any document of its terms is watched now. */
  readonly isWatched: boolean;
  readonly score: Score;
  readonly revision: Revision;
  /** Captures of its quotes that have been erased since. */
  readonly erased: ReadonlySet<string>;
  /** Who approved the assessment. */
  readonly checked: { readonly by: string; readonly at: string } | undefined;
  readonly law: LawOfDay;
  /** The instant whose state it shows; of it the page prints the day alone, so that it is the same page until something in it changes. */
  readonly at: string;
};

/** Jurisdictions that are shown one by one, and letters of what others wrote and of a provision: so that a memo keeps to two pages. Of the decision nothing is cut. */
const MOST = 4;
const MOST_QUOTE = 280;
const MOST_PROVISION = 160;

/** The decision as a page for a file: what is known, what it amounts to, what was decided, by whom, and how to check it. */
export function writeMemo(matter: MemoMatter): string {
  const { decision, progress, score, revision, erased, checked, law, at } = matter;
  const captures = listCaptured(revision.assessment);
  const profile = decision.grounds.platform ?? matter.profile;
  const state = stateAt(decision, progress, at);
  const shown = score.contributions.slice(0, MOST);
  return html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Decision on ${profile.name}</title><style>${asIs(STYLE)}</style></head><body><main>
<h1>${WORDS[decision.decision]}: ${profile.name}</h1>
<p>${profile.operator}${profile.parent === undefined ? '' : `; parent: ${profile.parent}`}. State on ${toDate(at)}: <strong>${state}</strong>.</p>
<h2>Decision</h2>${table([
    ['Decision', decision.decision],
    ['Devices', decision.scope.join(', ')],
    ['Effective', decision.effectiveAt],
    ['Enforced by', decision.enforceBy],
    ['Consequence', decision.consequence],
    ['Expires', decision.expiresAt],
    ['Apps', appsOf(decision)],
    ['Conditions', (decision.conditions ?? []).map(({ id, text }) => `${id}: ${text}`).join(' · ')],
    ['Exempted', (decision.exemptions ?? []).map(({ group, reason, until }) => `${group} until ${until}: ${reason}`).join(' · ')],
    ['Reasons', decision.note],
  ])}
<h2>Facts</h2><p>Assessment ${revision.revision}, as of ${revision.assessment.asOf}: the strongest path of each jurisdiction, in the words of its sources: ${sayQuotes(countQuotes(revision.assessment, erased))}.${matter.isWatched ? '' : ' Its terms are not watched: that no change is reported does not mean that there was none.'}</p>
<ul>${shown.flatMap(({ path }) => (path === undefined ? [] : [factOf(path, revision.assessment, erased)]))}</ul>
<h2>Score</h2><p>${figuresOf(score)}</p>
<table><tr><th>Points</th><th>From</th><th>Path</th><th>Factors</th></tr>${shown.map(({ of, points, path, factors }) => {
    const figures =
      factors === undefined
        ? ''
        : Object.entries(factors)
            .map(([name, value]) => `${name} ${value}`)
            .join(' · ');
    return html`<tr><td>${points}</td><td>${of}</td><td>${path ?? ''}</td><td>${figures}</td></tr>`;
  })}</table>
<h2>Law</h2><p>By the register ${score.register.version}${law.version === score.register.version ? '' : `; the words as ${law.version} has them`}, on ${score.asOf}.</p>
<ul>${law.jurisdictions.slice(0, MOST).map(lawOf)}</ul>
<h2>Persons</h2>${table([
    ['Proposed', `${decision.proposedBy}, ${decision.proposedAt}`],
    ...endorsementsOf('Approved', progress.approvals),
    ...endorsementsOf('Revoked', progress.revocations),
    ['Facts by', `${revision.submittedBy}, ${revision.submittedAt}`],
    ['Facts checked', checked === undefined ? '' : `${checked.by}, ${checked.at}`],
  ])}
<h2>Seals (SHA-256 over canonical JSON, RFC 8785)</h2>${table([
    ['Decision', html`<code>${decision.id} ${decision.hash}</code>`],
    ['Assessment', html`<code>${revision.revision} ${decision.grounds.assessment.hash}</code>`],
    ['Register', html`<code>${score.register.version} ${score.register.hash}</code>`],
    ['Captures', captures.length === 0 ? '' : html`<code>${captures.join(' ')}</code>`],
    ['Score', html`<code>${decision.grounds.score} ${score.shortVector}</code>`],
  ])}
</main></body></html>
`.text;
}

const WORDS = { allow: 'Use allowed', limit: 'Use limited', suspend: 'Use suspended' } as const;

function table(rows: readonly (readonly [string, string | Html])[]): Html {
  return html`<table>${rows.filter(([, value]) => value !== '').map(([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</table>`;
}

/** What is named, and apart from it what is open; of an unrated platform no point. */
function figuresOf({ score, parts, ways, open, band, confidence, gate, asOf, method }: Score): Html {
  const bounds = `${score.low} to ${score.high}`;
  const named =
    band === 'unrated' ? html`<strong>unrated</strong>, ${bounds}` : html`<strong>${score.point}</strong> (${bounds}), band <strong>${band}</strong>`;
  const shown = ({ low, point, high }: Score['score']) => (band === 'unrated' ? `${low} to ${high}` : `${point}`);
  return html`Of 100 points, higher is riskier: ${named}, confidence ${confidence}; as of ${asOf}, by ${method}. Gate ${gate}: ${GATE_ASKS[gate]}.
Storage ${shown(parts.storage)}, access ${shown(parts.access)}${ways ? `; states with an offensive programme ${shown(ways.programme)}, all others ${shown(ways.law)}` : ''}${
    open ? `. Open, through what nobody has named: ${open.whole}` : ''
  }.`;
}

function appsOf({ grounds: { apps } }: Decision): string {
  return (
    Object.entries(apps)
      .filter(([, ids]) => ids.length > 0)
      .map(([system, ids]) => `${system}: ${ids.join(', ')}`)
      .join(' · ') || 'none: no policy tool receives an app'
  );
}

function factOf(id: string, { paths, sources }: Assessment, erased: ReadonlySet<string>): Html {
  const path = expandPaths(paths).find((candidate) => candidate.id === id);
  if (!path) return html``;
  const quoted = path.evidence.filter(({ quote }) => quote !== undefined).slice(0, 1);
  const items = quoted.length > 0 ? quoted : path.evidence.slice(0, 1);
  return html`<li>${path.jurisdiction}, ${path.mode}${path.party === undefined ? '' : `, ${path.party}`} (${id})${items.map((item) => evidenceOf(item, sources, erased))}</li>`;
}

function evidenceOf(item: Evidence, sources: Assessment['sources'], erased: ReadonlySet<string>): Html {
  const { source: name, quote, locator, credibility } = item;
  const source = sources[name];
  const words = quote === undefined ? '' : html`“${cut(quote, MOST_QUOTE)}” (${quoteStateOf(item, erased)}) `;
  const place = locator === undefined ? '' : `, ${locator}`;
  const where = source ? `${source.publisher}: ${source.title}, ${source.published}${place} (${source.reliability}${credibility})` : name;
  return html`<blockquote>${words}<cite>${where}</cite></blockquote>`;
}

function lawOf({ code, name, provisions }: Law): Html {
  return html`<li>${name} (${code})${provisions.length === 0 ? '' : `: ${provisions.map((text) => cut(text.replace(/\.$/, ''), MOST_PROVISION)).join('; ')}`}</li>`;
}

function endorsementsOf(what: string, endorsements: readonly Endorsement[]): [string, string][] {
  const taken = (at: string | undefined) => (at === undefined ? '' : `, taken back ${at}`);
  return endorsements.map(({ by, at, note, withdrawnAt }) => [
    what,
    `${by}, ${at}${taken(withdrawnAt)}${note === undefined ? '' : `: ${cut(note, MOST_QUOTE)}`}`,
  ]);
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).toWellFormed()}…`;
}

/** The style is our own, and its hash is in the policy of the page: it must not be escaped. */
function asIs(text: string): Html {
  return new Html(text);
}
