import type { ComponentChildren } from 'preact';
import { FieldFault, toControl } from '../faults/problem-summary.tsx';
import { t } from '../messages/text.ts';

const { form } = t.decisions;

export type ExemptionValues = { readonly group: string; readonly reason: string; readonly until: string };

type ExemptionProps = {
  readonly exemptions: readonly ExemptionValues[];
  readonly onChange: (exemptions: readonly ExemptionValues[]) => void;
  /** What is wrong in a field, by its id. */
  readonly faultOf: (id: string) => string | undefined;
};

/** Groups that the decision does not bind, each with its reason and its end. */
export function ExemptionFields({ exemptions, onChange, faultOf }: ExemptionProps) {
  const set = (i: number, changes: Partial<ExemptionValues>) =>
    onChange(exemptions.map((exemption, place) => (place === i ? { ...exemption, ...changes } : exemption)));
  return (
    <>
      {exemptions.map((exemption, i) => (
        <fieldset key={i}>
          <legend>{form.exemption(i + 1)}</legend>
          <div class="row">
            <Field id={toId(i, 'group')} label={form.group} fault={faultOf(toId(i, 'group'))}>
              {(control) => <input {...control} value={exemption.group} onInput={(event) => set(i, { group: event.currentTarget.value })} />}
            </Field>
            <Field id={toId(i, 'until')} label={form.until} fault={faultOf(toId(i, 'until'))}>
              {(control) => (
                <input {...control} type="date" value={exemption.until} onInput={(event) => set(i, { until: event.currentTarget.value })} />
              )}
            </Field>
          </div>
          <Field id={toId(i, 'reason')} label={form.reason} fault={faultOf(toId(i, 'reason'))}>
            {(control) => <textarea {...control} value={exemption.reason} onInput={(event) => set(i, { reason: event.currentTarget.value })} />}
          </Field>
          <button type="button" class="quiet" onClick={() => onChange(exemptions.filter((_, place) => place !== i))}>
            {t.assess.removeWhat(form.exemption(i + 1))}
          </button>
        </fieldset>
      ))}
      <p>
        <button type="button" onClick={() => onChange([...exemptions, { group: '', reason: '', until: '' }])}>
          {form.addExemption}
        </button>
      </p>
    </>
  );
}

const toId = (i: number, field: keyof ExemptionValues) => `d-exemptions-${i}-${field}`;

type FieldProps = {
  readonly id: string;
  readonly label: string;
  readonly fault: string | undefined;
  readonly children: (control: ReturnType<typeof toControl>) => ComponentChildren;
};

function Field({ id, label, fault, children }: FieldProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children(toControl(id, fault))}
      <FieldFault id={id} fault={fault} />
    </div>
  );
}
