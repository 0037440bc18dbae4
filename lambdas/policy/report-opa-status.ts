import * as z from 'zod';
import { text } from '../../domain/facts/evidence.ts';
import { plainText } from '../../domain/facts/plain-text.ts';
import { findOwnBundles } from '../../domain/policy/opa-bundles.ts';
import type { Caller } from '../runtime/caller.ts';
import type { Deps } from '../runtime/deps.ts';
import { operation } from '../runtime/operation.ts';
import { Noted, noteReports } from './note-reports.ts';

/** More would be no OPA, and each is written. */
const MOST_BUNDLES = 10;
const MOST_TEXT = 300;

const Name = text(200);
/** What a tool reports of itself is kept: its report is not refused for the words of an error. */
const Words = z.string().transform((words) => words.slice(0, MOST_TEXT).replace(/[^\P{C}\n\t]|[\p{Zl}\p{Zp}\uFFFD]/gu, '?'));

/** As far as it is read; OPA sends more, which is left alone: https://www.openpolicyagent.org/docs/management-status */
const OpaStatus = z
  .looseObject({
    labels: z.looseObject({
      id: Name.meta({ description: 'OPA’s own id.', example: '4f6e4bb5-a5a6-4c6a-a1a5-3b7e6f6f3f0d' }),
      name: Name.optional().meta({ description: 'A label of its configuration that stays over restarts.', example: 'gateway' }),
    }),
    bundles: z
      .record(
        Name,
        z.looseObject({
          active_revision: z.string().max(MOST_TEXT).check(plainText()).optional().meta({ example: '000412-9f86d081' }),
          last_successful_activation: z.string().max(MOST_TEXT).check(plainText()).optional(),
          code: Words.optional(),
          message: Words.optional(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'OpaStatus', description: 'The status that OPA reports by itself; no decision logs.' });
type OpaStatus = z.infer<typeof OpaStatus>;
type Reported = { body: OpaStatus; caller: Caller; params?: { readonly partition?: string } };

const cut = (text = '') => text.slice(0, MOST_TEXT).toWellFormed();

export const statusReport = {
  body: OpaStatus,
  maxBytes: 1_000_000,
  reply: { 204: Noted },
  async run({ body: { labels, bundles = {} }, caller, params }: Reported, deps: Deps) {
    const name = labels.name ?? params?.partition;
    const of = { id: labels.id, by: caller.id, ...(name !== undefined && { name }) };
    const own = findOwnBundles(bundles).slice(0, MOST_BUNDLES);
    const reports = own.map(([bundle, { active_revision: revision, last_successful_activation: activatedAt, code, message }]) => ({
      ...of,
      bundle: cut(bundle),
      revision: revision || null,
      activatedAt: activatedAt ?? null,
      error: code === undefined && message === undefined ? null : { code: cut(code), message: cut(message) },
    }));
    return noteReports(reports.length > 0 ? reports : [{ ...of, revision: null, activatedAt: null, error: null }], deps);
  },
};

export const reportOpaStatus = operation(statusReport);
