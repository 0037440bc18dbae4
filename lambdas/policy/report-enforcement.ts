import * as z from 'zod';
import { fault } from '../../domain/facts/fault.ts';
import { operation } from '../runtime/operation.ts';
import { Noted, noteReports } from './note-reports.ts';

const MOST_DEVICES = 10_000_000;
const Count = z.int().min(0).max(MOST_DEVICES);

const EnforcementReport = z
  .strictObject({
    revision: z
      .string()
      .regex(/^\d{6,10}-[0-9a-f]{8}$/, fault('not-a-revision'))
      .meta({ description: 'What the tool enforces now.', example: '000412-9f86d081' }),
    target: z
      .string()
      .regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/, fault('not-a-target'))
      .meta({ description: 'Where: a target of the export, or a word of your own. Each is a line of its own.', example: 'android-fully-managed' }),
    devices: Count.meta({ description: 'How many devices (resolvers, browsers) it is for. Counts alone: no name and no id.', example: 1200 }),
    enforcing: Count.meta({ description: 'On how many of them it is in force.', example: 1187 }),
  })
  .superRefine(({ devices, enforcing }, context) => {
    if (enforcing > devices) context.addIssue({ code: 'custom', path: ['enforcing'], message: fault('more-than-devices') });
  })
  .meta({ id: 'EnforcementReport', description: 'What a tool other than an OPA enforces, by its own word.' });

export const reportEnforcement = operation({
  params: z.strictObject({
    id: z
      .string()
      .regex(/^[\w.:~-]{1,200}$/, fault('not-a-consumer-id'))
      .meta({ description: 'What the tool calls itself, always the same.', example: 'intune-sync' }),
  }),
  body: EnforcementReport,
  maxBytes: 10_000,
  reply: { 204: Noted },
  run: ({ params: { id }, body: { revision, target, devices, enforcing }, caller }, deps) =>
    noteReports([{ id, by: caller.id, revision, target, devices, enforcing, activatedAt: null, error: null }], deps),
});
