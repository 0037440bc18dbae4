import { toFault } from '../../domain/facts/fault.ts';
import { TermsList } from '../../domain/facts/terms-document.ts';
import { putTerms as put } from '../../domain/record/terms/put-terms.ts';
import { findPlatform, PlatformParams } from '../runtime/find-platform.ts';
import { operation } from '../runtime/operation.ts';
import { invalid } from '../runtime/problem.ts';
import { ok } from '../runtime/reply.ts';
import { isAllowed } from '../runtime/terms/is-allowed.ts';

export const putTerms = operation({
  params: PlatformParams,
  body: TermsList,
  reply: { 200: TermsList },
  find: findPlatform,
  async run({ body: { terms }, caller, witness, found: head }, deps) {
    const { termsEndpoints } = deps;
    const refused = terms.flatMap((document, i) => (termsEndpoints && !isAllowed(termsEndpoints, document) ? [i] : []));
    if (refused.length > 0)
      throw invalid(
        refused.map((i) => ({
          pointer: `/terms/${i}/endpoint`,
          ...toFault('endpoint-not-allowed', { endpoints: termsEndpoints ?? [] }),
        })),
      );
    const step = put(head, terms, { by: caller.id, ...witness, at: deps.now().toISOString() }, deps);
    if (step.events.length > 0) await deps.store.commit({ from: head, ...step });
    return ok({ terms });
  },
});
