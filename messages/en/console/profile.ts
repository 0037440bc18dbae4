import type { Name } from '../../parameters.ts';

/** The form of a platform’s profile. */
export const profile = {
  title: (name: Name) => `Profile of ${name}`,
  newTitle: 'Add a platform',
  lead: 'Id, name and operator are needed; the rest helps to find it, and its app ids are what decisions name.',
  fields: {
    id: 'Id, in small letters',
    name: 'Name',
    operator: 'Operator: who answers for EU users’ data',
    parent: 'Ultimate parent',
    homepage: 'Home page',
    'apps.android': 'Android app ids, one a line',
    'apps.ios': 'iOS app ids, one a line',
    'apps.web': 'Domains, one a line',
    euMonthlyUsers: 'Monthly users in the EU',
    vlopSince: 'Very large online platform since',
    'reviewEveryDays.days': 'Review every so many days, 7 to 365, instead of what its band asks for',
    'reviewEveryDays.reason': 'Why at this interval',
    note: 'Note',
  },
  save: 'Save',
  saved: 'Saved.',
  conflict: {
    title: 'Somebody else changed it while you wrote',
    body: 'Choose, field by field, which to keep. Nothing is saved until you do.',
    theirs: 'Theirs',
    mine: 'Mine',
    save: 'Save what I chose',
    same: 'Your changes and theirs touch no field in common; saving keeps both.',
  },
  empty: '(empty)',
};
