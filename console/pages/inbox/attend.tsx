import { useState } from 'preact/hooks';
import { call } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { oneOf } from '../../faults/one-of.ts';
import { FieldFault, faultAt, ProblemSummary, toControl } from '../../faults/problem-summary.tsx';
import { sayFaults } from '../../faults/say-fault.ts';
import { t } from '../../messages/text.ts';
import { session } from '../../session.ts';

const words = t.inbox.attend;
type Field = { readonly name: string; readonly label: string; readonly type: 'text' | 'date' };

/** Who is to look at a platform, or until when it can wait. The list is read again after each act. */
export function Attend({ platform, name }: { readonly platform: string; readonly name: string }) {
  const take = () => call('POST', `/v1/platforms/${platform}/assignment`, { body: { to: session.value?.name } });
  return (
    <details class="act">
      <summary>
        {words.title}
        <span class="visually-hidden"> {name}</span>
      </summary>
      <button type="button" class="quiet" onClick={() => void take()}>
        {words.take}
      </button>
      <Form
        path={`/v1/platforms/${platform}/assignment`}
        id={`to-${platform}`}
        button={words.assign}
        fields={[{ name: 'to', label: words.to, type: 'text' }]}
      />
      <Form
        path={`/v1/platforms/${platform}/snooze`}
        id={`snooze-${platform}`}
        button={words.snooze}
        fields={[
          { name: 'until', label: words.until, type: 'date' },
          { name: 'reason', label: words.reason, type: 'text' },
        ]}
      />
    </details>
  );
}

type FormProps = { readonly path: string; readonly id: string; readonly button: string; readonly fields: readonly Field[] };

function Form({ path, id, button, fields }: FormProps) {
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<ApiProblem>();
  const idOf = (name: string) => `${id}-${name}`;
  const known = Object.fromEntries(fields.map(({ name, label }) => [name, { id: idOf(name), label, value: values[name] ?? '' }]));
  const faults = sayFaults(problem?.errors ?? [], oneOf(known));
  const onSubmit = async (event: Event) => {
    event.preventDefault();
    try {
      await call('POST', path, { body: Object.fromEntries(fields.map(({ name }) => [name, values[name] ?? ''])) });
      setProblem(undefined);
      setValues({});
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error);
    }
  };
  return (
    <form onSubmit={onSubmit} noValidate>
      {problem && <ProblemSummary problem={problem} faults={faults} />}
      {fields.map(({ name, label, type }) => (
        <div class="field" key={name}>
          <label for={idOf(name)}>{label}</label>
          <Input
            type={type}
            of={toControl(idOf(name), faultAt(faults, idOf(name)))}
            value={values[name] ?? ''}
            onValue={(value) => setValues({ ...values, [name]: value })}
          />
          <FieldFault id={idOf(name)} fault={faultAt(faults, idOf(name))} />
        </div>
      ))}
      <button type="submit">{button}</button>
    </form>
  );
}

type InputProps = {
  readonly type: Field['type'];
  readonly of: ReturnType<typeof toControl>;
  readonly value: string;
  readonly onValue: (value: string) => void;
};

function Input({ type, of, value, onValue }: InputProps) {
  const more = { ...of, value, onInput: (event: { readonly currentTarget: HTMLInputElement }) => onValue(event.currentTarget.value) };
  return type === 'date' ? <input type="date" {...more} /> : <input type="text" {...more} />;
}
