import { useEffect, useId, useState } from 'preact/hooks';
import { useReadAll } from '../api/use-read.ts';

type InShort = { readonly code: string; readonly name: string };

/** A jurisdiction by its code; the register's names come as suggestions. Hands over whole codes only, or nothing. */
export function JurisdictionInput(props: { readonly label: string; readonly value: string; readonly onChoose: (code: string) => void }) {
  const { data: known = [] } = useReadAll<InShort>('/v1/jurisdictions');
  const list = useId();
  const [text, setText] = useState(props.value);
  useEffect(() => setText(props.value), [props.value]);
  const change = (typed: string) => {
    setText(typed);
    const code = typed.toUpperCase();
    if (typed === '' || known.some((one) => one.code === code)) props.onChoose(typed === '' ? '' : code);
  };
  return (
    <label class="short">
      {props.label}
      <input list={list} value={text} maxLength={2} autoCapitalize="characters" onInput={(event) => change(event.currentTarget.value)} />
      <datalist id={list}>
        {known.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </datalist>
    </label>
  );
}
