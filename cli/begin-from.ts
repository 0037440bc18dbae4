import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { applyEdits, modify } from 'jsonc-parser';
import { collapseQuotes } from '../domain/facts/collapse-quotes.ts';
import { decodeUtf8 } from '../domain/facts/utf8.ts';
import { openApi } from './api.ts';
import type { Given } from './command.ts';
import { BadInput } from './failure.ts';
import { readAssessment } from './read-assessment.ts';
import { readSideOf } from './read-side.ts';

/** The text of a file that begins from what stands: a file with its remarks and its quotes by name, or the facts of a revision, each for another day. */
export async function beginFrom(what: string, asOf: string, platform: string, given: Given): Promise<{ name: string; text: string }> {
  if (!/[./\\]/.test(what)) {
    const { name, assessment } = await readSideOf(platform, what, await openApi(given));
    return { name, text: `${JSON.stringify(collapseQuotes({ ...assessment, asOf }), null, 2)}\n` };
  }
  const { assessment } = await readAssessment(what, given.io);
  if (assessment.asOf > asOf) throw new BadInput([`${what} is of ${assessment.asOf}, which is after ${asOf}: say another day with --on`]);
  const decoded = decodeUtf8(await readFile(resolve(given.io.cwd, what)));
  if (!('text' in decoded)) throw new BadInput([`${what}: ${decoded.why}`]);
  return { name: what, text: applyEdits(decoded.text, modify(decoded.text, ['asOf'], asOf, {})) };
}
