import { toCodingRule } from '../../domain/facts/coding-rules.ts';
import { suggestJurisdiction } from '../../domain/facts/jurisdictions.ts';
import { useReadAll } from '../api/use-read.ts';
import { t } from '../messages/text.ts';
import { getAt } from './draft.ts';
import { TextField } from './fields.tsx';
import { toFieldId, useForm } from './form-context.ts';

/** The one list of suggestions for every field of a jurisdiction. */
const JURISDICTIONS_LIST = 'jurisdictions-list';

export function JurisdictionsList() {
  const { data = [] } = useReadAll<{ code: string; name: string }>('/v1/jurisdictions');
  return (
    <datalist id={JURISDICTIONS_LIST}>
      {data.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </datalist>
  );
}

/** A code of a jurisdiction; a name or another code that plainly means one becomes it once the field is left. */
export function JurisdictionField({ at, label }: { readonly at: string; readonly label: string }) {
  return <TextField at={at} label={label} list={JURISDICTIONS_LIST} maxLength={60} settle={(text) => suggestJurisdiction(text) ?? text} />;
}

/** Several codes or names, with commas or blanks between them; the field becomes a list once it is left. */
export function JurisdictionsField({ at, label }: { readonly at: string; readonly label: string }) {
  const { assessment, faults, set } = useForm();
  const value = getAt(assessment, at) as readonly string[] | undefined;
  const fault = faults.find(({ pointer }) => pointer.startsWith(at));
  const id = toFieldId(at);
  const settle = (text: string) => {
    const words = text.split(text.includes(',') ? /\s*,\s*/ : /\s+/).filter((word) => word !== '');
    set(at, words.length === 0 ? undefined : words.map((word) => suggestJurisdiction(word) ?? word));
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <small>{t.assess.rule(toCodingRule('lists-of-countries'))}</small>
      <input id={id} value={value?.join(' ') ?? ''} maxLength={400} onBlur={(event) => settle(event.currentTarget.value)} />
      {fault && <p class="fault">{fault.detail}</p>}
    </div>
  );
}
