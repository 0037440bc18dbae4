import type { ConsoleMessages } from '../en/console.ts';
import { fields } from './console/assess/fields.ts';
import { form } from './console/assess/form.ts';
import { captures } from './console/captures.ts';
import { consumers } from './console/consumers.ts';
import { decisions } from './console/decisions.ts';
import { diff } from './console/diff.ts';
import { faults } from './console/faults.ts';
import { frame } from './console/frame.ts';
import { glossary } from './console/glossary.ts';
import { hearing } from './console/hearing.ts';
import { inbox } from './console/inbox.ts';
import { jurisdiction } from './console/jurisdiction.ts';
import { jurisdictions } from './console/jurisdictions.ts';
import { method } from './console/method.ts';
import { dossier } from './console/platform/dossier.ts';
import { head } from './console/platform/head.ts';
import { history } from './console/platform/history.ts';
import { record } from './console/platform/record.ts';
import { summary } from './console/platform/summary.ts';
import { platforms } from './console/platforms.ts';
import { problems } from './console/problems.ts';
import { profile } from './console/profile.ts';
import { revision } from './console/revision.ts';
import { sheet } from './console/sheet.ts';
import { terms } from './console/terms.ts';
import { words } from './console/words.ts';
import { explanation } from './explanation.ts';
import { places } from './places.ts';
import { reviewReasons } from './review-reasons.ts';

export const consoleMessages: ConsoleMessages = {
  language: 'de',
  places,
  explanation,
  reviewReasons,
  ...frame,
  ...words,
  ...problems,
  faults,
  glossary,
  platform: { ...head, ...summary, ...dossier, ...history, ...record },
  assess: { ...form, ...fields },
  platforms,
  revision,
  hearing,
  inbox,
  jurisdictions,
  jurisdiction,
  method,
  diff,
  profile,
  decisions,
  consumers,
  captures,
  sheet,
  terms,
};
