import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { findAnchors, findStatusWithAnchors } from './anchors.ts';
import { findAnswersOf } from './answer.ts';
import { findArchived, recordArchived } from './archive-chain.ts';
import { findAudit, forgetBroken, noteBroken, recordAudit } from './audit.ts';
import { bind } from './bind.ts';
import { findCapture, findErasure, listCaptures } from './capture.ts';
import { findChainEnd, listChains, readChain } from './chain.ts';
import { findEvents, listChainEvents } from './chain-events.ts';
import { commit } from './commit.ts';
import { findConsumersHead, listConsumers, recordBehind, recordConsumer } from './consumer.ts';
import { findDecided, findDecidedWithProfile, findDecision, findProgress, listDecisions, listDueDecisions } from './decision.ts';
import { deleteDraft, findDraft, listDrafts, putDraft } from './draft.ts';
import { findFeedEnd, findFeedMark, findPlaces, listFeed, listPlacesFrom, markSent, numberEvents } from './feed.ts';
import { findUnfollowed } from './followed.ts';
import { findHead } from './head.ts';
import { findLeaf, findTreeSize, listLeaves } from './leaf.ts';
import { listDue, listHeads, listWaiting } from './listing.ts';
import { findMemoEvent } from './memo.ts';
import { hasActed, listPeople } from './people.ts';
import { findPolicyMark, listPolicyRecords, readExport, readSigned, recordExports, setPolicyMark } from './policy.ts';
import { findReleaseEvent, recordRelease } from './policy-chain.ts';
import { findPublished, findPublishedAt, listPublished } from './published.ts';
import { indexReach, listReached } from './reach.ts';
import { listRefusals, putRefusal } from './refused-proposal.ts';
import { findRegisterHead, recordRegister } from './register-chain.ts';
import { findReply } from './reply.ts';
import { findClosedReview, listClosedReviews } from './review.ts';
import { findApproved, findRevision, findStatus, listApproved, listRevisions, listStatuses } from './revision.ts';
import { findSealed, findSealingEvent } from './sealed.ts';
import { listSetAside, noteSetAside } from './set-aside.ts';
import { findSignedHead, recordSignedHead } from './signed-head.ts';
import { findTerms, listTerms } from './terms.ts';
import { findTermsRun, listReadings, recordReading, recordTermsRun } from './terms-reading.ts';
import { growTree, readConsistency, readInclusion, readRoot, readTiles } from './tree.ts';
import { readTreePart } from './tree-part.ts';
import { listWords } from './words.ts';
import { findLastLook, findRequeued, listDueWork, listLaterWork, recordLastLook, recordRequeued, reschedule } from './work.ts';

/** What operations may read of the record, and the one way to write it: a function that is added here is on every store. */
const FUNCTIONS = {
  findHead,
  findUnfollowed,
  listHeads,
  listDue,
  listWaiting,
  indexReach,
  listReached,
  findRevision,
  findStatus,
  listStatuses,
  findApproved,
  listApproved,
  listRevisions,
  findPublished,
  findPublishedAt,
  listPublished,
  findReply,
  findFeedMark,
  numberEvents,
  findPlaces,
  markSent,
  listFeed,
  findFeedEnd,
  listPlacesFrom,
  growTree,
  findTreeSize,
  readRoot,
  readInclusion,
  readConsistency,
  readTiles,
  readTreePart,
  findLeaf,
  listLeaves,
  findSignedHead,
  findSealed,
  findSealingEvent,
  recordSignedHead,
  findClosedReview,
  listClosedReviews,
  findDecision,
  findProgress,
  findDecided,
  findDecidedWithProfile,
  findAnswersOf,
  listDecisions,
  listDueDecisions,
  listWords,
  hasActed,
  listPeople,
  findPolicyMark,
  listPolicyRecords,
  listSetAside,
  noteSetAside,
  readExport,
  readSigned,
  recordExports,
  setPolicyMark,
  recordRelease,
  findReleaseEvent,
  findMemoEvent,
  recordConsumer,
  listConsumers,
  findConsumersHead,
  recordBehind,
  listDueWork,
  listLaterWork,
  reschedule,
  findRequeued,
  recordRequeued,
  findLastLook,
  recordLastLook,
  findRegisterHead,
  recordRegister,
  findAudit,
  recordAudit,
  noteBroken,
  forgetBroken,
  findArchived,
  recordArchived,
  listChains,
  readChain,
  listChainEvents,
  findEvents,
  findChainEnd,
  findDraft,
  listDrafts,
  putDraft,
  deleteDraft,
  listRefusals,
  putRefusal,
  findCapture,
  findErasure,
  listCaptures,
  findAnchors,
  findStatusWithAnchors,
  findTerms,
  listTerms,
  listReadings,
  recordReading,
  findTermsRun,
  recordTermsRun,
  commit,
} as const;

/** The record, bound to its table. */
export function openStore(client: DynamoDBClient, tableName: string) {
  return bind({ client, name: tableName }, FUNCTIONS);
}
export type Store = ReturnType<typeof openStore>;
