import { type Route, SCOPES, type Scope } from '../../lambdas/routes.ts';

/** What each function is about. */
export const TAGS: Readonly<Record<Route['function'], string>> = {
  assessments: 'Platforms, and the sourced facts about them: submitted by one person, approved by another.',
  scores: 'Scores: computed for any date, simulated, and as they were published.',
  reviews: 'Constant review: what is due, and what came of it.',
  decisions: 'Decisions of people on grounds of a score, each with its approvals.',
  captures: 'Texts as they were read, in which quotes are verified.',
  erasures: 'The erasure of a text that should not have been kept: by two people, with a reason.',
  log: 'The tree of the record’s events, for whoever verifies it without us: public, and without contents (C2SP tlog-tiles).',
  drafts: 'What a person has begun: kept for 30 days, for that person alone, and never scored.',
  policy: 'Exports for the tools that enforce decisions on devices.',
  repair: 'The way out of a broken record: two people make what stands for the present anew from the events.',
  reference: 'The law, the method, and the service itself.',
};

const MAY: Readonly<Record<Scope, string>> = {
  read: 'read everything that is no export',
  assess: 'submit assessments, and describe platforms',
  review: 'judge what others have submitted; people only',
  decide: 'propose, approve and revoke decisions; people only',
  policy: 'fetch the exports',
  operate: 'see how the service fares, and repair what was changed behind it, which takes two people',
};

export const SIGN_IN = {
  type: 'oauth2',
  description:
    'A bearer JWT (RS256) of the OpenID issuer that this instance trusts. The token address here is that of local mode, where the names ' +
    'in the README sign in; elsewhere ask the institution for its issuer.',
  flows: { clientCredentials: { tokenUrl: '/local/oauth/token', scopes: Object.fromEntries(SCOPES.map((scope) => [scope, MAY[scope]])) } },
};

export const DESCRIPTION = `Scores social media platforms on two questions, for any date and with the evidence: where is their
users' data kept, and whose staff and owners can reach it?

- Times are RFC 3339 in UTC, dates ISO 8601, points 0 to 100 (higher is riskier). Unknown fields and parameters are refused.
- **Refusals** are \`application/problem+json\` (RFC 9457), unknown addresses and methods included; \`type\` is an address that explains
  itself, and for bad input \`errors\` names every fault with its place. What the gateway itself refuses is \`{"message": ...}\`.
- **Languages**: refusals are in the language of \`Accept-Language\` (en, fr, de), which \`Content-Language\` names, and vary by it. Every other
  answer is the same for all: sentences of ours are in English beside their code and parameters, of which a client makes its own.
- **Pages**: \`limit\` and \`cursor\`; the answer says \`nextCursor\`, null on the last page.
- **Order of checks**: token, scope, existence, precondition, body, state.
- Every example here is a request of one real case, or its answer: TikTok on 23 February 2023, with its paths shortened to a few.`;
