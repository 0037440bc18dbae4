import type { Count, Name } from '../../parameters.ts';
import { plural } from '../format.ts';

/** What is watched of a platform's terms, and what the watch has found. */
export const terms = {
  notWatched: 'not watched',
  silence: 'No document of this platform is watched: that no change is reported does not mean that there was none.',
  none: (name: Name) => `${name}: no document of its terms is watched.`,
  unwatched: (documents: string) => `Named by sources of the assessment, and not watched: ${documents}.`,
  today: 'This is the watch of today, whatever day the page shows.',
  read: 'Last read',
  never: 'never yet',
  newest: 'Newest version',
  noVersion: 'none yet',
  covers: 'Speaks of',
  fault: (times: Count, detail: string) => `It cannot be read, ${plural(times, { one: 'once so far', other: `${times} times running` })}: ${detail}.`,
  silent: 'No version was recorded for 90 days: what it says now is not known.',
  waiting: 'A newer version differs. It is told once it has stood for 36 hours.',
  suspect: {
    'other-language': 'A newer text is in another language. It is not taken for the document; after 14 days it is told as a change of the source.',
    shrunk:
      'A newer text has lost more than half of its words. It is not taken for the document; after 14 days it is told as a change of the source.',
    'one-sided':
      'Many sentences of a newer text are missing or new. It is not taken for the document; after 14 days it is told as a change of the source.',
  },
  quotes: 'Quotes of the standing assessment',
  noQuotes: 'No quote of the standing assessment was taken from this document.',
  quoteStates: { held: 'still stands', reworded: 'reworded', lost: 'gone', 'never-found': 'never found in it' },
  now: 'Now',
  changes: 'Changes',
  noChanges: 'Nothing that matters has changed since it is watched.',
  version: 'Version of',
  opened: 'a review was asked for',
  kinds: { came: 'new', went: 'gone', reworded: 'reworded' },
  before: 'Before',
  after: 'After',
  further: (count: Count) =>
    plural(count, { one: 'One more change stands in the two texts.', other: `${count} more changes stand in the two texts.` }),
  topics: {
    storage: 'storage',
    transfer: 'transfer',
    access: 'access',
    control: 'control',
    encryption: 'encryption',
    'compelled-disclosure': 'compelled disclosure',
  },
};
