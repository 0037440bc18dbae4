import { CURRENT } from './method.ts';

/** Where in the method a rule belongs; the generated document follows this order. */
export const JUDGEMENT_TOPICS = ['scope', 'evidence', 'hazard', 'path', 'safeguards', 'combination', 'result'] as const;

/**
 * Why a rule of the method is what it is. L follows law or a published source; J is a judgement that is ours to own. The
 * figures come from the tables themselves, so that what is said cannot differ from what is computed.
 */
export type Judgement = {
  readonly id: string;
  readonly topic: (typeof JUDGEMENT_TOPICS)[number];
  readonly kind: 'L' | 'J';
  readonly rule: string;
  readonly reason: string;
  /** What can be looked up: the source that is followed (L), or the one nearest to it (J). */
  readonly source: string;
};

const percent = (share: number) => `${Math.round(share * 100)} %`;
const EDPB_SUPPLEMENTARY = 'EDPB Recommendations 01/2020 on supplementary measures, version 2.0 of 18 June 2021, annex 2';
const EDPB_GUARANTEES = 'EDPB Recommendations 02/2020 on the European Essential Guarantees, 10 November 2020';
const SCHREMS_II = 'CJEU, C-311/18 (Schrems II), 16 July 2020';
const {
  adequacyCredit,
  admissionPercent,
  bandEventMargin,
  bands,
  compulsion,
  confidences,
  conflictReview,
  contractCredit,
  credibility,
  data,
  evidenceGraceDays,
  gate,
  halfLifeDays,
  hazard,
  incidentHalfLifeDays,
  incidentWeight,
  massCap,
  modes,
  organisationalLimit,
  paperDiscount,
  reliability,
  sideCap,
  spread,
  stake,
  stateAccessFloor,
  technical,
  uncertainShare,
  unregistered,
  attestationDays,
  incidentExtent,
  otherUsersCredibility,
  rating,
  reservation,
  unnamed,
  unreadItem,
} = CURRENT;
const [, LOW, ELEVATED, HIGH, SEVERE] = bands;
const [SURE, MODERATE, UNSURE] = confidences;

