import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { components } from '../docs/api-types.ts';
import { type Api, openApi } from './api.ts';
import { type Command, type Given, isSet, takeList, takeOne, takeText } from './command.ts';
import { BadInput } from './failure.ts';
import { counted, strong } from './print/print.ts';
import { toSafeText } from './print/terminal.ts';
import { take, takeNothing } from './refusal.ts';
import { toPlatformId } from './take-facts.ts';

type Drafted = components['schemas']['DraftedFacts'];
type Proposal = components['schemas']['ProposedFact'];

export const draftCommand: Command = {
  usage: 'PLATFORM [--capture SHA256 [--from SHA256]] [--dry-run] [--file FILE]',
  operations: ['draft-facts', 'put-draft', 'get-draft', 'refuse-proposal', 'take-back-refusal'],
  help: [
    'Without --capture from what changed in the documents for which a review is open. By rules alone: each drafted fact',
    'says which words made it. The standing file with these facts in it becomes your draft, which nobody else reads, for 30 days; --file writes it to a file too. Grades are left empty (null): no submission takes it before you gave them, and',
    'another person approves what you submit. A fact that is refused by its key is not drafted again from that sentence.',
  ],
  example: 'draft signal --dry-run',
  options: {
    capture: { takes: 'SHA256', means: 'the text to draft from (default: what the open review is about)' },
    from: { takes: 'SHA256', means: 'the text before it: only sentences that came since are read' },
    refuse: { takes: 'KEY', multiple: true, means: 'refuse a drafted fact first; can be repeated' },
    file: { takes: 'FILE', means: 'write the draft to a new file' },
    'take-back': { takes: 'KEY', multiple: true, means: 'take the refusal of a drafted fact back first; can be repeated' },
    replace: { means: 'put it in the place of the draft that you have' },
    'dry-run': { means: 'show what would be drafted, and keep nothing' },
  },
  async run(given) {
    const platform = toPlatformId(takeOne(given, 'PLATFORM'));
    const query = { ...optional('capture', takeText(given, 'capture')), ...optional('from', takeText(given, 'from')) };
    const file = takeText(given, 'file');
    const path = file === undefined ? undefined : resolve(given.io.cwd, file);
    if (path !== undefined && existsSync(path)) throw new BadInput([`${file} is there already`]);
    const api = await openApi(given);
    for (const key of takeList(given, 'refuse'))
      takeNothing(await api.POST('/v1/platforms/{platform}/proposals/{key}/refusal', { params: { path: { platform, key } } }));
    for (const key of takeList(given, 'take-back'))
      takeNothing(await api.DELETE('/v1/platforms/{platform}/proposals/{key}/refusal', { params: { path: { platform, key } } }));
    const drafted = take(await api.GET('/v1/platforms/{platform}/proposals', { params: { path: { platform }, query } }));
    const isKept = !isSet(given, 'dry-run') && drafted.texts.some(({ proposals }) => proposals.length > 0);
    if (isKept) await keep(api, platform, drafted, given);
    if (isKept && path !== undefined) writeFileSync(path, `${JSON.stringify(drafted.draft, null, 2)}\n`);
    return { data: { ...drafted, isKept }, lines: () => print(drafted, isKept, isKept ? file : undefined) };
  },
};

const optional = (name: 'capture' | 'from', value: string | undefined) => (value === undefined ? {} : { [name]: value });

async function keep(api: Api, platform: string, { draft }: Drafted, given: Given): Promise<void> {
  const path = { form: 'assessment' as const, platform };
  const found = await api.GET('/v1/drafts/{form}/{platform}', { params: { path } });
  if (found.data && !isSet(given, 'replace'))
    throw new BadInput([
      `you have a draft of ${platform} of ${found.data.savedAt.slice(0, 10)}: --replace puts this one in its place, --dry-run shows it alone`,
    ]);
  if (found.response.status !== 404) take(found);
  const header = found.data ? { 'If-Match': found.response.headers.get('etag') ?? '' } : { 'If-None-Match': '*' as const };
  take(await api.PUT('/v1/drafts/{form}/{platform}', { params: { path, header }, body: draft }));
}

function print({ texts }: Drafted, isKept: boolean, file: string | undefined): string[] {
  if (texts.length === 0) return ['No review is open for changed terms: name a text by --capture.'];
  const isEmpty = texts.every(({ proposals }) => proposals.length === 0);
  return [
    ...texts.flatMap(printText),
    '',
    isKept ? 'It is your draft now, for 30 days.' : isEmpty ? 'There is nothing to keep.' : 'Nothing was kept.',
    ...(file === undefined ? [] : [`Written to ${file}: give the grades that are null, then lint and submit it.`]),
  ];
}

function printText({ refused, ...text }: Drafted['texts'][number]): string[] {
  const rows = refused.map(({ key, quote }) => `  "${toSafeText(quote)}": --take-back ${key}`);
  return [...printProposed(text), ...(rows.length > 0 ? ['', `${counted(rows.length, 'fact')} refused before:`, ...rows] : [])];
}

function printProposed({ document, day, proposals, isErased }: Omit<Drafted['texts'][number], 'refused'>): string[] {
  const of = document === undefined ? day : `${toSafeText(document)}, ${day}`;
  if (isErased) return [`${of}: its text, or the one before it, was erased; nothing can be drafted from it.`];
  if (proposals.length === 0)
    return [`${of}: nothing was drafted. No sentence speaks of places, staff, owners or transfer tools that does not stand already or was refused.`];
  return [strong(`${of}: ${counted(proposals.length, 'fact')} drafted`), ...proposals.flatMap(printProposal)];
}

function printProposal({ key, fact, quote, because }: Proposal): string[] {
  const what = fact.kind === 'tool' ? `transfer tool ${fact.tool}` : `${fact.mode}${fact.kind === 'end' ? ' ended' : ''}`;
  const reserved = fact.kind === 'path' && fact.stance ? ', reserved' : '';
  return [
    '',
    `${what} ${fact.jurisdiction}${reserved}`,
    `  "${toSafeText(quote)}"`,
    `  ${because.map(({ says, words }) => `"${toSafeText(words)}" was read as ${says}`).join(', ')}`,
    `  refuse it: --refuse ${key}`,
  ];
}
