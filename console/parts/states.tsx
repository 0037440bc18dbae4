import type { ComponentChildren } from 'preact';
import type { ApiProblem } from '../api/problem.ts';
import type { Reading } from '../api/use-read.ts';
import { toTime } from '../format.ts';
import { t } from '../messages/text.ts';
import { session } from '../session.ts';
import { WayOn } from './way-on.tsx';

type ReadProps<T> = { readonly from: Reading<T>; readonly isPage?: boolean; readonly children: (data: T) => ComponentChildren };

/** Draws what was read, or why there is nothing: loading, forbidden, missing, broken; and says when it is not the newest. */
export function Read<T>({ from, isPage = false, children }: ReadProps<T>) {
  if (from.data !== undefined)
    return (
      <>
        {from.problem && from.at && <Stale at={from.at} problem={from.problem} reload={from.reload} />}
        {children(from.data)}
      </>
    );
  if (from.problem) return <Refused problem={from.problem} reload={from.reload} isPage={isPage} />;
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
        {t.states.stale(toTime(at))} {describe(problem)} <RequestId of={problem} />
      </p>
      <button type="button" onClick={reload}>
        {t.states.again}
      </button>
    </Notice>
  );
}

type RefusedProps = { readonly problem: ApiProblem; readonly reload?: () => void; readonly isPage?: boolean };

/** A refusal as a whole: what it is, what it means, and the id that finds it in the logs. */
export function Refused({ problem, reload, isPage = false }: RefusedProps) {
  const who = session.value;
  const isForbidden = problem.status === 403 && (problem.slug === 'gateway' || problem.slug === 'missing-scope');
  return (
    <Notice kind="error" isPage={isPage} title={isForbidden ? t.states.forbiddenTitle : titleOf(problem)}>
      <p>
        {isForbidden ? t.states.forbidden(who?.name ?? '') : describe(problem)} <RequestId of={problem} />
      </p>
      {reload && !isMissing(problem) && !isForbidden && (
        <button type="button" onClick={reload}>
          {t.states.again}
        </button>
      )}
      {isPage && <WayOn />}
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

export function titleOf(problem: ApiProblem): string {
  if (problem.slug === 'unreachable') return t.states.unreachableTitle;
  if (problem.slug === 'unreadable') return t.states.unreadableTitle;
  if (isMissing(problem)) return t.states.missingTitle;
  return problem.slug === 'gateway' ? t.states.brokenTitle : problem.title;
}

export function describe(problem: ApiProblem): string {
  if (problem.slug === 'unreachable') return t.states.unreachable;
  if (problem.slug === 'unreadable') return t.states.unreadable;
  return isMissing(problem) ? t.states.missing : (t.problems[problem.slug] ?? '');
}

/** Nothing is there, or the address names what could not be. */
function isMissing({ status, slug, errors }: ApiProblem): boolean {
  return (status === 404 && slug === 'not-found') || (errors.length > 0 && errors.every((fault) => fault.in === 'path'));
}

type NoticeProps = {
  readonly kind: 'info' | 'warning' | 'error' | 'done';
  readonly title: string;
  /** It stands for the whole page, so its title is the page's. */
  readonly isPage?: boolean;
  readonly children?: ComponentChildren;
};

export function Notice({ kind, title, isPage = false, children }: NoticeProps) {
  return (
    <section class={`notice notice-${kind}`} role={kind === 'error' ? 'alert' : undefined}>
      {isPage ? <h1>{title}</h1> : <h2>{title}</h2>}
      {children}
    </section>
  );
}
