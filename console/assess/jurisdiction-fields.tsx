import { toCodingRule } from '../../domain/facts/coding-rules.ts';
import { t } from '../messages/text.ts';
import { JurisdictionBox } from '../parts/jurisdiction-box.tsx';
import { JurisdictionsBox } from '../parts/jurisdictions-box.tsx';
import { getAt } from './draft.ts';
import { Labelled, useField } from './fields.tsx';
import { useForm } from './form-context.ts';

type FieldProps = { readonly at: string; readonly label: string };

/** One jurisdiction of the draft. */
export function JurisdictionField({ at, label }: FieldProps) {
  const { value, set, fault, control } = useField(at);
  return (
    <Labelled id={control.id} label={label} fault={fault}>
      <JurisdictionBox
        id={control.id}
        label={label}
        value={value}
        isInvalid={fault !== undefined}
        describedBy={control['aria-describedby']}
        onChoose={set}
      />
    </Labelled>
  );
}

/** Several jurisdictions of the draft; none takes the list away. */
export function JurisdictionsField({ at, label }: FieldProps) {
  const { assessment, set } = useForm();
  const { fault, control } = useField(at, true);
  const values = (getAt(assessment, at) ?? []) as readonly string[];
  return (
    <Labelled id={control.id} label={label} hint={t.assess.rule(toCodingRule('lists-of-countries'))} fault={fault}>
      <JurisdictionsBox
        id={control.id}
        label={label}
        values={values}
        isInvalid={fault !== undefined}
        describedBy={control['aria-describedby']}
        onChange={(codes) => set(at, codes.length === 0 ? undefined : codes)}
      />
    </Labelled>
  );
}
