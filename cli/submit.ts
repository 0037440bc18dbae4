import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { openApi } from './api.ts';
import { type Command, isSet, takeSome, takeText, toPlatformId } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { Failure } from './failure.ts';
import { findSubmissions, type Submission } from './find-files.ts';
import { printEffect } from './print/effect.ts';
import { faint, strong } from './print/print.ts';
import { writeError } from './print/terminal.ts';
import { createProgress } from './progress.ts';
import { type Outcome, submitFile } from './submit-file.ts';

/** So many platforms at a time; the files of one go one after the other. */
const LANES = 4;
/** So long an interruption waits for the requests that are under way. */
const STOP_MS = 2_000;

export const submitCommand: Command = {
  usage: 'FILE|FOLDER ... [--platform PLATFORM]',
  operations: ['submit-assessment', 'list-assessments', 'put-platform'],
  help: [
    'A folder is searched for .json and .jsonc files. Each is about the platform whose folder it stands in: tiktok/2026-11-22.json. A',
    'platform that the service does not know is made from the platform.json beside it. What the service has already is left alone,',
    'by its content: after an interruption, or on another day, the same command goes on where it stopped and doubles nothing.',
    'Files of different days wait side by side. Of a day one waits at a time: a second one is held, and is submitted by the same command',
    'once the first has its verdict. What once stood for its day and stands no longer is submitted again.',
  ],
  example: 'submit examples/signal',
  options: {
    platform: { takes: 'PLATFORM', means: 'what the files are about, wherever they stand' },
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
          const outcome = await submitFile(api, submission, { io, isAgain: isSet(given, 'again') });
          outcomes.push(outcome);
          progress.advance(isSet(given, 'json') ? [] : print(outcome));
        } catch (error) {
          if (!(error instanceof Failure)) throw error;
          failure = error;
        }
      }
    };
    const platforms = [...Map.groupBy(submissions, ({ platform }) => platform).values()];
    const lanes = Array.from({ length: LANES }, async () => {
      for (let lane = platforms.shift(); lane; lane = platforms.shift()) await run(lane);
    });
    await Promise.race([Promise.all(lanes), waitForStop(io.signal)]);
    progress.end();
    const left = submissions.length - outcomes.length;
    return {
      data: { outcomes, skipped, left, ...(failure && { stoppedBy: failure.toJson() }) },
      exitCode: failure ? failure.exitCode : left > 0 ? EXIT.interrupted : toExitCode(outcomes),
      lines: () => [strong(summarize(outcomes)), ...(left > 0 ? printLeft(left, failure) : [])],
    };
  },
};

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
