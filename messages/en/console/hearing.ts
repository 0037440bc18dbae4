import { hearingTexts } from '../hearing.ts';

/** How the party of a decision is heard, and what it answered. */
export const hearing = {
  ...hearingTexts,
  title: 'Hearing',
  lead: 'A suspension is approved once the party has answered, or its time to answer has run out.',
  dossier: 'Dossier for the party',
  how: 'How the party is heard',
  kinds: { held: 'Notified of the grounds', afterwards: 'Afterwards, because it is urgent', waived: 'Not at all, by two people' },
  fields: { to: 'To which office of the party', deadline: 'May answer until', by: 'Notified at the latest on', reason: 'Reason' },
  send: 'Record',
  confirm: 'Confirm that the party is not heard',
  answers: 'What the party answered',
  letter: 'Letter',
  kindsOfStatement: { confirmed: 'confirmed', disputed: 'disputed', corrected: 'corrected', ended: 'ended', planned: 'will end' },
};
