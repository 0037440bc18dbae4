import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type Change, commit } from './commit.ts';
import { findHead, listHeads } from './head.ts';
import { findPublished, listPublished } from './published.ts';
import { findReply } from './reply.ts';
import { findApproved, findRevision, findStatus } from './revision.ts';
import type { Table } from './table.ts';

/** The record, bound to its table: what operations may read, and the one way to write. */
export function openStore(client: DynamoDBClient, tableName: string) {
  const table: Table = { client, name: tableName };
  return {
    findHead: (platform: string) => findHead(table, platform),
    listHeads: (page: Parameters<typeof listHeads>[1]) => listHeads(table, page),
    findRevision: (platform: string, revision: number) => findRevision(table, platform, revision),
    findStatus: (platform: string, revision: number) => findStatus(table, platform, revision),
    findApproved: (platform: string) => findApproved(table, platform),
    findPublished: (platform: string, id: string) => findPublished(table, platform, id),
    listPublished: (platform: string, page: Parameters<typeof listPublished>[2]) => listPublished(table, platform, page),
    findReply: (scope: string, now: Date) => findReply(table, scope, now),
    commit: (change: Change) => commit(table, change),
  };
}
export type Store = ReturnType<typeof openStore>;
