import type { ComponentChildren } from 'preact';
import type { ApiProblem } from '../api/problem.ts';
import type { Reading } from '../api/use-read.ts';
import { useCell } from '../cell.ts';
import { t } from '../messages/text.ts';
import { session } from '../session.ts';

/** Draws what was read, or why there is nothing: loading, forbidden, missing, broken; and says when it is not the newest. */
export function Read<T>({ from, children }: { readonly from: Reading<T>; readonly children: (data: T) => ComponentChildren }) {
  if (from.data !== undefined)
    return (
      <>
        {from.problem && from.at && <Stale at={from.at} problem={from.problem} reload={from.reload} />}
        {children(from.data)}
      </>
    );
  if (from.problem) return <Refused problem={from.problem} reload={from.reload} />;
  return <Loading />;
}

export function Loading() {
  return (
    <p class="loading" role="status">
      {t.states.loading}
    </p>
  );
}

export function Empty({ children }: { readonly children: ComponentChildren }) {
  return <div class="empty">{children}</div>;
}

function Stale({ at, problem, reload }: { readonly at: Date; readonly problem: ApiProblem; readonly reload: () => void }) {
  return (
    <Notice kind="warning" title={t.states.staleTitle}>
      <p>
        {t.states.stale(at.toLocaleTimeString())} {describe(problem)} <RequestId of={problem} />
      </p>
      <button type="button" onClick={reload}>
        {t.states.again}
      </button>
    </Notice>
  );
}

/** A refusal as a whole: what it is, what it means, and the id that finds it in the logs. */
export function Refused({ problem, reload }: { readonly problem: ApiProblem; readonly reload?: (() => void) | undefined }) {
  const who = useCell(session);
  const isForbidden = problem.status === 403 && (problem.slug === 'gateway' || problem.slug === 'missing-scope');
  return (
    <Notice kind="error" title={isForbidden ? t.states.forbiddenTitle : titleOf(problem)}>
      <p>
        {isForbidden ? t.states.forbidden(who?.name ?? '') : describe(problem)} <RequestId of={problem} />
      </p>
      {reload && problem.status !== 404 && !isForbidden && (
        <button type="button" onClick={reload}>
          {t.states.again}
        </button>
      )}
    </Notice>
  );
}

export function RequestId({ of }: { readonly of: ApiProblem }) {
  if (of.requestId === undefined) return null;
  return (
    <span class="request-id">
      {t.states.requestId} <code>{of.requestId}</code>
    </span>
  );
}

function titleOf(problem: ApiProblem): string {
  if (problem.slug === 'unreachable') return t.states.unreachableTitle;
  if (problem.status === 404 && problem.slug === 'not-found') return t.states.missingTitle;
  return problem.title || t.states.brokenTitle;
}

export function describe(problem: ApiProblem): string {
  if (problem.slug === 'unreachable') return t.states.unreachable;
  return problem.message || (problem.status === 404 ? t.states.missing : '');
}

export function Notice(props: {
  readonly kind: 'info' | 'warning' | 'error' | 'done';
  readonly title: string;
  readonly children?: ComponentChildren;
}) {
  return (
    <section class={`notice notice-${props.kind}`} role={props.kind === 'error' ? 'alert' : undefined}>
      <h2>{props.title}</h2>
      {props.children}
    </section>
  );
}
