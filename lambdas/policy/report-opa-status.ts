import * as z from 'zod';
import { text } from '../../domain/facts/evidence.ts';
import { plainText } from '../../domain/facts/plain-text.ts';
import type { Caller } from '../runtime/caller.ts';
import type { Deps } from '../runtime/deps.ts';
import { operation } from '../runtime/operation.ts';

const KEPT_DAYS = 30;
const MOST_TEXT = 300;

const Name = text(200);
/** What a tool reports of itself is kept: its report is not refused for the words of an error. */
const Words = z.string().transform((words) => words.slice(0, MOST_TEXT).replace(/[^\P{C}\n\t]|[\p{Zl}\p{Zp}\uFFFD]/gu, '?'));

/** As far as it is read; OPA sends more, which is left alone: https://www.openpolicyagent.org/docs/management-status */
const OpaStatus = z
  .looseObject({
    labels: z.looseObject({ id: Name.meta({ description: 'OPA’s own id.', example: '4f6e4bb5-a5a6-4c6a-a1a5-3b7e6f6f3f0d' }) }),
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

export const statusReport = {
  body: OpaStatus,
  maxBytes: 1_000_000,
  reply: { 204: z.undefined().meta({ description: 'Noted.' }) },
  async run({ body: { labels, bundles = {} }, caller }: { body: OpaStatus; caller: Caller }, { store, now }: Deps) {
    const bundle = bundles.whereabouts ?? Object.values(bundles)[0];
    const { active_revision: revision, last_successful_activation: activatedAt, code, message } = bundle ?? {};
    const error = code === undefined && message === undefined ? null : { code: code ?? '', message: message ?? '' };
    await store.recordConsumer(
      { id: labels.id, by: caller.id, revision: revision || null, activatedAt: activatedAt ?? null, error, reportedAt: now().toISOString() },
      Math.floor(now().getTime() / 1000) + KEPT_DAYS * 86_400,
    );
    return { status: 204, body: undefined };
  },
};

export const reportOpaStatus = operation(statusReport);
