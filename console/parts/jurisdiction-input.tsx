import { useEffect, useId, useState } from 'preact/hooks';
import { suggestJurisdiction } from '../../domain/facts/jurisdictions.ts';
import { useReadAll } from '../api/use-read.ts';

type InShort = { readonly code: string; readonly name: string };

/** A jurisdiction by its code or its name; the register's names come as suggestions. Hands over whole codes only, or nothing. */
export function JurisdictionInput(props: { readonly label: string; readonly value: string; readonly onChoose: (code: string) => void }) {
  const { data: known = [] } = useReadAll<InShort>('/v1/jurisdictions');
  const list = useId();
  const [text, setText] = useState(props.value);
  useEffect(() => setText(props.value), [props.value]);
  const choose = (typed: string) => {
    const code = typed === '' ? '' : suggestJurisdiction(typed);
    if (code !== undefined) props.onChoose(code);
  };
  return (
    <label class="short">
      {props.label}
      <input
        list={list}
        value={text}
        maxLength={60}
        autoCapitalize="characters"
        onInput={(event) => setText(event.currentTarget.value)}
        onChange={(event) => choose(event.currentTarget.value)}
      />
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
