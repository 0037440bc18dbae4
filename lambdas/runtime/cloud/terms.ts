import { openCollections } from '../terms/collection-client.ts';
import type { CloudPart } from './deps.ts';

/** For the function that reads the versions of terms: it asks nobody unless it is configured. */
export const withTerms: CloudPart = ({ TERMS_ENDPOINTS, TERMS_CONTACT }) => ({
  terms:
    TERMS_ENDPOINTS === undefined || TERMS_CONTACT === undefined
      ? undefined
      : openCollections({ endpoints: TERMS_ENDPOINTS.split(','), contact: TERMS_CONTACT }),
});
