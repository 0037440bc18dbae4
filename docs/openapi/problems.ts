import * as z from 'zod';
import { type ProblemSlug, problems } from '../../lambdas/problems.ts';
import type { Route } from '../../lambdas/routes.ts';
import type { Traits } from './traits.ts';

export const SLUGS = Object.keys(problems) as ProblemSlug[];

const Params = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))
  .meta({ description: 'What the sentence names: ids, figures, days and lists, as data. Which there are hangs on the code.' });

const Fault = z
  .strictObject({
    pointer: z
      .string()
      .meta({ description: 'JSON pointer into the body; of a parameter or header its name as a pointer.', example: '/paths/0/mode' }),
    in: z.enum(['query', 'header', 'path']).optional().meta({ description: 'Left out for the body.', example: 'query' }),
    code: z.string().meta({ description: 'The kind of fault, for programs.', example: 'unknown-field' }),
    params: Params.meta({ example: { meant: 'mode' } }),
    detail: z.string().meta({ description: 'What is wrong, for people.', example: 'there is no such field here; did you mean "mode"?' }),
  })
  .meta({ id: 'Fault', description: 'One fault of a request; all of them are reported at once.' });

/** An answer that refuses, as `Problem` in lambdas/runtime writes it. */
export const ProblemDetails = z
  .strictObject({
    type: z.enum(SLUGS.map((slug) => `/v1/problems/${slug}`)).meta({ description: 'What kind of problem; the address explains it.' }),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string().meta({ description: 'What is wrong this time.' }),
    code: z.string().meta({ description: 'Which sentence `detail` is, in any language.', example: 'no-platform' }),
    params: Params.meta({ example: { platform: 'tiktok' } }),
    requestId: z.string().meta({ description: 'Finds the request in the logs.', example: '7d1f0c52-2f3f-4b0f-9a55-0d5f1f4c9f10' }),
    errors: z.array(Fault).optional().meta({ description: 'For bad input: every fault with its place.' }),
  })
  .meta({ id: 'Problem', description: 'A refusal in the form of RFC 9457.' });

/** A refusal of the gateway itself, before any function is asked. */
export const GatewayRefusal = z
  .strictObject({ message: z.string() })
  .meta({ id: 'GatewayRefusal', description: 'A refusal of the gateway itself, before a function was asked.', example: { message: 'Unauthorized' } });

type Applies = (traits: Traits) => boolean;
const always: Applies = () => true;

const isIn =
  (...functions: Route['function'][]): Applies =>
  (traits) =>
    functions.includes(traits.function);
/** Operations of another function that read a capture whole. */
const READS_CAPTURES = ['draft-facts', 'renew-quotes', 'record-answer'];
/** By which trait of a route a status can be its answer. Nothing at an address (404, 405) is no operation's answer. */
const BY_STATUS: Readonly<Record<number, Applies>> = {
  400: always,
  401: ({ isSignedIn }) => isSignedIn,
  403: ({ isSignedIn }) => isSignedIn,
  404: ({ namesThing }) => namesThing,
  405: () => false,
  409: (traits) => traits.isChange || isIn('repair')(traits),
  410: (traits) => isIn('captures')(traits) || READS_CAPTURES.includes(traits.name),
  412: ({ isConditional }) => isConditional,
  413: ({ hasBody }) => hasBody,
  415: ({ hasBody }) => hasBody,
  422: ({ isKeyed, name }) => isKeyed || name === 'record-answer',
  428: ({ isConditional }) => isConditional,
  500: always,
  503: ({ isExport }) => isExport,
};

/** A second person's verdict or approval. */
const isWord: Applies = (traits) => isIn('assessments', 'decisions')(traits) && traits.isPersonal && !traits.isKeyed;

/** One of the two words for a repair. */
const isRepair: Applies = (traits) => isIn('repair')(traits) && traits.isChange;

/** Where a problem belongs to fewer routes than its status does. */
const NARROWER: Readonly<Partial<Record<ProblemSlug, Applies>>> = {
  'stronger-sign-in-needed': isIn('decisions'),
  'person-needed': (traits) => traits.isPersonal || isRepair(traits),
  'self-approval': (traits) => (traits.isPersonal && !traits.isKeyed) || isRepair(traits),
  conflict: ({ isChange }) => isChange,
  'same-person-again': (traits) => isIn('reviews')(traits) && traits.isPersonal,
  'not-the-author': (traits) => isIn('assessments', 'decisions')(traits) && traits.isPersonal && !traits.isKeyed,
  'not-assessed': (traits) => isIn('scores', 'reviews')(traits) || traits.name === 'renew-quotes',
  'capture-erased': (traits) => isIn('captures')(traits) || READS_CAPTURES.includes(traits.name),
  'quote-not-found': (traits) => (isIn('assessments')(traits) && traits.isKeyed) || traits.name === 'record-answer',
  'idempotency-key-reused': ({ isKeyed }) => isKeyed,
  'quotes-unverified': (traits) => isIn('decisions')(traits) && traits.isKeyed,
  'assessment-pending': (traits) => isIn('assessments')(traits) && traits.isKeyed,
  'already-decided': (traits) => isWord(traits) || isIn('erasures')(traits),
  'hash-mismatch': (traits) => isWord(traits) || isRepair(traits),
  'record-intact': isIn('repair'),
  'events-broken': isIn('repair'),
  'not-derivable': isIn('repair'),
  'not-proposed': isRepair,
  'not-rated': isIn('decisions'),
  'score-stale': isIn('decisions'),
  'not-heard': ({ name }) => name === 'approve-decision' || name === 'record-answer',
  'limit-reached': (traits) => traits.name === 'put-draft' || traits.name === 'refuse-proposal',
  'decisions-pending': (traits) => isIn('decisions')(traits) && traits.isKeyed,
  'interval-too-long': (traits) => isIn('assessments')(traits) && traits.isConditional,
  'review-closed': isIn('reviews'),
  'not-approved-yet': isIn('reviews'),
};

export function problemsOf(traits: Traits): ProblemSlug[] {
  return SLUGS.filter((slug) => {
    const { status } = problems[slug];
    const applies = BY_STATUS[status];
    if (!applies) throw new Error(`say in docs/openapi/problems.ts which routes answer ${status}, as ${slug} does`);
    return applies(traits) && (NARROWER[slug] ?? always)(traits);
  });
}

type GatewayStatus = { readonly message: string; readonly when: string; readonly applies: Applies };

/** What API Gateway refuses by itself; the local gateway does the same. */
export const GATEWAY: Readonly<Record<number, GatewayStatus>> = {
  400: { message: 'Bad Request', when: 'the address is malformed', applies: always },
  401: { message: 'Unauthorized', when: 'no token, or one that does not hold', applies: ({ isSignedIn }) => isSignedIn },
  413: { message: 'Request Entity Too Large', when: 'the body exceeds 10 MB', applies: ({ hasBody }) => hasBody },
  429: { message: 'Too Many Requests', when: 'too many requests at once', applies: always },
  431: { message: 'Request Header Fields Too Large', when: 'address and headers are longer than 10 KB together', applies: always },
  500: { message: 'Internal Server Error', when: 'the gateway failed', applies: always },
  503: { message: 'Service Unavailable', when: 'no answer in time', applies: always },
};
