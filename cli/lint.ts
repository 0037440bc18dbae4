import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Assessment } from '../domain/facts/assessment.ts';
import { toCodingRule } from '../domain/facts/coding-rules.ts';
import type { QuoteCount } from '../domain/vault/quote-count.ts';
import { countQuotes } from '../domain/vault/quotes.ts';
import { type Command, isSet, takeSome, today } from './command.ts';
import { type Document, readDocument } from './document.ts';
import { EXIT } from './exit-codes.ts';
import { BadInput } from './failure.ts';
import type { Io } from './io.ts';
import { toPointer } from './pointer.ts';
import { counted, faint, strong } from './print/print.ts';
import { sayCaptures } from './print/quotes.ts';
import { listFaults, listFaultsOf, parse } from './read-assessment.ts';
import { type FactsDocument, readFacts } from './read-facts.ts';
import { LINT_RULES, type WeakSpot } from './weak-spot.ts';
import { findWeakSpots, type Names } from './weak-spots.ts';

export const lintCommand: Command = {
  usage: 'FILE ... [--strict]',
  help: [
    'Faults keep a file from being submitted, and end it with 1. Weak spots are what a second person will ask about: a claim by the platform',
    'graded A1, "may" counted as a fact, one sentence of several countries written as several paths, a third country for a source that names',
    'no place, users elsewhere that are not marked, an incident without size, an end or a promise that does not fit the day of the facts.',
    'They end it with 1 only under --strict. A platform.json beside the file says who the platform is. A quote without a capture is weak, too:',
    'the service holds it against its page only where there is one. Whether the words stand there says verify-evidence.',
    'docs/coding.md has the rules; each weak spot names its own.',
  ],
  example: 'lint examples/signal/2026-04-30.json',
  options: { strict: { means: 'end with 1 for a weak spot too' } },
  async run(given) {
    const reports = await Promise.all(takeSome(given, 'FILE').map((file) => lint(file, given.io)));
    const [faults, weak] = [reports.flatMap((one) => one.faults), reports.flatMap((one) => one.weak)];
    return {
      data: reports,
      exitCode: faults.length > 0 || (isSet(given, 'strict') && weak.length > 0) ? EXIT.bad : EXIT.done,
      lines: () => [
        ...faults.map((line) => `${strong('fault')}  ${line}`),
        ...weak.map(({ rule, line, see }) => `weak   ${line}  ${faint(`[${rule}: ${see}]`)}`),
        `${counted(faults.length, 'fault')}, ${counted(weak.length, 'weak spot')}`,
        ...sayCaptures(
          reports.flatMap(({ quotes }) => quotes ?? []),
          given.t.explained,
        ),
      ],
    };
  },
};

type Report = {
  readonly file: string;
  readonly faults: readonly string[];
  readonly weak: readonly { rule: string; see: string; pointer: string; line: string }[];
  /** By what each quote of an assessment can be known: `held` is one that names a capture, which nothing has been held against here. */
  readonly quotes?: QuoteCount;
};

async function lint(file: string, io: Io): Promise<Report> {
  const isProfile = /(^|[\\/])platform\.jsonc?$/.test(file);
  let document: Document & Partial<FactsDocument>;
  try {
    document = isProfile ? await readDocument(file, io) : await readFacts(file, io);
  } catch (error) {
    if (error instanceof BadInput) return { file, faults: error.lines, weak: [] };
    throw error;
  }
  const { misnamed = [], unused = [] } = document;
  const parsed = parse(document, Assessment);
  const faults = [...misnamed, ...(isProfile ? listFaults(document, await loadProfileSchema()) : listFaultsOf(document, Assessment, parsed))];
  // What is weak can be found once the file can be read as what it is.
  const spots = parsed.success ? findWeakSpots(parsed.data, { today: today(), platform: await findPlatform(file, io) }) : [];
  const names = unused.map((steps): WeakSpot => ({ rule: 'unused-quote', steps, what: 'no evidence names it' }));
  const weak = [...spots, ...(parsed.success ? names : [])].map(({ rule, steps, what }) => ({
    rule,
    see: toCodingRule(LINT_RULES[rule]),
    pointer: toPointer(document.toFile(steps)),
    line: document.toLine(steps, what),
  }));
  return {
    file,
    faults,
    ...(parsed.success && { quotes: countQuotes(parsed.data) }),
    // What is weak of a quote that several facts name is said once.
    weak: [...new Map(weak.map((one) => [`${one.rule} ${one.line}`, one])).values()],
  };
}

async function findPlatform(file: string, io: Io): Promise<Names | undefined> {
  const names = ['platform.json', 'platform.jsonc'].map((name) => join(dirname(file), name));
  const profile = names.find((path) => file !== '-' && existsSync(resolve(io.cwd, path)));
  if (profile === undefined) return undefined;
  const { value } = await readDocument(profile, io);
  const [name, operator, parent] = ['name', 'operator', 'parent'].map((field) => textOf(value, field));
  return { name, operator, parent };
}

/** A profile is linted by itself: here only its names are read. */
function textOf(value: unknown, field: string): string | undefined {
  const found = typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === field)?.[1] : undefined;
  return typeof found === 'string' ? found : undefined;
}

/** The list of public suffixes is loaded for a profile only. */
async function loadProfileSchema() {
  return (await import('../domain/facts/submitted-profile.ts')).SubmittedProfile;
}
