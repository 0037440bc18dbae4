import { byMode, MODES } from '../../domain/facts/vocabulary.ts';
import { CURRENT as method, PARTS } from '../../domain/score/method.ts';
import { code, figures, paragraphs, show, table } from './markdown.ts';
import { rulesOf } from './rules.ts';

export type Section = { readonly title: string; readonly text: string };

export const SCOPE: Section = {
  title: 'What the number says',
  text: paragraphs(
    '*How far can a state outside the EU and the EEA get intelligible, non-public data of EU users of this platform, through somebody it can compel?*\n0: no known or open way. 100: in full.',
    'It is exposure: reach times compulsion times intelligibility. It is not the probability that somebody asks, not a legal assessment under\nthe GDPR or Regulation (EU) 2018/1725, and not a rating of malware.',
    "Three numbers are about what is **named**: **low** is the platform's case, if all it claims to be in operation is true; **point** is what is\nproven; **high** is what cannot be excluded of the places, staff and owners that somebody has named. Beside them stands a fourth, **open**:\nhow far it could go through places and people that nobody has named, because no list is proven complete.",
    'A score belongs to two dates: `asOf`, what was true then, and `knownBy`, what could be known then. An item of evidence exists from the day its\nsource was published until the day it is known to be withdrawn, and from its own first day on; a fact without an existing item that supports\nor reserves it does not exist. A path or an incident of which too little is proven or reserved is a lead: shown, not scored. How a fact is\nwritten down is in [coding.md](coding.md).',
    rulesOf('scope'),
  ),
};

export const EVIDENCE: Section = {
  title: 'From evidence to belief',
  text: paragraphs(
    'An item of evidence has the mass `min(cap, reliability x credibility) x decay`. Items of one origin count once, and the platform is one origin.',
    table(['reliability of the source', ...Object.keys(method.reliability)], [['weight', ...Object.values(method.reliability)]]),
    table(['credibility of the item', ...Object.keys(method.credibility)], [['weight', ...Object.values(method.credibility)]]),
    `Found for users outside the EU and the EEA only: credibility ${method.otherUsersCredibility} at most.`,
    figures(['statement by', 'cap, where it would lower the score'], method.massCap),
    `An item that raises the score is capped at ${method.massCap['third-party']} from any source. \`decay = 2^(-max(0, asOf - fresh) / half-life)\`, with \`fresh\` ${method.evidenceGraceDays} days after the day\nfor which the item speaks or, where an attestation says that it holds until later, that day, ${method.attestationDays} days at most:`,
    figures(['kind of fact', 'half-life in days'], { ...byMode((mode) => method.modes[mode].halfLifeDays), ...method.halfLifeDays }),
    `With \`a = 1 - prod(1 - mass for)\` and \`b = 1 - prod(1 - mass against)\`, each at most ${method.sideCap}, and a0, b0 the same without decay:\n\`T(a,b) = a(1-b)/(1-ab)\` is proven and \`U(a,b) = (1-a)(1-b)/(1-ab)\` is neither. r is the strongest reservation, without decay.`,
    table(
      ['belief that enters', 'low', 'point', 'high'],
      [
        [
          'adverse fact (path, incident)',
          'T(a,b)',
          `T(a0,b) + (${method.uncertainShare} + ${method.reservation.share} r) U(a0,b)`,
          'T(a0,b) + U(a0,b)',
        ],
        ['favourable fact (safeguard, transfer, completeness, clear text, end of a path)', 'T(a,b) + U(a,b)', 'T(a,b0)', 'T(a,b0)'],
      ],
    ),
    `Admitted: \`max(T(a0,b0), ${method.reservation.proves} r (1 - b0))\` of ${method.admissionPercent} % or more. Beliefs are rounded to whole percents before anything is computed from them:\nadverse ones down in low and up in high, proven ones down.`,
    rulesOf('evidence'),
  ),
};

export const HAZARD: Section = {
  title: 'The hazard of a jurisdiction',
  text: paragraphs(
    'From the dated register, each item yes 1, partly 0.5, no 0, or unknown:',
    [
      '```',
      `C = ${Object.entries(method.compulsion)
        .map(([item, weight]) => `${weight} ${item}`)
        .join(' + ')}`,
      'G = 1/2 min(oversight, redress, ruleOfLaw) + 1/2 (oversight + redress + ruleOfLaw + instruments) / 4',
      `H = 1 - (1 - ${method.hazard.compulsion} C (1 - ${method.hazard.guarantees} G)) (1 - ${method.hazard.programme} V)`,
      '```',
    ].join('\n'),
    'where instruments is half Convention 108 and half the OECD declaration on government access, and V whether the state runs an offensive\ncyber programme. An unread power counts 0, n and 1 in low, point and high, an unread guarantee 1, 1 - n and 0, with n = 1 - ruleOfLaw,\nor 0.5 where that is unread; V takes 0.5.',
    rulesOf('hazard'),
  ),
};

