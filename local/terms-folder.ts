import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { TermsDocument } from '../domain/facts/terms-document.ts';
import { parseVersion } from '../lambdas/runtime/terms/parse-version.ts';
import type { AnswerFault, ReadVersion, TermsClient } from '../lambdas/runtime/terms/terms-client.ts';

/** A line of a file: its text, parsed once, and where it stands. */
type Line = {
  readonly at: string;
  readonly json: { readonly serviceId?: unknown; readonly termsType?: unknown; readonly fetchDate?: unknown } | undefined;
};
type Read = { readonly mark: string; readonly lines: readonly Line[] };

/**
 * Versions of terms out of a folder: `*.jsonl`, a line for each version with the fields of a collection's API. What was recorded after now,
 * by the clock of this instance, is not there yet; so a clock that is moved plays what has happened.
 */
export function openTermsFolder(folder: string): TermsClient {
  const files = new Map<string, Read>();

  function readFile(name: string): readonly Line[] {
    const file = join(folder, name);
    const { mtimeMs, size } = statSync(file);
    const mark = `${mtimeMs} ${size}`;
    const known = files.get(name);
    if (known?.mark === mark) return known.lines;
    const lines = readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((text, i): Line[] => (text.trim() === '' ? [] : [{ at: `${name}:${i + 1}`, json: parseLine(text) }]));
    files.set(name, { mark, lines });
    return lines;
  }

  const readAll = (): readonly Line[] => {
    if (!existsSync(folder)) return [];
    return readdirSync(folder)
      .filter((name) => name.endsWith('.jsonl'))
      .sort()
      .flatMap(readFile);
  };

  return {
    originOf: () => ({ collection: 'a folder of this machine' }),
    async read({ document, newest, now }) {
      const lines = readAll();
      const own = lines.filter(({ json }) => isOf(document, json) && !(Date.parse(String(json?.fetchDate)) > now.getTime()));
      const faults: AnswerFault[] = lines.flatMap(({ at, json }) =>
        json ? [] : [{ code: 'not-json', detail: `the line ${at} cannot be read as JSON` }],
      );
      const versions: ReadVersion[] = [];
      for (const { at, json } of own) {
        const { version, fault } = parseVersion(json, document, now);
        if (fault) faults.push({ code: fault.code, detail: `${fault.detail} (${at})` });
        else versions.push(version);
      }
      versions.sort((a, b) => Date.parse(a.recordedAt) - Date.parse(b.recordedAt));
      // Of what was recorded before it was watched the newest is the beginning; then all that is new counts, and the known one beside it.
      const known = newest ? versions.filter(({ recordedAt }) => Date.parse(recordedAt) >= Date.parse(newest.recordedAt)) : versions.slice(-1);
      return { versions: known, ...(faults[0] && { fault: faults[0] }) };
    },
  };
}

const isOf = ({ service, termsType }: TermsDocument, json: Line['json']) => json?.serviceId === service && json.termsType === termsType;

function parseLine(text: string): Line['json'] {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null ? json : undefined;
  } catch {
    return undefined;
  }
}
