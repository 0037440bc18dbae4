import type { components } from '../../docs/api-types.ts';
import { quoteStateOf } from '../../domain/vault/quotes.ts';
import { sayQuotes } from '../../messages/en/quotes.ts';
import { counted, faint, strong } from './print.ts';
import { toSafeText } from './terminal.ts';

type Schemas = components['schemas'];

type Content = Pick<Schemas['RevisionWithContent'], 'assessment' | 'quotes' | 'erased'>;

/** All that a second person has to hold against its sources, fact by fact, and by what each quote is known. */
export function printFacts({ assessment, quotes, erased }: Content): string[] {
  const { asOf, sources, paths, incidents = [], complete = {}, clearText, commitments = [], note } = assessment;
  const gone = new Set(erased);
  const lines = (evidence: readonly Schemas['Evidence'][], indent: string) =>
    evidence.flatMap((item) => printEvidence(item, { sources, gone, indent }));
  return [
    faint(`facts as of ${asOf}, ${counted(Object.keys(sources).length, 'source')}; ${sayQuotes(quotes)}`),
    ...paths.flatMap(({ id, jurisdiction, jurisdictions = [], mode, data, party, transfer, safeguards = [], ended, evidence, stake }) => [
      '',
      `${strong(`${jurisdiction ?? jurisdictions.join(' ')} ${mode}`)} ${typeof data === 'string' ? data : `${data.low}-${data.point}-${data.high}`}${stake ? `, ${stake}` : ''}${party ? `, ${toSafeText(party)}` : ''}  ${faint(id)}`,
      ...lines(evidence, '  '),
      ...(transfer ? [`  transfer by ${transfer.tool}`, ...lines(transfer.evidence, '    ')] : []),
      ...safeguards.flatMap((safeguard) => [`  ${safeguard.kind}, ${safeguard.status}`, ...lines(safeguard.evidence, '    ')]),
      ...(ended ? [`  ended on ${ended.on}`, ...lines(ended.evidence, '    ')] : []),
    ]),
    ...incidents.flatMap(({ id, kind, on, summary, jurisdiction, data = 'content', extent = 'many', evidence }) => [
      '',
      `${strong(`incident ${kind}`)} on ${on}${jurisdiction ? `, ${jurisdiction}` : ''}, ${data} of ${extent}: ${toSafeText(summary)}  ${faint(id)}`,
      ...lines(evidence, '  '),
    ]),
    ...Object.entries(complete).flatMap(([mode, { evidence }]) => ['', strong(`the list of ${mode} is complete`), ...lines(evidence, '  ')]),
    ...(clearText ? ['', strong(`holds in the clear at most ${clearText.residual}`), ...lines(clearText.evidence, '  ')] : []),
    ...commitments.flatMap(({ id, summary, dueOn, evidence }) => [
      '',
      `${strong('promise')}${dueOn ? ` for ${dueOn}` : ''}: ${toSafeText(summary)}  ${faint(id)}`,
      ...lines(evidence, '  '),
    ]),
    ...(note === undefined ? [] : ['', toSafeText(note)]),
  ];
}

const STANCE_WORDS = { supports: '', contradicts: 'AGAINST ', reserves: 'RESERVES ' } as const;

type About = { readonly sources: Schemas['Assessment']['sources']; readonly gone: ReadonlySet<string>; readonly indent: string };

function printEvidence(item: Schemas['Evidence'], { sources, gone, indent }: About): string[] {
  const { source, credibility, observed, from: since, validTo, users, stance, quote, translation, locator } = item;
  const from = sources[source];
  const grade = `${from?.reliability ?? '?'}${credibility}`;
  const about = from
    ? `${toSafeText(from.publisher)}, ${toSafeText(from.title)}, ${from.published}${from.url ? ` ${from.url}` : ''}`
    : 'no such source';
  const days = `${since ? `from ${since}, ` : ''}observed ${observed}${validTo ? `, holds until ${validTo}` : ''}${users ? ', about users elsewhere' : ''}`;
  return [
    `${indent}${stance ? STANCE_WORDS[stance] : ''}${grade} ${days}: ${about}${locator ? `, ${toSafeText(locator)}` : ''}  ${faint(source)}`,
    ...(quote === undefined ? [] : [`${indent}  "${toSafeText(quote)}"  ${faint(quoteStateOf(item, gone))}`]),
    ...(translation === undefined ? [] : [`${indent}  in translation: "${toSafeText(translation)}"`]),
  ];
}
