import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { call } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import { today } from '../config.ts';
import { FieldFault, faultAt, ProblemSummary, toControl } from '../faults/problem-summary.tsx';
import { sayFaults } from '../faults/say-fault.ts';
import { t } from '../messages/text.ts';
import { Notice } from '../parts/states.tsx';
import type { DecisionView } from './decision-view.ts';
import { DEVICE_SCOPES } from './device-scopes.ts';
import { ExemptionFields, type ExemptionValues } from './exemption-fields.tsx';
import { findField } from './find-field.ts';

const words = t.decisions;
const { form } = words;
const toInstant = (day: string) => (day === '' ? '' : `${day}T00:00:00Z`);
type Values = {
  decision: 'allow' | 'limit' | 'suspend';
  scope: readonly string[];
  effectiveAt: string;
  enforceBy: string;
  expiresAt: string;
  consequence: string;
  conditions: string;
  note: string;
  exemptions: readonly ExemptionValues[];
};

/** Proposing a decision; the key is made once, so that sending twice proposes once. */
export function ProposeForm({ platform, onDone }: { readonly platform: string; readonly onDone: () => void }) {
  const [key] = useState(() => crypto.randomUUID());
  const [values, setValues] = useState<Values>({
    decision: 'suspend',
    scope: DEVICE_SCOPES,
    effectiveAt: today(),
    enforceBy: '',
    expiresAt: '',
    consequence: '',
    conditions: '',
    note: '',
    exemptions: [],
  });
  const [problem, setProblem] = useState<ApiProblem>();
  /** What is to be known of a proposal that was sent. */
  const [sent, setSent] = useState<readonly string[]>();
  const set = (changes: Partial<Values>) => setValues({ ...values, ...changes });
  const send = async (event: Event) => {
    event.preventDefault();
    try {
      const options = { body: toProposal(values), headers: { 'idempotency-key': key } };
      const { data } = await call<DecisionView>('POST', `/v1/platforms/${platform}/decisions`, options);
      setProblem(undefined);
      setSent(data.warnings ?? []);
      onDone();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error);
    }
  };
  if (sent)
    return (
      <div role="status">
        <Notice kind="done" title={words.sent} />
        {sent.length > 0 && (
          <ul class="faults">
            {sent.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        )}
      </div>
    );
  const faults = sayFaults(problem?.errors ?? [], findField(isEmptyIn(values)));
  const faultOf = (field: string) => faultAt(faults, `d-${field}`);
  const date = (field: 'effectiveAt' | 'enforceBy' | 'expiresAt') => (
    <Labelled name={field} fault={faultOf(field)}>
      <input
        {...toControl(`d-${field}`, faultOf(field))}
        type="date"
        value={values[field]}
        onInput={(event) => set({ [field]: event.currentTarget.value })}
      />
    </Labelled>
  );
  const area = (field: 'consequence' | 'note' | 'conditions') => (
    <Labelled name={field} fault={faultOf(field)}>
      <textarea {...toControl(`d-${field}`, faultOf(field))} value={values[field]} onInput={(event) => set({ [field]: event.currentTarget.value })} />
    </Labelled>
  );
  return (
    <form class="profile" onSubmit={send} noValidate>
      <h2>{words.propose}</h2>
      <p>{words.proposeLead}</p>
      {problem && <ProblemSummary problem={problem} faults={faults} />}
      <div class="row">
        <Labelled name="decision" fault={faultOf('decision')}>
          <select
            {...toControl('d-decision', faultOf('decision'))}
            value={values.decision}
            onChange={(event) => set({ decision: event.currentTarget.value as Values['decision'] })}
          >
            {(['allow', 'limit', 'suspend'] as const).map((kind) => (
              <option key={kind} value={kind}>
                {words.kinds[kind]}
              </option>
            ))}
          </select>
        </Labelled>
        <fieldset id="d-scope" tabIndex={-1} aria-describedby={faultOf('scope') && 'd-scope-fault'}>
          <legend>{form.scope}</legend>
          {DEVICE_SCOPES.map((scope) => (
            <label key={scope} class="check">
              <input
                type="checkbox"
                checked={values.scope.includes(scope)}
                onChange={() => set({ scope: values.scope.includes(scope) ? values.scope.filter((one) => one !== scope) : [...values.scope, scope] })}
              />{' '}
              {words.scopes[scope]}
            </label>
          ))}
          <FieldFault id="d-scope" fault={faultOf('scope')} />
        </fieldset>
      </div>
      <div class="row">
        {date('effectiveAt')}
        {date('enforceBy')}
        {date('expiresAt')}
      </div>
      {area('consequence')}
      {values.decision === 'limit' && area('conditions')}
      <ExemptionFields exemptions={values.exemptions} onChange={(exemptions) => set({ exemptions })} faultOf={(id) => faultAt(faults, id)} />
      {area('note')}
      <button type="submit" class="primary">
        {form.send}
      </button>
    </form>
  );
}

const isEmptyIn = (values: Values) => (name: string, place: number) => {
  const value = ({ ...values.exemptions[place], ...values } as Readonly<Record<string, unknown>>)[name];
  return Array.isArray(value) || typeof value === 'string' ? value.length === 0 : false;
};

function toProposal({ decision, scope, effectiveAt, enforceBy, expiresAt, consequence, conditions, note, exemptions }: Values): object {
  const lines = conditions.split('\n').flatMap((line) => line.trim() || []);
  return {
    decision,
    scope,
    effectiveAt: toInstant(effectiveAt),
    enforceBy: toInstant(enforceBy),
    expiresAt: toInstant(expiresAt),
    consequence,
    note,
    ...(decision === 'limit' && { conditions: lines.map((text, i) => ({ id: `condition-${i + 1}`, text })) }),
    ...(exemptions.length > 0 && { exemptions: exemptions.map(({ until, ...rest }) => ({ ...rest, until: toInstant(until) })) }),
  };
}

function Labelled({
  name,
  fault,
  children,
}: {
  readonly name: keyof typeof form;
  readonly fault: string | undefined;
  readonly children: ComponentChildren;
}) {
  return (
    <div class="field">
      <label for={`d-${name}`}>{form[name]}</label>
      {children}
      <FieldFault id={`d-${name}`} fault={fault} />
    </div>
  );
}
