import { toName } from '../format.ts';
import { t } from '../messages/text.ts';
import { createFinder } from './finder.ts';

/** Every jurisdiction, in the language chosen. */
export const jurisdictions = createFinder(t.language, toName);
