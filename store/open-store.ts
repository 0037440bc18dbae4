import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { findChainEnd, findEventHash, listChains, readChain } from './chain.ts';
import { listChainEvents } from './chain-events.ts';
import { type Change, commit } from './commit.ts';
import { type Consumer, type ConsumersHead, findConsumersHead, listConsumers, recordBehind, recordConsumer } from './consumer.ts';
import { findCourse, findDecided, findDecidedWithProfile, findDecision, listDecisions, listDueMoves } from './decision.ts';
import { type FeedReading, findFeedMark, findPlaces, listFeed, markSent, numberEvents } from './feed.ts';
import { findHead } from './head.ts';
import { listDue, listHeads, listWaiting } from './listing.ts';
import { findPolicyMark, listPolicyRecords, movePolicyMark, type PolicyMark, readExport, recordExports } from './policy.ts';
import { findPublished, findPublishedAt, listPublished } from './published.ts';
import { indexReach, listReached } from './reach.ts';
import { findRegisterHead, type RegisterHead, recordRegister } from './register-chain.ts';
import { findReply } from './reply.ts';
import { findClosedReview, listClosedReviews } from './review.ts';
import { findApproved, findRevision, findStatus, listStatuses } from './revision.ts';
import { listSetAside, noteSetAside } from './set-aside.ts';
import type { Table } from './table.ts';
import type { Unreadable } from './unreadable.ts';
import {
  type CalledUp,
  findCalledUp,
  findLastLook,
  type LastLook,
  listDueWork,
  listLaterWork,
  recordCalledUp,
  recordLastLook,
  reschedule,
  type Work,
} from './work.ts';

/** The record, bound to its table: what operations may read, and the one way to write. */
export function openStore(client: DynamoDBClient, tableName: string) {
  const table: Table = { client, name: tableName };
  return {
    findHead: (platform: string) => findHead(table, platform),
    listHeads: (filter: Parameters<typeof listHeads>[1], page: Parameters<typeof listHeads>[2]) => listHeads(table, filter, page),
    listDue: (page: Parameters<typeof listDue>[1]) => listDue(table, page),
    listWaiting: (page: Parameters<typeof listWaiting>[1]) => listWaiting(table, page),
    indexReach: (head: Parameters<typeof indexReach>[1]) => indexReach(table, head),
    listReached: (jurisdiction: string, limit: number) => listReached(table, jurisdiction, limit),
    findRevision: (platform: string, revision: number) => findRevision(table, platform, revision),
    findStatus: (platform: string, revision: number) => findStatus(table, platform, revision),
    listStatuses: (platform: string, page: Parameters<typeof listStatuses>[2]) => listStatuses(table, platform, page),
    findApproved: (platform: string) => findApproved(table, platform),
    findPublished: (platform: string, id: string) => findPublished(table, platform, id),
    findPublishedAt: (platform: string, latestId: string) => findPublishedAt(table, platform, latestId),
    listPublished: (platform: string, page: Parameters<typeof listPublished>[2]) => listPublished(table, platform, page),
    findReply: (scope: string, now: Date) => findReply(table, scope, now),
    findFeedMark: (chain: string) => findFeedMark(table, chain),
    numberEvents: (chain: string) => numberEvents(table, chain),
    findPlaces: (numbers: readonly number[]) => findPlaces(table, numbers),
    markSent: (chain: string, numbers: readonly number[]) => markSent(table, chain, numbers),
    listFeed: (reading: FeedReading) => listFeed(table, reading),
    findClosedReview: (platform: string, id: string) => findClosedReview(table, platform, id),
    listClosedReviews: (page: Parameters<typeof listClosedReviews>[1]) => listClosedReviews(table, page),
    findDecision: (platform: string, id: string) => findDecision(table, platform, id),
    findCourse: (platform: string, id: string) => findCourse(table, platform, id),
    findDecided: (platform: string, id: string) => findDecided(table, platform, id),
    findDecidedWithProfile: (platform: string, id: string) => findDecidedWithProfile(table, platform, id),
    listDecisions: (page: Parameters<typeof listDecisions>[1]) => listDecisions(table, page),
    findPolicyMark: () => findPolicyMark(table),
    listPolicyRecords: (known?: readonly string[]) => listPolicyRecords(table, known),
    listSetAside: () => listSetAside(table),
    noteSetAside: (found: readonly Unreadable[], at: string) => noteSetAside(table, found, at),
    readExport: (place: string, name: string) => readExport(table, place, name),
    recordExports: (place: string, exports: Parameters<typeof recordExports>[2], expiresAt: number) =>
      recordExports(table, place, exports, expiresAt),
    movePolicyMark: (from: PolicyMark | undefined, to: Parameters<typeof movePolicyMark>[2]) => movePolicyMark(table, from, to),
    recordConsumer: (consumer: Consumer, expiresAt: number) => recordConsumer(table, consumer, expiresAt),
    listConsumers: (now: Date) => listConsumers(table, now),
    findConsumersHead: () => findConsumersHead(table),
    recordBehind: (from: ConsumersHead | undefined, next: Parameters<typeof recordBehind>[2]) => recordBehind(table, from, next),
    listDueMoves: (page: Parameters<typeof listDueMoves>[1]) => listDueMoves(table, page),
    listDueWork: (now: string, page: Parameters<typeof listDueWork>[2]) => listDueWork(table, now, page),
    listLaterWork: (now: string, page: Parameters<typeof listLaterWork>[2]) => listLaterWork(table, now, page),
    reschedule: (work: Work, next: Parameters<typeof reschedule>[2]) => reschedule(table, work, next),
    findCalledUp: () => findCalledUp(table),
    recordCalledUp: (before: CalledUp | undefined, versions: string) => recordCalledUp(table, before, versions),
    findLastLook: () => findLastLook(table),
    recordLastLook: (look: LastLook) => recordLastLook(table, look),
    findRegisterHead: () => findRegisterHead(table),
    recordRegister: (from: RegisterHead | undefined, next: Parameters<typeof recordRegister>[2]) => recordRegister(table, from, next),
    listChains: (page: Parameters<typeof listChains>[1]) => listChains(table, page),
    readChain: (chain: string, part: Parameters<typeof readChain>[2]) => readChain(table, chain, part),
    listChainEvents: (chain: string, page: Parameters<typeof listChainEvents>[2]) => listChainEvents(table, chain, page),
    findChainEnd: (chain: string) => findChainEnd(table, chain),
    findEventHash: (chain: string, sequence: number) => findEventHash(table, chain, sequence),
    commit: (change: Change) => commit(table, change),
  };
}
export type Store = ReturnType<typeof openStore>;
