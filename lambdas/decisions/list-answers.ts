import * as z from 'zod';
import { PartyAnswer } from '../../domain/record/hearing/answer.ts';
import { DecisionParams, findDecision } from '../runtime/find-decision.ts';
import { operation } from '../runtime/operation.ts';
import { ok } from '../runtime/reply.ts';

const Answers = z
  .strictObject({
    items: z
      .array(PartyAnswer)
      .meta({ description: 'In the order in which they came in; of the hearing that was kept from an earlier decision too.' }),
  })
  .meta({ id: 'PartyAnswers', description: 'What the party answered, fact by fact.' });

export const listAnswers = operation({
  params: DecisionParams,
  reply: { 200: Answers },
  find: findDecision,
  run: async ({ found }, { store }) => ok({ items: await store.findAnswersOf(found) }),
});
