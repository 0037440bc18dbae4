import { TermsState } from '../domain/record/terms/terms-state.ts';
import { TERMS_PREFIX, termsKey } from './keys.ts';
import { storedAt, toItem } from './stored.ts';
import { getItem, type Item, queryAll, type Table } from './table.ts';
import type { Unreadable } from './unreadable.ts';

export const toTermsItem = (terms: TermsState): Item => toItem(TermsState, terms, termsKey(terms.platform, terms.document));

const readTerms = storedAt(TermsState, ({ platform, document }) => termsKey(platform, document));

/** What the record remembers of a watched document. */
export function findTerms(table: Table, platform: string, document: string): Promise<TermsState | undefined> {
  return getItem(table, termsKey(platform, document), readTerms);
}

/** The same of all documents of a platform, those that are no longer watched among them. */
export function listTerms(table: Table, platform: string): Promise<{ items: TermsState[]; setAside: Unreadable[] }> {
  const values = { ':pk': termsKey(platform, '').pk, ':terms': TERMS_PREFIX };
  return queryAll(table, { KeyConditionExpression: 'pk = :pk AND begins_with(sk, :terms)', values }, readTerms);
}
