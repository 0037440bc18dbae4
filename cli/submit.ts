import { once } from 'node:events';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { openApi } from './api.ts';
import { type Command, isSet, takeSome, takeText } from './command.ts';
import { readDocument } from './document.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { BadInput, Failure } from './failure.ts';
import { findSubmissions, type Submission } from './find-files.ts';
import type { Io } from './io.ts';
import { printEffect } from './print/effect.ts';
import { printOutcomes } from './print/outcomes.ts';
import { faint, strong } from './print/print.ts';
import { writeError } from './print/terminal.ts';
import { createProgress } from './progress.ts';
import { type Outcome, submitFile } from './submit-file.ts';
import { toPlatformId } from './take-facts.ts';

/** So many platforms at a time; the files of one go one after the other. */
const LANES = 4;
/** So long an interruption waits for the requests that are under way. */
const STOP_MS = 2_000;

export const submitCommand: Command = {
  usage: 'FILE|FOLDER ... [--platform PLATFORM] [--dry-run]',
  operations: ['submit-assessment', 'list-assessments', 'put-platform'],
  help: [
    'A folder is searched for .json and .jsonc files. Each is about the platform whose folder it stands in: tiktok/2026-11-22.json. A',
    'platform that the service does not know is made from the platform.json beside it. What the service has already is left alone,',
    'by its content: after an interruption, or on another day, the same command goes on where it stopped and doubles nothing.',
    'Files of different days wait side by side. Of a day one waits at a time: a second one is held, and is submitted by the same command',
    'once the first has its verdict. What once stood for its day and stands no longer is submitted again. A folder of dated files is a series: they go in',
    'the order of the days that they are about, and one table says at the end what became of each. approve PLATFORM --series judges them one by one.',
  ],
  example: 'submit examples/signal',
  options: {
    platform: { takes: 'PLATFORM', means: 'what the files are about, wherever they stand' },
    'dry-run': { means: 'write nothing, and say what would be submitted' },
    again: { means: 'submit once more what was rejected or withdrawn' },
  },
  endsItself: true,
  async run(given) {
    const { io } = given;
    const named = takeText(given, 'platform');
    const { submissions, skipped } = findSubmissions(
      takeSome(given, 'FILE or FOLDER'),
      named === undefined ? undefined : toPlatformId(named),
      io.cwd,
    );
    writeError(
      io,
      skipped.map((line) => `whereabouts: skipped ${line}`),
    );
    const progress = createProgress(submissions.length, io);
    const outcomes: Outcome[] = [];
    const api = await openApi(given);
    let failure: Failure | undefined;
    const run = async (lane: Submission[]): Promise<void> => {
      for (const submission of lane) {
        if (io.signal.aborted || failure) return;
        try {
          const outcome = await submitFile(api, submission, { io, isAgain: isSet(given, 'again'), isDry: isSet(given, 'dry-run') });
          outcomes.push(outcome);
          progress.advance(isSet(given, 'json') ? [] : print(outcome));
        } catch (error) {
          if (!(error instanceof Failure)) throw error;
          failure = error;
        }
      }
    };
    const platforms = [...Map.groupBy(await inOrderOfDays(submissions, io), ({ platform }) => platform).values()];
    const lanes = Array.from({ length: LANES }, async () => {
      for (let lane = platforms.shift(); lane; lane = platforms.shift()) await run(lane);
    });
    await Promise.race([Promise.all(lanes), waitForStop(io.signal)]);
    progress.end();
    const left = submissions.length - outcomes.length;
    return {
      data: { outcomes: outcomes.toSorted(byDay), skipped, left, ...(failure && { stoppedBy: failure.toJson() }) },
      exitCode: failure ? failure.exitCode : left > 0 ? EXIT.interrupted : toExitCode(outcomes),
      lines: () => [...printOutcomes(outcomes.toSorted(byDay)), strong(summarize(outcomes)), ...(left > 0 ? printLeft(left, failure) : [])],
    };
  },
};

/** A file is named as its author likes: its day is the one it says. What cannot be read keeps its place, and is named when its turn comes. */
async function inOrderOfDays(submissions: readonly Submission[], io: Io): Promise<Submission[]> {
  const dated = await Promise.all(submissions.map(async (submission) => ({ submission, day: await readDay(submission, io) })));
  return dated.sort((a, b) => (a.submission.platform === b.submission.platform ? compare(a.day, b.day) : 0)).map(({ submission }) => submission);
}

async function readDay({ file }: Submission, io: Io): Promise<string> {
  // A pipe gives what it holds once.
  if (!statSync(resolve(io.cwd, file), { throwIfNoEntry: false })?.isFile()) return '';
  try {
    const { value } = await readDocument(file, io);
    return typeof value === 'object' && value !== null && 'asOf' in value ? String(value.asOf) : '';
  } catch (error) {
    if (error instanceof BadInput) return '';
    throw error;
  }
}

const byDay = (a: Outcome, b: Outcome) => compare(a.platform, b.platform) || compare(a.asOf ?? '', b.asOf ?? '');
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** What is still under way then may have reached the service: the next run finds it there by its content. */
async function waitForStop(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort');
  await delay(STOP_MS, undefined, { ref: false });
}

function toExitCode(outcomes: readonly Outcome[]): ExitCode {
  const is = (wanted: Outcome['outcome']) => outcomes.some(({ outcome }) => outcome === wanted);
  return is('bad') ? EXIT.bad : is('refused') || is('held') ? EXIT.refused : EXIT.done;
}

function printLeft(left: number, failure: Failure | undefined): string[] {
  return [...(failure?.lines ?? ['Interrupted.']), `${left} left: the same command goes on where it stopped.`];
}

function summarize(outcomes: readonly Outcome[]): string {
  const counts = Map.groupBy(outcomes, ({ outcome }) => outcome);
  return [...counts].map(([outcome, some]) => `${some.length} ${outcome}`).join(', ') || 'nothing done';
}

function print({ file, platform, outcome, revision, effect, lines = [] }: Outcome): string[] {
  if (outcome === 'submitted' && effect)
    return [`${outcome}  ${file}  ${platform} revision ${revision}; once it is approved:`, ...printEffect(effect).map((line) => `  ${line}`)];
  if (outcome === 'known' || outcome === 'ended')
    return [`${outcome.padEnd(9)}  ${file}  ${faint(`${platform} revision ${revision}, ${lines.join(' ')}`)}`];
  return [`${outcome.padEnd(9)}  ${file}`, ...lines.map((line) => `  ${line}`)];
}
