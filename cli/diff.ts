import { diffAssessments } from '../domain/facts/diff-assessments.ts';
import { type EvidenceChange, type FieldChange, type SplitChange, splitChange } from '../domain/facts/diff-evidence.ts';
import { openApi } from './api.ts';
import type { Command, Given } from './command.ts';
import { Usage } from './failure.ts';
import { counted, faint, strong } from './print/print.ts';
import { toSafeText } from './print/terminal.ts';
import { diffWords, printWords } from './print/words.ts';
import { readSide, readSideOf, type Side } from './read-side.ts';
import { toPlatformId } from './take-facts.ts';

export const diffCommand: Command = {
  usage: 'A B | PLATFORM REVISION REVISION',
  operations: ['get-assessment', 'get-platform'],
  help: [
    'A and B are each a file, or a revision as tiktok@3; tiktok alone is its current one. Facts are compared by their ids, an item of evidence by its',
    'source and its words, so that order does not matter. [-taken out-] and {+put in+} stand in the text. Two files are compared offline.',
  ],
  example: 'diff examples/tiktok/2022-11-02.json examples/tiktok/2022-12-22.json',
  options: {},
  async run(given) {
    const [from, to] = await readSides(given);
    const changes = diffAssessments(from.assessment, to.assessment).map(splitChange);
    const [sources, facts] = [changes.filter(isSource), changes.filter((one) => !isSource(one))];
    return {
      data: { from: from.name, to: to.name, facts, sources },
      lines: () => [
        `${strong(from.name)} ${faint(`of ${from.assessment.asOf}`)}  ->  ${strong(to.name)} ${faint(`of ${to.assessment.asOf}`)}`,
        ...section('Facts', facts.filter(({ change, fields }) => change !== 'changed' || fields.length > 0).flatMap(printFact)),
        ...section('Evidence', facts.flatMap(printEvidence)),
        ...section('Sources', sources.flatMap(printFact)),
        '',
        summarise(facts, sources),
      ],
    };
  },
};

async function readSides(given: Given): Promise<readonly [Side, Side]> {
  const [one, two, three, ...rest] = given.positionals;
  if (one === undefined || two === undefined || rest.length > 0) throw new Usage('it takes two files or revisions, or a platform and two revisions');
  if (three === undefined) return [await readSide(one, given), await readSide(two, given)];
  const [platform, api] = [toPlatformId(one), await openApi(given)];
  return [await readSideOf(platform, two, api), await readSideOf(platform, three, api)];
}

const isSource = ({ fact }: SplitChange) => fact.startsWith('sources/');

const SIGNS = { added: '+', removed: '−', changed: '~' } as const;

function printFact({ fact, change, fields }: SplitChange): string[] {
  const shown = fields.map((field) => (change === 'changed' ? printField(field) : `${field.field}: ${toSafeText(toText(field.to ?? field.from))}`));
  return [`  ${SIGNS[change]} ${toSafeText(fact)}`, ...shown.map((line) => `      ${line}`)];
}

function printEvidence({ fact, evidence }: SplitChange): string[] {
  if (evidence.length === 0) return [];
  return [`  ${toSafeText(fact)}`, ...evidence.flatMap(printItem)];
}

function printItem({ change, on, source, quote, fields }: EvidenceChange): string[] {
  const about = `${source}${on === '' ? '' : `, on ${on}`}`;
  const shown =
    change === 'changed' ? fields.map((field) => `        ${printField(field)}`) : quote === undefined ? [] : [`        “${toSafeText(quote)}”`];
  return [`    ${SIGNS[change]} ${toSafeText(about)}`, ...shown];
}

function printField({ field, from, to }: FieldChange): string {
  return `${field}: ${printWords(diffWords(toText(from), toText(to)))}`;
}

const toText = (value: unknown) =>
  value === undefined ? '' : typeof value === 'string' ? value : Array.isArray(value) ? value.join(' ') : JSON.stringify(value);

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', strong(title), ...lines];
}

function summarise(facts: readonly SplitChange[], sources: readonly SplitChange[]): string {
  const items = facts.reduce((all, { evidence }) => all + evidence.length, 0);
  const said = facts.filter(({ change, fields }) => change !== 'changed' || fields.length > 0).length;
  if (facts.length + sources.length === 0) return 'They say the same.';
  return `${counted(said, 'fact')}, ${counted(items, 'item')} of evidence and ${counted(sources.length, 'source')} differ.`;
}
