import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { components } from '../docs/api-types.ts';
import { TermsList } from '../domain/facts/terms-document.ts';
import { compareTexts } from '../domain/watch/compare-texts.ts';
import { openApi } from './api.ts';
import { type Answer, type Command, takeOne, takeSome, takeText } from './command.ts';
import { readDocument } from './document.ts';
import { BadInput, Usage } from './failure.ts';
import type { Io } from './io.ts';
import { counted, strong } from './print/print.ts';
import { toSafeText } from './print/terminal.ts';
import { listFaults } from './read-assessment.ts';
import { take } from './refusal.ts';
import { toPlatformId } from './take-facts.ts';

type Watched = components['schemas']['WatchedTerms'];
type Change = components['schemas']['TermsChange'];

export const termsCommand: Command = {
  usage: 'PLATFORM',
  operations: ['get-terms'],
  help: ['A document that is not watched says nothing: that no change is shown of it does not mean that it has not changed.'],
  example: 'terms signal',
  options: {},
  async run(given): Promise<Answer> {
    const platform = toPlatformId(takeOne(given, 'PLATFORM'));
    const api = await openApi(given);
    const view = take(await api.GET('/v1/platforms/{platform}/terms', { params: { path: { platform } } }));
    const { terms, unwatched } = view;
    return {
      data: view,
      lines: () => [
        ...(terms.length === 0 ? [`${platform} is not watched.`] : terms.flatMap(printDocument)),
        ...(unwatched.length > 0 ? [`Named by sources, and not watched: ${unwatched.join(', ')}.`] : []),
      ],
    };
  },
};

export const putTermsCommand: Command = {
  usage: 'PLATFORM FILE',
  operations: ['put-terms'],
  help: ['FILE holds {"terms": [...]}, all the documents that are to be watched; an empty list ends the watch.'],
  example: 'terms put signal terms.json',
  options: {},
  async run(given): Promise<Answer> {
    const [name, file, ...others] = takeSome(given, 'PLATFORM');
    if (file === undefined || others.length > 0) throw new Usage('name a platform and a file');
    const platform = toPlatformId(name);
    const document = await readDocument(file, given.io);
    const faults = listFaults(document, TermsList);
    if (faults.length > 0) throw new BadInput(faults);
    const api = await openApi(given);
    const body = document.value as { terms: components['schemas']['TermsDocument'][] };
    const { terms } = take(await api.PUT('/v1/platforms/{platform}/terms', { params: { path: { platform } }, body }));
    return { data: { terms }, lines: () => [`${counted(terms.length, 'document')} of ${platform} ${terms.length === 1 ? 'is' : 'are'} watched.`] };
  },
};

export const compareTermsCommand: Command = {
  usage: 'BEFORE AFTER [--language TAG]',
  help: ['The same comparison as the watch makes. A sentence that was moved, wrapped or re-cut is no change.'],
  example: 'terms compare before.md after.md',
  options: { language: { takes: 'TAG', means: 'the language of both texts, such as en, fr or de (default: en)' } },
  async run(given): Promise<Answer> {
    const [first, second, ...others] = takeSome(given, 'BEFORE');
    if (second === undefined || others.length > 0) throw new Usage('name two files');
    const [before, after] = await Promise.all([first, second].map((file) => readText(file, given.io)));
    const language = takeText(given, 'language') ?? 'en';
    const compared = compareTexts({ before: before ?? '', after: after ?? '', language, names: { own: [], group: [] } });
    return {
      data: compared,
      lines: () => [
        ...compared.changes.flatMap(printChange),
        `${counted(compared.changes.length, 'relevant change')}; in all ${counted(compared.came, 'sentence')} came and ${compared.went} went.`,
      ],
    };
  },
};

async function readText(file: string, { cwd }: Io): Promise<string> {
  return readFile(resolve(cwd, file), 'utf8').catch(() => {
    throw new BadInput([`${file} cannot be read`]);
  });
}

function printDocument({ id, service, termsType, readAt, fault, newest, waiting, suspect, silent, quotes, changes }: Watched): string[] {
  const held = quotes.filter(({ state }) => state === 'held').length;
  return [
    strong(id),
    `  ${toSafeText(service)}, ${toSafeText(termsType)}; ${readAt === null ? 'never read' : `read on ${readAt.slice(0, 10)}`}; ${newest ? `newest version of ${newest.recordedAt.slice(0, 10)}` : 'no version yet'}`,
    ...(fault ? [`  cannot be read since ${fault.since.slice(0, 10)} (${counted(fault.times, 'time')}): ${toSafeText(fault.detail)}`] : []),
    ...(silent ? ['  silent: no version was recorded for 90 days'] : []),
    ...(waiting ? [`  waiting: a version of ${waiting.recordedAt.slice(0, 10)} differs, and has not stood for 36 hours`] : []),
    ...(suspect ? [`  in doubt: a version of ${suspect.recordedAt.slice(0, 10)} (${suspect.why})`] : []),
    `  ${held} of ${counted(quotes.length, 'quote')} held`,
    ...quotes
      .filter(({ state }) => state !== 'held')
      .map(({ fact, state, quote, now }) => `  ${state}  ${fact}: "${toSafeText(quote)}"${now === undefined ? '' : `, now "${toSafeText(now)}"`}`),
    ...changes.flatMap(({ at, to, broken, changes: made, opensReview }) => [
      `  ${at.slice(0, 10)}  version of ${to.recordedAt.slice(0, 10)}: ${counted(broken.length, 'broken quote')}, ${counted(made.length, 'change')}${opensReview ? ', a review' : ''}`,
      ...made.flatMap(printChange).map((line) => `    ${line}`),
    ]),
  ];
}

function printChange({ kind, grade, topics, before, after }: Change): string[] {
  return [
    `${kind} (${topics.join(', ')}; ${grade})`,
    ...(before === null ? [] : [`  - ${toSafeText(before)}`]),
    ...(after === null ? [] : [`  + ${toSafeText(after)}`]),
  ];
}
