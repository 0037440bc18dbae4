import type { ComponentChildren } from 'preact';
import { FieldFault, toControl } from '../faults/problem-summary.tsx';
import { t } from '../messages/text.ts';
import { getAt } from './draft.ts';
import { toFieldId, useForm } from './form-context.ts';

type FieldProps = { readonly at: string; readonly label: string; readonly hint?: string };

/** What a field shows, and the fault the API found in it; `isList`: or in something that it holds. */
export function useField(at: string, isList = false) {
  const { assessment, faults, set } = useForm();
  const fault = faults.find(({ pointer }) => pointer === at || (isList && pointer.startsWith(`${at}/`)))?.text;
  const id = toFieldId(at);
  const value = getAt(assessment, at);
  return {
    value: typeof value === 'string' || typeof value === 'number' ? String(value) : '',
    set: (next: string) => set(at, next === '' ? undefined : next),
    fault,
    control: toControl(id, fault),
  };
}

export function Labelled({
  id,
  label,
  hint,
  fault,
  children,
}: {
  id: string;
  label: string;
  hint?: string | undefined;
  fault: string | undefined;
  children: ComponentChildren;
}) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && <small>{hint}</small>}
      {children}
      <FieldFault id={id} fault={fault} />
    </div>
  );
}

export function TextField({
  at,
  label,
  hint,
  settle,
  ...rest
}: FieldProps & {
  readonly type?: 'text' | 'url' | 'date';
  readonly list?: string;
  readonly maxLength?: number;
  /** What becomes of a text once the field is left. */
  readonly settle?: (text: string) => string;
}) {
  const { value, set, fault, control } = useField(at);
  return (
    <Labelled id={control.id} label={label} hint={hint} fault={fault}>
      <input
        {...control}
        {...rest}
        value={value}
        onInput={(event) => set(event.currentTarget.value)}
        onBlur={settle && ((event) => set(settle(event.currentTarget.value)))}
      />
    </Labelled>
  );
}

export function AreaField({ at, label, hint }: FieldProps) {
  const { value, set, fault, control } = useField(at);
  return (
    <Labelled id={control.id} label={label} hint={hint} fault={fault}>
      <textarea {...control} value={value} onInput={(event) => set(event.currentTarget.value)} />
    </Labelled>
  );
}

export const DateField = (props: FieldProps) => <TextField {...props} type="date" />;

type ChoiceProps = FieldProps & {
  readonly options: readonly (readonly [string, string])[];
  readonly none?: string;
  readonly toValue?: (text: string) => unknown;
};

export function ChoiceField({ at, label, hint, options, none, toValue = (text) => text }: ChoiceProps) {
  const { value, fault, control } = useField(at);
  const { set } = useForm();
  return (
    <Labelled id={control.id} label={label} hint={hint} fault={fault}>
      <select
        {...control}
        value={value}
        onChange={({ currentTarget }) => set(at, currentTarget.value === '' ? undefined : toValue(currentTarget.value))}
      >
        {(none !== undefined || value === '') && <option value="">{none ?? t.assess.choose}</option>}
        {options.map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

export const toOptions = (names: Readonly<Record<string, string>>) => Object.entries(names);