export const PATH: Section = {
  title: 'The exposure of one path',
  text: paragraphs(
    '`e = q x H x L x M x D x K_tech x K_org`, in each of the three columns: q the belief in the path and that it has not ended, H the hazard,\nL what the law of transfers leaves, M the mode, D the class of data, K what safeguards leave. A score names them belief, hazard, law, mode, data,\ntechnical and organisational. Paths in the EU and the EEA are listed with H = 0 and L = 1.',
    figures(
      ['mode', 'M'],
      byMode((mode) => method.modes[mode].weight),
    ),
    figures(['stake, for control', 'times'], method.stake),
    figures(['class of data', 'D'], method.data),
    `\`L = 1 - ${method.adequacyCredit} x cover\` under an adequacy decision in force; \`1 - ${method.contractCredit} (1 - C) x belief\` for standard clauses and binding rules; else 1.`,
    rulesOf('path'),
    '`K_tech` is the product of `1 - r x belief` over the technical kinds:',
    table(
      ['r', ...MODES.map(code)],
      Object.entries(method.technical).map(([kind, effects]) => [code(kind), ...MODES.map((mode) => show(effects[mode]))]),
    ),
    `\`K_org = 1 - min(${method.organisationalLimit}, 1 - prod(1 - r x belief)) x (1 - ${method.paperDiscount} C) x (1 - I)\` over the organisational kinds, I being total abuse:`,
    figures(['organisational kind', 'r'], method.organisational),
    rulesOf('safeguards'),
  ),
};

export const COMBINATION: Section = {
  title: 'Putting paths together',
  text: paragraphs(
    [
      '```',
      'e_j = the strongest admitted path of jurisdiction j',
      `A   = e_(1) + ${method.spread} (1 - e_(1)) (1 - prod over the other jurisdictions of (1 - e_(k)))`,
      `I   = 1 - prod over admitted incidents of (1 - severity x D x X x q x 2^(-age / ${method.incidentHalfLifeDays} d))`,
      `A'  = A + ${method.incidentWeight} (1 - A) I`,
      `S   = max(A', ${method.stateAccessFloor} x D x X x q x 2^(-age / ${method.incidentHalfLifeDays} d) of an access by a state), times 100, half up to 0.1`,
      '```',
    ].join('\n'),
    figures(['incident', 'severity'], method.incidentSeverity),
    figures(['extent', 'X'], method.incidentExtent),
    'D is the class of data that the incident reached, X how many people: few are under 100, some under 100,000. **Open** is 100 times the same\ncombination of the widest `(1 - c) x M x min(1, D[residual])` over the modes (c: proven completeness of the list; the cap as far as what is held in\nthe clear is proven, and not for client code) and the strongest path to an unnamed country with H = 1. **Ways**: `programme` is A over the states\nwhose row has V = 1, `law` over all others; no incidents in parts and ways.',
    table(
      ['part', 'modes'],
      PARTS.map((part) => [
        part,
        MODES.filter((mode) => method.modes[mode].part === part)
          .map(code)
          .join(', '),
      ]),
    ),
    rulesOf('combination'),
  ),
};

export const RESULT: Section = {
  title: 'Bands, confidence and gate',
  text: paragraphs(
    table(
      ['band of the point', 'from'],
      method.bands.map(({ name, from }) => [name, from]),
    ),
    table(
      ['confidence', 'width of the range below'],
      method.confidences.map(({ name, below }) => [name, below === Number.POSITIVE_INFINITY ? 'any' : below]),
    ),
    `Rated when a path of storage, remote access or control is admitted and, for a point below ${method.rating.bothHalvesBelowPoint}, both halves were looked at: storage (an admitted\npath of storage or a processor, or its list proven to ${method.rating.listPercent} %) and access (an admitted path of remote access or control, or one of their lists). Else the\nband is \`unrated\`, the confidence \`none\`, and no point is shown.`,
    table(
      ['gate, the first that holds', 'iff', 'asks for'],
      [
        ['restrict', `rated, point >= ${method.gate.restrictFromPoint}`, 'a decision: proven'],
        [
          'precaution',
          `a path of storage, remote access or control admitted, high >= ${method.gate.precautionFromHigh}`,
          'a decision or an answer: severe exposure is named and not excluded',
        ],
        ['allow', `rated, high < ${method.gate.allowBelowHigh}, open < ${method.gate.allowBelowOpen}`, 'nothing: bounded from above'],
        [
          'unproven',
          `rated, high < ${method.gate.allowBelowHigh}`,
          'the lists: nothing is named against it, and nobody has shown that nothing could be',
        ],
        ['review', 'else', 'a person’s look'],
      ],
    ),
    rulesOf('result'),
  ),
};

export const PUBLISHED: Section = {
  title: 'Where this stands against published methods',
  text: table(
    ['', 'takes from it', 'where that one falls short for this question'],
    [
      [
        'EDPB 01/2020, 02/2020, 05/2021',
        'technical measures beat contracts; four guarantees; remote display is a transfer',
        'yes or no, without dates and without uncertainty',
      ],
      [
        "Commission's Cloud Sovereignty Framework (October 2025)",
        'a gate beside a score; control as an axis of its own',
        'its weighted mean compensates: legal and data objectives make up 20 % together',
      ],
      [
        'CVSS 4.0',
        'a vector in one line; the worst case for what is unknown; published test vectors',
        'arithmetic on ordinal grades; raters disagree with themselves',
      ],
      ['OpenSSF Scorecard', 'a reason and a remedy for each item', 'an inconclusive check is left out of the mean, so hiding helps'],
      ['Rosenthal and IAPP transfer assessments', 'decomposition by legal ground', 'false precision in probabilities'],
      ['28 CFR part 202, PADFA, the Dutch criterion', 'people and control count, not only servers', 'fixed lists, yes or no'],
      ['Admiralty code, ICD 203', 'evidence graded in two parts; confidence apart from likelihood', 'no rule of combination'],
      [
        'OECD and JRC, Handbook on composite indicators',
        'no compensation; sensitivity as a duty',
        'a guide and not a method: it leaves the choice of rules to the author',
      ],
    ],
  ),
};
