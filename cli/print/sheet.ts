import type { components } from '../../docs/api-types.ts';
import type { CliMessages } from '../../messages/en/cli.ts';
import { sayQuotes } from '../../messages/en/quotes.ts';
import { saySentence } from '../../messages/say-sentence.ts';
import { printDecision } from './decision.ts';
import { faint, number, strong, table } from './print.ts';
import { toSafeText } from './terminal.ts';

type Sheet = components['schemas']['DecisionSheet'];

const DATES: Readonly<Record<Sheet['dates'][number]['what'], string>> = {
  proposed: 'it was proposed',
  notified: 'the party was notified',
  'answer-due': 'the time of the party to answer ends',
  'notify-due': 'the party is notified at the latest',
  effective: 'it stands: what is asked each time answers by it',
  enforced: 'devices block the app',
  'exemption-ends': 'an exemption ends',
  'review-due': 'the review of the facts is due: after it no decision can rest on them',
  expires: 'it ends by itself',
};
const VERIFIED = { held: 'verified', erased: 'verified, its page erased since', excerpt: 'verified by an excerpt alone', unverified: 'not verified' };
const LACKS = { apps: 'no app of its system is named', devices: 'the decision is of other devices', means: 'it has no means for it' };

/** All that one needs to know to decide, as lines. */
export function printSheet(sheet: Sheet, { score: t, explanation }: CliMessages): string[] {
  const { platform, decision, score, rank, grounds, reached, incidents, law, quotes, apps, tools, lower, dates } = sheet;
  const { low, point, high } = score.score;
  const figure = score.band === 'unrated' ? t.band('unrated') : `${number(point, t).trim()} ${t.band(score.band)}`;
  const kind = decision?.decision ?? 'suspend';
  return [
    ...(decision ? [...printDecision(decision), ''] : []),
    strong(`${platform.name}, ${platform.operator}${platform.parent === undefined ? '' : `, ${platform.parent}`}`),
    `  ${figure}, named between ${number(low, t).trim()} and ${number(high, t).trim()}${score.open ? `, ${number(score.open.whole, t).trim()} open` : ''}; ${t.gateAsks(score.gate)}`,
    ...(rank ? [`  ${saySentence(explanation, rank.sentence)}.`] : []),
    faint(`  ${score.id} of ${score.asOf}, facts ${score.revision} of ${score.factsAsOf}${score.isCurrent ? '' : '; another score stands now'}`),
    ...section(
      'Strongest facts',
      grounds.flatMap(({ sentences, words, verified, holdsGate }) => [
        `  ${sentences.map((one) => toSafeText(saySentence(explanation, one))).join(' ')}${holdsGate ? ' It holds the gate.' : ''}`,
        ...(words.quote === undefined ? [] : [`    "${toSafeText(words.quote)}" (${VERIFIED[verified ?? 'unverified']})`]),
      ]),
    ),
    `  Of all quotes: ${sayQuotes(quotes)}.${sheet.isWatched ? '' : ' Its terms are not watched.'}`,
    ...section('Reached and kept', table(reached.map(({ mode, jurisdictions }) => [mode, jurisdictions.join(' ')]))),
    ...section(
      'Incidents',
      incidents.length === 0 ? ['  none on record'] : incidents.map(({ on, kind: of, summary }) => `  ${on} ${of}: ${toSafeText(summary)}`),
    ),
    ...section('Law', table(law.map(({ jurisdiction, provisions }) => [jurisdiction, provisions.join('; ')]))),
    ...section('Apps', table(Object.entries(apps).map(([system, ids]) => [system, ids.join(' ') || 'none']))),
    ...section(
      'What policy tools will do',
      table(
        tools.map(({ tool, target, does, lacks }) => [
          `${tool} ${target}`,
          `${kind}: ${does[kind]}${lacks && kind === 'suspend' ? `, ${LACKS[lacks]}` : ''}`,
          ...(['allow', 'limit', 'suspend'] as const).filter((one) => one !== kind).map((one) => `${one}: ${does[one]}`),
        ]),
      ),
    ),
    ...section(
      'What they cannot do',
      [...new Set(tools.flatMap(({ gaps }) => gaps))].map((gap) => `  ${gap}`),
    ),
    ...section(
      'What would have to end for a lower band',
      table(
        lower.map(({ band, jurisdictions }) => [t.band(band), jurisdictions.length === 0 ? 'no three states are enough' : jurisdictions.join(' ')]),
      ),
    ),
    ...section('What happens when', table(dates.map(({ on, what, about = '' }) => [on.slice(0, 16).replace('T', ' '), DATES[what], about]))),
    ...(decision === null && sheet.asksHearing ? ['', 'A suspension waits until its party was heard: whereabouts decide notify.'] : []),
  ];
}

const section = (title: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : ['', strong(title), ...lines]);
