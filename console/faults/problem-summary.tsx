import { useEffect, useRef } from 'preact/hooks';
import type { ApiProblem } from '../api/problem.ts';
import { t } from '../messages/text.ts';
import { describe, RequestId, titleOf } from '../parts/states.tsx';
import type { SaidFault } from './say-fault.ts';

type SummaryProps = {
  readonly problem: ApiProblem;
  readonly faults: readonly SaidFault[];
  /** Goes to a field; without it, to the element that has the fault's id. */
  readonly onFollow?: (fault: SaidFault) => void;
};

/** Why a form was not taken, with a link to each field at fault. It takes the focus, as it says what to do next. */
export function ProblemSummary({ problem, faults, onFollow = goTo }: SummaryProps) {
  const element = useRef<HTMLElement>(null);
  useEffect(() => element.current?.focus(), [problem]);
  return (
    <section class="notice notice-error" ref={element} tabIndex={-1} role="alert">
      <h2>{faults.length > 0 ? t.states.errorsTitle(faults.length) : titleOf(problem)}</h2>
      {faults.length === 0 && <p>{describe(problem)}</p>}
      <FaultLinks faults={faults} onFollow={onFollow} />
      <RequestId of={problem} />
    </section>
  );
}

type LinksProps = { readonly faults: readonly SaidFault[]; readonly most?: number; readonly onFollow?: (fault: SaidFault) => void };

export function FaultLinks({ faults, most = faults.length, onFollow = goTo }: LinksProps) {
  if (faults.length === 0) return null;
  const follow = (fault: SaidFault) => (event: Event) => {
    event.preventDefault();
    onFollow(fault);
  };
  return (
    <ul class="faults">
      {faults.slice(0, most).map((fault) => (
        <li key={`${fault.id} ${fault.label}`}>
          <a href={`#${fault.id}`} onClick={follow(fault)}>
            {fault.label}: {fault.text}
          </a>
        </li>
      ))}
      {faults.length > most && <li>{t.platforms.more(faults.length - most)}</li>}
    </ul>
  );
}

function goTo({ id }: SaidFault): void {
  const field = document.getElementById(id);
  field?.focus();
  field?.scrollIntoView({ block: 'center' });
}

/** What to say at a field, if anything is wrong with it. */
export const faultAt = (faults: readonly SaidFault[], id: string) => faults.find((fault) => fault.id === id)?.text;

/** The attributes of a control that is at fault, and the words that it is described by. */
export const toControl = (id: string, fault: string | undefined) =>
  ({ id, 'aria-invalid': fault ? true : undefined, 'aria-describedby': fault ? `${id}-fault` : undefined }) as const;

export function FieldFault({ id, fault }: { readonly id: string; readonly fault: string | undefined }) {
  return fault === undefined ? null : (
    <p class="fault" id={`${id}-fault`}>
      {toSentence(fault)}
    </p>
  );
}

const toSentence = (text: string) => `${text.charAt(0).toLocaleUpperCase(t.language)}${text.slice(1)}.`;
