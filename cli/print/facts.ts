import type { components } from '../../docs/api-types.ts';
import { counted, faint, strong } from './print.ts';
import { toSafeText } from './terminal.ts';

type Schemas = components['schemas'];
type Assessment = Schemas['Assessment'];

/** All that a second person has to hold against its sources, fact by fact. */
export function printFacts({ asOf, sources, paths, incidents = [], complete = {}, clearText, commitments = [], note }: Assessment): string[] {
  const lines = (evidence: readonly Schemas['Evidence'][], indent: string) => evidence.flatMap((item) => printEvidence(item, sources, indent));
  return [
    faint(`facts as of ${asOf}, ${counted(Object.keys(sources).length, 'source')}`),
    ...paths.flatMap(({ id, jurisdiction, mode, data, party, transfer, safeguards = [], ended, evidence, stake }) => [
      '',
      `${strong(`${jurisdiction} ${mode}`)} ${typeof data === 'string' ? data : `${data.low}-${data.point}-${data.high}`}${stake ? `, ${stake}` : ''}${party ? `, ${toSafeText(party)}` : ''}  ${faint(id)}`,
      ...lines(evidence, '  '),
      ...(transfer ? [`  transfer by ${transfer.tool}`, ...lines(transfer.evidence, '    ')] : []),
      ...safeguards.flatMap((safeguard) => [`  ${safeguard.kind}, ${safeguard.status}`, ...lines(safeguard.evidence, '    ')]),
      ...(ended ? [`  ended on ${ended.on}`, ...lines(ended.evidence, '    ')] : []),
    ]),
    ...incidents.flatMap(({ id, kind, on, summary, evidence }) => [
      '',
      `${strong(`incident ${kind}`)} on ${on}: ${toSafeText(summary)}  ${faint(id)}`,
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

function printEvidence(
  { source, credibility, observed, stance, quote, locator }: Schemas['Evidence'],
  sources: Assessment['sources'],
  indent: string,
): string[] {
  const from = sources[source];
  const grade = `${from?.reliability ?? '?'}${credibility}`;
  const about = from
    ? `${toSafeText(from.publisher)}, ${toSafeText(from.title)}, ${from.published}${from.url ? ` ${from.url}` : ''}`
    : 'no such source';
  return [
    `${indent}${stance === 'contradicts' ? 'AGAINST ' : ''}${grade} observed ${observed}: ${about}${locator ? `, ${toSafeText(locator)}` : ''}  ${faint(source)}`,
    ...(quote === undefined ? [] : [`${indent}  "${toSafeText(quote)}"`]),
  ];
}
