import type { ComponentChildren, RefObject } from 'preact';
import type { ApiProblem } from '../api/problem.ts';
import { t } from '../messages/text.ts';
import { describe, RequestId } from '../parts/states.tsx';

type ProblemProps = { readonly problem: ApiProblem; readonly element: RefObject<HTMLElement | null>; readonly children: ComponentChildren };

/** Why a submission did not go through, with a link to every field at fault; it takes the focus. */
export function SubmitProblem({ problem, element, children }: ProblemProps) {
  const title =
    problem.errors.length > 0
      ? t.states.errorsTitle(problem.errors.length)
      : problem.slug === 'unreachable'
        ? t.states.unreachableTitle
        : problem.title || t.states.brokenTitle;
  return (
    <section class="notice notice-error" ref={element} tabIndex={-1} role="alert">
      <h2>{title}</h2>
      {problem.errors.length === 0 && <p>{describe(problem)}</p>}
      {children}
      <RequestId of={problem} />
    </section>
  );
}
