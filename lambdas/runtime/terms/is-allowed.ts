import type { TermsDocument } from '../../../domain/facts/terms-document.ts';

/** However it ends, an endpoint is one address. */
export const withoutSlash = (address: string) => address.replace(/\/+$/, '');

/** Whether a document's versions may be read where it says: a document without an endpoint is brought by people. */
export const isAllowed = (endpoints: readonly string[], { endpoint }: Pick<TermsDocument, 'endpoint'>): boolean =>
  endpoint === undefined || endpoints.map(withoutSlash).includes(withoutSlash(endpoint));
