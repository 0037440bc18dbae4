import type { Operations } from '../runtime/endpoint.ts';
import { approveDecision } from './approve-decision.ts';
import { getDecision } from './get-decision.ts';
import { getDossier } from './get-dossier.ts';
import { getMemo } from './get-memo.ts';
import { getSheet } from './get-sheet.ts';
import { listAnswers } from './list-answers.ts';
import { listDecisions } from './list-decisions.ts';
import { proposeDecision } from './propose-decision.ts';
import { recordHearing } from './record-hearing.ts';
import { recordMemo } from './record-memo.ts';
import { revokeDecision } from './revoke-decision.ts';
import { withdrawWord } from './withdraw-word.ts';

export const operations = {
  'approve-decision': approveDecision,
  'get-decision': getDecision,
  'get-dossier': getDossier,
  'get-memo': getMemo,
  'get-sheet': getSheet,
  'list-answers': listAnswers,
  'list-decisions': listDecisions,
  'propose-decision': proposeDecision,
  'record-hearing': recordHearing,
  'record-memo': recordMemo,
  'revoke-decision': revokeDecision,
  'withdraw-word': withdrawWord,
} as const satisfies Operations;