export const JUDGEMENTS: readonly Judgement[] = [
  {
    id: 'eu-eea-counts-nothing',
    topic: 'scope',
    kind: 'J',
    rule: 'States and territories of the EU and the EEA count 0 on the date of the score, Great Britain until 31 December 2020.',
    reason:
      'The question is what a state outside the Union can obtain. Member states can compel too, but under the Charter and the ' +
      'Court; a scale that ranked them against third countries would answer another question and hide this one.',
    source: 'GDPR, chapter V; Regulation (EU) 2018/1725, chapter V; EEA Agreement; Withdrawal Agreement, article 127',
  },
  {
    id: 'facts-not-ratings',
    topic: 'scope',
    kind: 'L',
    rule: 'Analysts submit facts with evidence, never ratings; all arithmetic is done from the facts.',
    reason:
      'Trained people rate the same thing differently when asked again: 68 % of the users of another scoring system changed their ' +
      'own rating within nine months. What a source says on a date can be checked by anybody.',
    source: 'J. Wunder et al., Shedding Light on CVSS Scoring Inconsistencies, IEEE Symposium on Security and Privacy 2024',
  },
  {
    id: 'three-columns',
    topic: 'scope',
    kind: 'J',
    rule: 'Every score is three numbers about what somebody has named: the platform’s case, what is proven, and what cannot be excluded.',
    reason:
      'One number would have to treat a contested fact as good or as bad news. As a range, a missing proof is visible as width and can be supplied by its holder.',
    source: 'OECD and JRC, Handbook on Constructing Composite Indicators, 2008, on reporting uncertainty',
  },
  {
    id: 'named-and-open',
    topic: 'scope',
    kind: 'J',
    rule: 'What nobody has named stands beside the range as open, and never in it.',
    reason:
      'That somebody says so and it is not disproven asks for a decision; that nobody looked asks for a question. In one number the two hid each other: nearly every platform had an upper bound of 100.',
    source: 'None; the rule follows from what the score is used for',
  },
  {
    id: 'known-from',
    topic: 'scope',
    kind: 'J',
    rule: 'A reading of the law that was not possible before a day is unread for a score by the knowledge of an earlier one.',
    reason:
      'A judgment or a study says what the law was before it, but the people who decided then could not know. A back-dated score with hindsight would blame people for what nobody knew.',
    source: 'The register, which names the day for each such reading',
  },
  {
    id: 'data-classes',
    topic: 'path',
    kind: 'J',
    rule: `What a path reaches weighs from ${data.public} for public data over ${data.account}, ${data.metadata} and ${data.behaviour} to ${data.content} for content; the most telling class that it reaches counts.`,
    reason:
      'Public data is there for anybody without compulsion. Who holds an account allows no precise conclusions on a private life by itself. Metadata shows who speaks with whom and where, which the Court holds to allow very precise ones, so it is far from harmless at half. Behaviour stands close to content because profiles reveal opinions and weaknesses that nobody wrote down.',
    source:
      'CJEU, C-207/16 and C-746/18 on identity alone; C-293/12 and C-594/12 (Digital Rights Ireland), paragraph 27, on traffic and location data',
  },
  {
    id: 'grades-of-evidence',
    topic: 'evidence',
    kind: 'J',
    rule: `Reliability A to E weighs ${reliability.A}, ${reliability.B}, ${reliability.C}, ${reliability.D} and ${reliability.E}; credibility 1 to 5 weighs ${credibility[1]}, ${credibility[2]}, ${credibility[3]}, ${credibility[4]} and ${credibility[5]}.`,
    reason:
      'The code orders grades and gives them no numbers. Ours keep the order, let one excellent item carry a fact nearly alone, ' +
      'and need several mediocre ones for the same. Both grades multiply because a good source can pass on a poor item.',
    source: 'Admiralty code (NATO AJP-2.1), which gives the grades and not the weights',
  },
  {
    id: 'cannot-be-judged',
    topic: 'evidence',
    kind: 'J',
    rule: `F and 6 weigh ${reliability.F} and ${credibility[6]}: between the doubtful and the fair, not below the worst.`,
    reason:
      'In the code they say that the grade cannot be judged. To read them as the worst would punish new sources, and to read them as ' +
      'usual would reward not checking.',
    source: 'Admiralty code (NATO AJP-2.1)',
  },
  {
    id: 'own-interest',
    topic: 'evidence',
    kind: 'J',
    rule: `A statement by the platform that would lower its score has at most a mass of ${massCap.platform}, and of ${massCap['platform-accountable']} where it answers for it in law; the cap applies before age. An admission is not capped.`,
    reason:
      'A person who gains by a statement is a poor witness to it, a good one against himself. Words that are sworn, audited or filed with a public body carry a sanction and so weigh double; neither kind can prove a favourable fact on its own. Under a cap after age an own word would stand still while an authority’s fades.',
    source: 'The rule on statements against interest, known to most laws of evidence',
  },
  {
    id: 'one-origin-once',
    topic: 'evidence',
    kind: 'J',
    rule: 'Items of one origin count once on each side, by the largest mass, and all statements of the platform are one origin.',
    reason:
      'Forty newspapers that print one press release have seen one thing, and a platform that repeats itself in five posts has said one thing. The rule of combination presumes independent witnesses.',
    source: 'G. Shafer, A Mathematical Theory of Evidence, 1976, on distinct bodies of evidence',
  },
  {
    id: 'half-lives',
    topic: 'evidence',
    kind: 'J',
    rule: `Evidence fades after ${evidenceGraceDays} days, or as long as an attestation says that it holds, ${attestationDays} at most: by half in ${modes.storage.halfLifeDays} days for storage, staff access and processors, in ${modes.control.halfLifeDays} for ownership and client code, in ${halfLifeDays.safeguard} for everything favourable. The end of a path and incidents do not fade.`,
    reason:
      'Ownership changes rarely and in public; places and processors change with each contract; safeguards are switched off in an afternoon and are audited yearly, so their proof is good for about a year. What has happened has happened.',
    source: 'Yearly audit cycles of ISO/IEC 27001 and of article 37 of Regulation (EU) 2022/2065 (DSA)',
  },
  {
    id: 'combination-of-evidence',
    topic: 'evidence',
    kind: 'J',
    rule: `Evidence for and against is combined by Dempster’s rule on two outcomes; no side is ever surer than ${sideCap}.`,
    reason:
      'It keeps disbelief apart from ignorance, which low, point and high need. Other rules do so too (Yager; Dubois and Prade; PCR5; subjective logic) and part from it under strong conflict; there a review opens here, and on two outcomes Dempster’s is the one that a reader can check by hand. The cap keeps a pile of items from making a fact immune to any contradiction.',
    source: 'A. P. Dempster, 1967; G. Shafer, A Mathematical Theory of Evidence, 1976',
  },
  {
    id: 'burden-of-proof',
    topic: 'evidence',
    kind: 'L',
    rule: 'Good news counts in point and high as far as it is proven and fresh; evidence against the platform does not fade from them.',
    reason:
      'The exporter of data has to verify, guarantee and demonstrate that its protection travels with it. Silence is no demonstration, ' +
      'and must not pay by letting old findings expire.',
    source: 'Irish Data Protection Commission, decision on TikTok announced on 2 May 2025; GDPR, articles 5(2) and 46',
  },
  {
    id: 'uncertain-share',
    topic: 'evidence',
    kind: 'J',
    rule: `Of what is neither proven nor disproven of an adverse fact, ${percent(uncertainShare)} count in the point.`,
    reason:
      'The point is what a decision rests on and has to be fair to both sides: at nothing, a platform gains by keeping facts from ' +
      'being known; at a half, an open question would weigh like a coin that has been tossed. All of it stands in high.',
    source: 'None; its effect is in the sensitivity table',
  },
  {
    id: 'reservations',
    topic: 'evidence',
    kind: 'J',
    rule: `Who reserves a right (“may be stored in”) proves nothing; up to ${percent(reservation.share)} more of what is open count in the point, and half of the reservation for admission.`,
    reason:
      'A notice states what the operator intends or keeps possible, which is less than a fact and more than nothing: that recipients and transfers have to be named is the law’s demand.',
    source: 'GDPR, article 13(1)(e) and (f)',
  },
  {
    id: 'users-elsewhere',
    topic: 'evidence',
    kind: 'J',
    rule: `What was found for users outside the EU and the EEA only has a credibility of at most ${otherUsersCredibility}.`,
    reason:
      'The same staff and systems often serve both, so it is evidence; whether they do is a question of its own, which the item does not answer.',
    source: 'None; its effect is in the sensitivity table',
  },
  {
    id: 'bar-of-admission',
    topic: 'evidence',
    kind: 'J',
    rule: `A path or an incident of which less than ${admissionPercent} % is proven or reserved without age is a lead: shown, not scored.`,
    reason:
      'Since what is not disproven counts in high, the faintest rumour would lift it for the price of one anonymous post. The bar is low enough that one fair item from one fair source passes.',
    source: 'None; its effect is in the sensitivity table',
  },
  {
    id: 'conflict-opens-review',
    topic: 'evidence',
    kind: 'J',
    rule: `Contradiction of ${conflictReview} or more of mass opens a review.`,
    reason: 'Two good sources that exclude each other are a question for a person. Below, the weaker side is weak enough to leave to the rule.',
    source: 'L. Zadeh, 1984, on results of the rule under strong conflict',
  },
  {
    id: 'four-guarantees',
    topic: 'hazard',
    kind: 'J',
    rule: 'The items of a jurisdiction follow the European Essential Guarantees as far as they can be coded; half the weight of the guarantees rests on the weakest of oversight, redress and rule of law.',
    reason:
      'The guarantees are required together, so strength in one cannot make up for the lack of another; the other half rewards progress that has not yet reached the weakest. Two of the four (clear rules; necessity and proportionality) have no item of their own, and the rule of law is none of the four: it stands in for them.',
    source: `${EDPB_GUARANTEES}; ${SCHREMS_II}, on redress`,
  },
  {
    id: 'powers',
    topic: 'hazard',
    kind: 'J',
    rule: `Powers weigh ${Object.values(compulsion).join(' + ')}: duty to assist, bulk power, reach abroad, secrecy, no prior authorisation.`,
    reason:
      'All five are needed to say how far a law compels, and none of them decides alone. The duty to assist is the root of the others ' +
      'and weighs a little more; secrecy hides a power rather than widens it, and weighs a little less.',
    source: `${EDPB_GUARANTEES}, which names the questions and not the weights`,
  },
  {
    id: 'perfect-constraint',
    topic: 'hazard',
    kind: 'J',
    rule: `Lawful compulsion alone reaches ${hazard.compulsion} at most, and perfect guarantees take ${percent(hazard.guarantees)} off it.`,
    reason:
      'An order has to be made, served and followed, so even the harshest law is not possession. And the best constrained ' +
      'power is still there to be used: guarantees decide how it is used, not whether.',
    source: 'None; its effect is in the sensitivity table',
  },
  {
    id: 'offensive-cyber-programme',
    topic: 'hazard',
    kind: 'J',
    rule: 'Whether an EU or EEA government or service names the state as running an offensive cyber programme is an item of its own, beside the law.',
    reason:
      'Such a state need not ask. A government made the criterion for the origin of the company behind an app; that it also counts where the data lies and where staff sit is ours, because the programme reaches those as well.',
    source: 'Netherlands, letter of the State Secretary for Digitalisation on apps on official devices, 21 March 2023, with the advice of the AIVD',
  },
  {
    id: 'weight-of-a-programme',
    topic: 'hazard',
    kind: 'J',
    rule: `A programme weighs ${hazard.programme}, combined with lawful compulsion as an independent way.`,
    reason: 'It equals full lawful compulsion: the means are there and the will is documented, yet no programme reaches everything it aims at.',
    source: 'None; its effect is in the sensitivity table',
  },
  {
    id: 'unknown-law',
    topic: 'hazard',
    kind: 'J',
    rule: `An unread item counts at the point as the state’s own published index of the rule of law says, ${unreadItem} where that is unread too; a jurisdiction or date that is not in the register has a hazard of ${unregistered.hazard.join(', ')} and is taken to compel.`,
    reason:
      'Where a law has not been read, the state’s record is the best that is known of it, and stands for nothing else. Otherwise a state of which nothing was read would look as mild as one that was read with care. Paperwork gets no credit against a law that nobody has read.',
    source: 'The register itself',
  },
  {
    id: 'unnamed-country',
    topic: 'hazard',
    kind: 'J',
    rule: `A third country that the source does not name has a hazard of ${unnamed.hazard.join(', ')}; what it may reach beyond is open.`,
    reason: 'That there is one is named and counts; which one it is, nobody says, and that is a question and no finding.',
    source: 'None; its effect is in the sensitivity table',
  },
  {
    id: 'adequacy',
    topic: 'path',
    kind: 'J',
    rule: `Where an adequacy decision is in force and covers the recipient, ${percent(adequacyCredit)} of the path is taken off.`,
    reason:
      'The decision is law and must count. That it counts half and not whole follows from experience: the Court has struck down ' +
      'two of them for the very access that is scored here.',
    source: `CJEU, C-362/14 (Schrems I), 6 October 2015; ${SCHREMS_II}`,
  },
  {
    id: 'adequacy-by-scheme',
    topic: 'path',
    kind: 'L',
    rule: 'A decision limited to a scheme counts for a recipient only as far as it is proven to take part, and the path names the scheme.',
    reason: 'The decision says so: outside the scheme there is none. The bridge to Great Britain until 28 June 2021 is treated as a decision.',
    source:
      'Implementing Decision (EU) 2023/1795, article 1; Implementing Decision (EU) 2016/1250; Decision 2002/2/EC; EU-UK Trade and Cooperation Agreement, article 782',
  },
  {
    id: 'contracts',
    topic: 'path',
    kind: 'L',
    rule: `Standard clauses and binding rules take ${percent(contractCredit)} off, less the more the law compels; consent and other tools nothing.`,
    reason:
      'A contract binds those who sign it and not the authority that asks. What is left is the duty to warn and to contest, which is ' +
      'worth something only where the law leaves room for it.',
    source: `${SCHREMS_II}, paragraphs 125 and 132`,
  },
  {
    id: 'making-available',
    topic: 'path',
    kind: 'L',
    rule: `Storage and remote access weigh ${modes.storage.weight} and ${modes['remote-access'].weight}: to show data on a screen is to hand it over.`,
    reason: 'Remote access from a third country to data in the Union is a transfer where another controller or processor looks.',
    source: 'EDPB Guidelines 05/2021 on the interplay of article 3 and chapter V, version 2.0 of 14 February 2023',
  },
  {
    id: 'own-staff',
    topic: 'path',
    kind: 'J',
    rule: "The operator's own staff abroad count like another company's.",
    reason:
      'They are no second party and their access is no transfer in law. But the question is compulsion, and the officer who calls compels them all the same.',
    source: 'EDPB Guidelines 05/2021, which leave this case to article 32 GDPR',
  },
  {
    id: 'control',
    topic: 'path',
    kind: 'J',
    rule: `Control weighs ${modes.control.weight}: a parent can order its affiliates anywhere.`,
    reason:
      'Orders from a parent are followed as a rule, and governments have acted on ownership more than on servers. It stays below ' +
      'direct access because an affiliate in the Union may have to refuse.',
    source: '28 CFR part 202 (United States, data security programme, 2025); GDPR, article 48',
  },
  {
    id: 'stakes',
    topic: 'path',
    kind: 'L',
    rule: `Stakes of 50, 25 and 10 per cent mark sole, blocking and minority control, weighing ${stake.sole}, ${stake.blocking} and ${stake.minority}.`,
    reason:
      'Half is where others draw control, a quarter where a single outside holder becomes disqualifying, and a tenth where an ' +
      'investment stops being passive. The thresholds are theirs, the weights between them ours.',
    source: '28 CFR part 202 (50 % rule, passive investments below 10 %); SecNumCloud 3.2, section 19.6 (24 % of a single holder)',
  },
  {
    id: 'processors-and-code',
    topic: 'path',
    kind: 'J',
    rule: `A processor or cloud weighs ${modes.subprocessor.weight}, the client's code ${modes['client-code'].weight}.`,
    reason:
      'A processor holds a part and must first find it in what is not its own. A person who ships the code could change it to take ' +
      'anything, but has to do so against every user in public view, and few cases are known.',
    source: 'None; its effect is in the sensitivity table',
  },
  {
    id: 'not-a-path',
    topic: 'path',
    kind: 'J',
    rule: 'What every app of a store or a system has alike is no path: the store’s delivery and signing, push services, the system’s own back-up.',
    reason: 'They would add the same to every platform and hide what tells them apart.',
    source: 'None; it follows from what the score is compared for',
  },
  {
    id: 'technical-measures',
    topic: 'safeguards',
    kind: 'L',
    rule: `Encryption end to end takes up to ${percent(technical['end-to-end-encryption'].storage)} off, keys held in the Union ${percent(technical['eu-held-keys'].storage)} off storage and nothing off access in the clear, pseudonyms ${percent(technical.pseudonymisation.storage)}, split processing ${percent(technical['split-processing'].storage)}.`,
    reason:
      'The use cases say which measure is effective against an authority and which is not: encryption whose keys stay here is, ' +
      'and none is where staff abroad need the data in the clear. The exact shares below 100 % are ours and allow for faults.',
    source: `${EDPB_SUPPLEMENTARY}, use cases 1, 2, 3 and 5 for, 6 and 7 against`,
  },
  {
    id: 'trustee',
    topic: 'safeguards',
    kind: 'J',
    rule: `A trustee in the Union takes ${percent(technical['eu-trustee'].control)} off control, processors and client code, and nothing off storage or staff access there.`,
    reason:
      'It puts another hand between the order and the data. It cannot undo that data is already there. The nearest scheme asks for seat, holdings and no technical access from outside, which a trustee serves without being its term.',
    source: 'ANSSI, SecNumCloud 3.2, 8 March 2022, section 19.6',
  },
  {
    id: 'reproducible-client',
    topic: 'safeguards',
    kind: 'J',
    rule: `A client that anybody can rebuild takes ${percent(technical['reproducible-client']['client-code'])} off the path through its code.`,
    reason: 'A change that serves somebody else can then be found by anyone, though not before it was shipped, and not by those who never look.',
    source: 'None; practice of reproducible builds',
  },
  {
    id: 'paperwork',
    topic: 'safeguards',
    kind: 'J',
    rule: `Organisational measures take at most ${percent(organisationalLimit)} off a path together, ${percent(organisationalLimit * (1 - paperDiscount))} where the law compels in full, and less with every incident.`,
    reason:
      'They cannot stop an authority that may compel, only slow and record; where the law knows no way out they hardly do that. ' +
      'Incidents show that the measures did not work, so the credit for them goes first.',
    source: `${EDPB_SUPPLEMENTARY.replace(', annex 2', '')}: contractual and organisational measures alone will generally not do`,
  },
  {
    id: 'announced-is-nothing',
    topic: 'safeguards',
    kind: 'J',
    rule: 'What is announced weighs nothing in all three columns. What it would do if delivered is shown beside the score.',
    reason: 'A score says what is. To count a promise, even in low, would let a press release move a decision on a state of affairs.',
    source: 'GDPR, article 5(2)',
  },
  {
    id: 'no-compensation',
    topic: 'combination',
    kind: 'L',
    rule: 'Within a jurisdiction the strongest path counts, among jurisdictions the strongest counts in full.',
    reason: 'One open door is enough. A mean would let ten harmless facts dilute one that is not.',
    source: 'OECD and JRC, Handbook on Constructing Composite Indicators, 2008, on non-compensatory aggregation',
  },
  {
    id: 'further-jurisdictions',
    topic: 'combination',
    kind: 'J',
    rule: `The other jurisdictions together add ${percent(spread)} of what they reach of the rest.`,
    reason:
      'More states that can reach the data make it worse, but they reach the same data. Full addition would turn a long list of ' +
      'mild jurisdictions into a severe score.',
    source: 'None; its effect is in the sensitivity table',
  },
  {
    id: 'incidents',
    topic: 'combination',
    kind: 'J',
    rule: `Incidents add up to ${percent(incidentWeight)} of the rest by their kind, the class of data and the number of people they reached (${incidentExtent.few}, ${incidentExtent.some}, ${incidentExtent.many}), and halve in ${incidentHalfLifeDays} days.`,
    reason:
      'That something went wrong shows what the operator or a state did with its reach; it is not reach itself, and must not hide where the reach lies. Ten accounts are not a nation’s. After two years staff, systems and owners have changed in part, and it says half as much about today.',
    source: 'None; its effect is in the sensitivity table',
  },
  {
    id: 'lawful-orders',
    topic: 'combination',
    kind: 'J',
    rule: 'An order that the law of the operator’s own state allows and a court can review is no incident, and access by authorities of an EU or EEA state counts nothing.',
    reason:
      'The power to order is in the hazard already; to count its use again would make the states look worst that publish what they do. Member states count nothing here as with paths.',
    source: 'GDPR, article 48, which tells an order apart from a right to the data',
  },
  {
    id: 'state-access-floor',
    topic: 'combination',
    kind: 'J',
    rule: `An access by a state is a floor of ${stateAccessFloor} under the score, by what it reached, the belief in it and its age.`,
    reason:
      'Where a state has had the data, an argument that it could not have is refuted, whatever the paths on file say. The floor sinks as the event recedes.',
    source: 'None; it follows from what the score says',
  },
  {
    id: 'open-lists',
    topic: 'combination',
    kind: 'J',
    rule: 'Open is all of a mode as far as its list is not proven complete, capped by what is proven to be all that the operator holds in the clear; the widest list counts, with the strongest path to a country that nobody names.',
    reason: 'A short list is no proof that there is nothing else, and only the operator can prove it.',
    source: 'CVSS 4.0 (FIRST), which takes the worst case for what is not defined',
  },
  {
    id: 'bands',
    topic: 'result',
    kind: 'J',
    rule: `Bands begin at ${LOW.from} (low), ${ELEVATED.from} (elevated), ${HIGH.from} (high) and ${SEVERE.from} (severe) points.`,
    reason:
      'They name stretches of the scale for reading and depend on nothing else. The middle ones are wide so that a band says ' +
      'something that the uncertainty of a usual file does not already cover.',
    source: 'None; how often a band survives other weights is in the sensitivity table',
  },
  {
    id: 'unrated',
    topic: 'result',
    kind: 'J',
    rule: `A file is rated when a path of storage, remote access or control is admitted and, below ${rating.bothHalvesBelowPoint} points, both halves were looked at: by an admitted path, or by a list proven to ${rating.listPercent} %.`,
    reason:
      'An empty or a one-eyed file computes to a low point. That nobody has looked must never read as minimal; a high point needs no second half.',
    source: 'None; it follows from what the score says',
  },
  {
    id: 'confidence',
    topic: 'result',
    kind: 'J',
    rule: `Confidence in what is named is high below a width of ${SURE.below} points, moderate below ${MODERATE.below}, low below ${UNSURE.below}, else very low; of an unrated file none.`,
    reason: 'Likelihood and confidence are two things and are told apart. A range as wide as half the scale can only be called low confidence.',
    source: 'ICD 203 (United States, analytic standards), which keeps the two apart',
  },
  {
    id: 'gate',
    topic: 'result',
    kind: 'J',
    rule: `Restrict from a proven ${gate.restrictFromPoint}; precaution where up to ${gate.precautionFromHigh} or more is named and not excluded; allow below an upper bound of ${gate.allowBelowHigh} with less than ${gate.allowBelowOpen} open, unproven with more; else review.`,
    reason:
      'A restriction needs what is proven (fairness), a permission certainty that little can go wrong (precaution). What is severe and not excluded cannot wait for proof without an answer, and what nobody names is no permission before somebody has looked. Between them a machine should not decide.',
    source: 'CJEU on precaution and proportionality; GDPR, article 22, for the thought behind it',
  },
  {
    id: 'band-event-margin',
    topic: 'result',
    kind: 'J',
    rule: `What a change of band by passing time alone sets off waits until the point is ${bandEventMargin} points past the edge.`,
    reason: 'A point that crawls along an edge would otherwise raise the same alarm over and over. The band itself never waits.',
    source: 'None; usual practice against flapping alarms',
  },
  {
    id: 'rounding',
    topic: 'result',
    kind: 'L',
    rule: 'Products are taken in sorted order, dust is cleared at 1e-9, and figures are rounded half up to a tenth.',
    reason:
      'A published figure has to come out the same on every machine and in every order of the file. Another calculator of this kind rounded 522 of 104,976 vectors the wrong way.',
    source: 'FIRST, CVSS 4.0 calculator, on rounding',
  },
];
