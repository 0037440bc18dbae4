import type { Name } from '../../parameters.ts';

/** Every term of the method: what it is called, and what it means in a sentence or two. */
export const glossary = {
  title: 'Glossary',
  what: (term: Name) => `What is “${term}”?`,
  more: 'In the method',
  go: 'How the score is made: the method and its terms',
  terms: {
    point: { name: 'Point', means: 'What is proven, from 0 to 100: how far a state outside the EU/EEA gets EU users’ data by the evidence.' },
    range: { name: 'Range', means: 'From the platform’s case, if all it claims is true, to what cannot be excluded of what somebody has named.' },
    open: { name: 'Open', means: 'How far it could go through places and people that nobody has named, because no list is proven complete.' },
    band: {
      name: 'Band',
      means: 'A name for the point: minimal, low, elevated, high, severe. Unrated: too little was looked at, which is never read as low.',
    },
    gate: {
      name: 'Gate',
      means: 'What the figures ask of a policy tool or a decision: restrict, precaution, review, unproven or allow. It decides nothing.',
    },
    confidence: { name: 'Confidence', means: 'How narrow the range is: high below 15 points, very low from 60.' },
    belief: { name: 'Belief', means: 'How far the evidence carries a fact: each item weighs by its source, its credibility and its age.' },
    hazard: { name: 'Hazard', means: 'How far a state can compel those under its law to hand over data, from 0 to 1, by the dated register of law.' },
    'not-excluded': {
      name: 'Not excluded',
      means: 'Between these two the figure may lie, because items of the law are not known or were not read in their source.',
    },
    law: {
      name: 'Law',
      means: 'What a transfer tool or an adequacy decision takes off: half where one is in force, next to nothing for a contract.',
    },
    mode: {
      name: 'Mode',
      means:
        'By what way the data is reached: stored there, staff access, control of the company, a subprocessor, or whoever makes the client’s code.',
    },
    data: { name: 'Data', means: 'The highest class of data that is reached, from public data to private content.' },
    technology: { name: 'Technology', means: 'What technical safeguards that are proven leave over, such as end-to-end encryption.' },
    organisation: { name: 'Organisation', means: 'What organisational safeguards that are proven leave over, such as logging of access.' },
    exposure: {
      name: 'Exposure',
      means: 'Belief × hazard × law × mode × data × technology × organisation, of one path. The strongest path of a jurisdiction counts.',
    },
    grade: {
      name: 'Grade',
      means:
        'The Admiralty code: a letter for the source, A reliable to F cannot be judged, and a figure for the item, 1 confirmed to 6 cannot be judged.',
    },
    counted: { name: 'Counted', means: 'Enough is proven or reserved for the fact to be scored. What is too weak is a lead: shown, not scored.' },
    clear: { name: 'In the clear', means: 'What the operator itself can read, whatever is encrypted on the way or on the disk.' },
  },
};
