import { useId, useState } from 'preact/hooks';
import { call } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import { FieldFault, faultAt, ProblemSummary, toControl } from '../faults/problem-summary.tsx';
import type { Field } from '../faults/say-fault.ts';
import { sayFaults } from '../faults/say-fault.ts';
import { t } from '../messages/text.ts';
import type { DecisionView } from './decision-view.ts';

const words = t.hearing;
const KINDS = ['held', 'afterwards', 'waived'] as const;
type Kind = (typeof KINDS)[number];
/** What each way of hearing asks for; days are taken as their beginning, in UTC. */
const FIELDS = { held: ['to', 'deadline'], afterwards: ['reason', 'by'], waived: ['reason'] } as const satisfies Record<Kind, readonly string[]>;
type Name = keyof typeof words.fields;
const DAYS: readonly Name[] = ['deadline', 'by'];

/** Records how the party is heard: one of three ways. */
export function HearingForm({ decision, onDone }: { readonly decision: DecisionView; readonly onDone: () => void }) {
  const id = useId();
  const isWaiver = decision.hearingState === 'waiver-proposed';
  const [kind, setKind] = useState<Kind>(isWaiver ? 'waived' : 'held');
  const [values, setValues] = useState<Readonly<Record<Name, string>>>({ to: '', deadline: '', by: '', reason: '' });
  const [problem, setProblem] = useState<ApiProblem>();
  const send = async (event: Event) => {
    event.preventDefault();
    const given = Object.fromEntries(FIELDS[kind].map((name) => [name, toSent(name, values[name])]));
    try {
      await call('POST', `/v1/platforms/${decision.platform}/decisions/${decision.id}/hearing`, { body: { hash: decision.hash, [kind]: given } });
      setProblem(undefined);
      onDone();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error);
    }
  };
  const fieldAt = (pointer: string): Field => {
    const name = pointer.split('/').at(-1) ?? '';
    const label = words.fields[name as Name] ?? words.how;
    const kindOf = DAYS.includes(name as Name) ? 'day' : 'text';
    return {
      id: name in words.fields ? `${id}-${name}` : '',
      label,
      name: name === 'to' ? 'office' : name,
      kind: kindOf,
      isEmpty: (values[name as Name] ?? '').trim() === '',
    };
  };
  const faults = sayFaults(problem?.errors ?? [], fieldAt);
  const controlOf = (name: Name) => {
    const control = {
      ...toControl(`${id}-${name}`, faultAt(faults, `${id}-${name}`)),
      value: values[name],
      onInput: (event: { readonly currentTarget: HTMLInputElement }) => setValues({ ...values, [name]: event.currentTarget.value }),
    };
    return DAYS.includes(name) ? <input {...control} type="date" /> : <input {...control} />;
  };
  return (
    <form onSubmit={send} noValidate>
      {problem && <ProblemSummary problem={problem} faults={faults} />}
      <fieldset>
        <legend>{words.how}</legend>
        {KINDS.map((one) => (
          <label key={one} class="check">
            <input type="radio" name={`${id}-kind`} checked={kind === one} onChange={() => setKind(one)} /> {words.kinds[one]}
          </label>
        ))}
      </fieldset>
      {FIELDS[kind].map((name: Name) => (
        <div class="field" key={name}>
          <label for={`${id}-${name}`}>{words.fields[name]}</label>
          {controlOf(name)}
          <FieldFault id={`${id}-${name}`} fault={faultAt(faults, `${id}-${name}`)} />
        </div>
      ))}
      <button type="submit">{isWaiver && kind === 'waived' ? words.confirm : words.send}</button>
    </form>
  );
}

const toSent = (name: Name, value: string) => (DAYS.includes(name) && value !== '' ? `${value}T00:00:00Z` : value);
