import { toCodingRule } from '../domain/facts/coding-rules.ts';
import { DATA_CLASSES, INCIDENT_KINDS, MODES, SAFEGUARDS, STAKES, TRANSFER_TOOLS } from '../domain/facts/vocabulary.ts';
import { PLACEHOLDER } from './placeholder.ts';

const fill = (what: string) => JSON.stringify(`${PLACEHOLDER} ${what}`);

export function writeProfileTemplate(platform: string): string {
  return `// Who ${platform} is. It makes the platform where the service does not know it yet.
{
  "name": ${fill('as users call it')},
  "operator": ${fill("who answers for EU users' data, with its seat: Example Ireland Ltd, Dublin")},
  // The ultimate parent, if there is one.
  // "parent": "Example Holding Inc., Delaware",
  // What policy tools block. Look each up in its store: a block list with a wrong id blocks nothing, or somebody else.
  "apps": { "android": [], "ios": [], "web": [] }
}
`;
}

/** What an analyst needs beside the file: the words that each field knows, and what weighs how much. */
export function writeAssessmentTemplate(asOf: string): string {
  return `// Facts with sources, never ratings: the score follows from them. Remarks like this one are not submitted.
// What begins with ${PLACEHOLDER} is yours to fill in; delete what you have nothing for. What is not shown stays open: leave it out rather
// than guess. How a fact is coded, with examples: docs/coding.md.
{
  // The day for which the facts are stated.
  "asOf": "${asOf}",

  // What was published and can be looked up, each under an id of your own.
  "sources": {
    "policy": {
      "title": ${fill('its title, with the version or section')},
      "publisher": ${fill('who published it')},
      "url": ${fill('https://... where it can be looked up')},
      // From when it could be known.
      "published": ${fill('a date such as 2026-10-15')},
      // How far the source can be trusted, whatever it says here. A: always right when checked. B: usually. C: fairly. D: not usually.
      // E: not. F: cannot be judged.
      "reliability": "B",
      // Whose words: third-party (default), platform, or platform-accountable (sworn, statutory, audited, to a public body). What a
      // platform says in its own interest counts .25 at most (.50 when accountable); what it admits counts in full.
      "statementBy": "platform"
      // Two papers that repeat one press release are one witness: give both the same "origin": "press-release".
    }
  },

  // A quote that several facts rest on is written once, as an item or a list of items, and named: "evidence": ["q-list"].
  // "quotes": { "q-list": { "source": "policy", "credibility": 2, "observed": "${asOf}", "quote": "..." } },

  // One entry for each way in which somebody in a jurisdiction reaches users' data. EU and EEA ones too: they show that the file is not empty.
  "paths": [
    {
      "id": "store-1",
      // ISO 3166-1 alpha-2; EU for a member state that the source does not name, ZZ for a third country. ${toCodingRule('jurisdiction')}
      "jurisdiction": ${fill('a code such as US')},
      // A sentence that names several is one entry, in its place: "jurisdictions": ["JP", "SG"]. ${toCodingRule('lists-of-countries')}
      // ${MODES.join(', ')}
      //   storage: data at rest there; remote-access: staff there can read it; control: a parent or owner there can order affiliates
      //   anywhere (then "stake": ${STAKES.join(', ')}); subprocessor: a processor or cloud under that law; client-code: somebody there
      //   can ship the client's code.
      "mode": "storage",
      // The most telling class that it reaches, or a range {"low": ..., "point": ..., "high": ...}. From least to most:
      // ${DATA_CLASSES.join(', ')}; what belongs where: ${toCodingRule('data-class')}
      "data": "content",
      "evidence": [
        {
          "source": "policy",
          // How likely this item is, whatever its source. 1: confirmed by others. 2: probably. 3: possibly. 4: doubtful. 5: improbable.
          // 6: cannot be judged. Examples: ${toCodingRule('item-grades')}
          "credibility": 2,
          // The day for which it speaks.
          "observed": ${fill('a date such as 2026-10-15')},
          // Word for word, 500 characters at most: the second person holds it against the source.
          "quote": ${fill('the words of the source')},
          "locator": ${fill('page, section or paragraph')}
          // Evidence against the fact has "stance": "contradicts"; a right that somebody reserves ("may be stored in") "reserves".
          // "from": since when it holds, where the source says so. "validTo": until when an attestation says that it holds.
          // "users": "other": it was found for users outside the EU/EEA only. ${toCodingRule('users-elsewhere')}
        }
      ]
      // Measures that stand in the way, each with its evidence. "status": "announced" weighs nothing.
      // ${SAFEGUARDS.join(', ')}
      // "safeguards": [{ "kind": "access-logging", "status": "operating", "evidence": [] }],
      // The transfer tool relied on: ${TRANSFER_TOOLS.join(', ')}
      // "transfer": { "tool": "scc", "evidence": [] },
      // Closed on a day. Silence and denial end nothing; what has ended stays listed: ${toCodingRule('ended-paths')}
      // "ended": { "on": "${asOf}", "evidence": [] }
    }
  ]

  // What went wrong: ${INCIDENT_KINDS.join(', ')}
  // An order that the law allows and a court can review is none: ${toCodingRule('lawful-orders')}
  // "data": the highest class that it reached (default content). "extent": few (under 100 people), some (under 100,000), many (default).
  // "jurisdiction": the state whose authorities had access, for state-access always.
  // "incidents": [{ "id": "staff-read", "kind": "misuse", "on": "${asOf}", "summary": "...", "data": "metadata", "extent": "few", "evidence": [] }],

  // That the list of a mode is exhaustive. Without it for storage what is open stays at 100.
  // "complete": { "storage": { "evidence": [] } },

  // The most telling class that the operator holds in the clear, as with end-to-end encryption.
  // "clearText": { "residual": "metadata", "evidence": [] },

  // Promises. They weigh nothing, and are shown with what they would change; past "dueOn" a review opens.
  // "commitments": [{ "id": "move-to-eu", "summary": "...", "announcedOn": "${asOf}", "dueOn": "2027-12-31",
  //   "moves": [{ "path": "store-1", "to": "IE" }], "evidence": [] }],

  // "note": "What the second person should know."
}
`;
}
