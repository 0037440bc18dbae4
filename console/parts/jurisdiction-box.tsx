import { useEffect, useId, useMemo, useState } from 'preact/hooks';
import { toList } from '../format.ts';
import type { Meaning } from '../jurisdictions/finder.ts';
import { jurisdictions } from '../jurisdictions/jurisdictions.ts';
import { t } from '../messages/text.ts';
import { Combobox, type ComboboxProps } from './combobox.tsx';

const words = t.jurisdictionBox;
const { find, toMeaning, toNamed } = jurisdictions;
type BoxProps = {
  readonly id?: string;
  readonly label: string;
  /** A code, or nothing. */
  readonly value: string;
  readonly describedBy?: string | undefined;
  readonly isInvalid?: boolean | undefined;
  /** Takes whole codes, or nothing where a text was taken away or not understood. */
  readonly onChoose: (code: string) => void;
};

/** A jurisdiction by name, code or synonym. What is not understood stays as it was typed, is said, and is taken for none. */
export function JurisdictionBox({ id, label, value, describedBy, isInvalid, onChoose }: BoxProps) {
  const [text, setText] = useState(toNamed(value));
  const [why, setWhy] = useState('');
  useEffect(() => {
    if (value === '' && why !== '') return;
    setText(toNamed(value));
    setWhy('');
  }, [value]);
  const options = useOptions(text === toNamed(value) ? '' : text);
  const take = (code: string) => {
    setText(toNamed(code));
    setWhy('');
    if (code !== value) onChoose(code);
  };
  const settle = () => {
    if (text === toNamed(value)) return setWhy('');
    const meaning = toMeaning(text);
    const [code = ''] = meaning.kind === 'one' ? meaning.codes : [];
    if (meaning.kind === 'one' || meaning.kind === 'nothing') return take(code);
    setWhy(toWhy(text, meaning));
    if (value !== '') onChoose('');
  };
  return (
    <Finder
      id={id}
      label={label}
      text={text}
      options={options}
      isInvalid={isInvalid}
      describedBy={describedBy}
      why={why}
      onText={setText}
      onChoose={take}
      onSettle={settle}
      onUndo={() => take(value)}
    />
  );
}

type FinderProps = ComboboxProps & {
  /** Why a text is not taken, or nothing. */
  readonly why: string;
};

/** A combobox and, below it, what it did not understand: in place before there is anything to say, so that it is read when there is. */
export function Finder({ why, isInvalid = false, describedBy, ...props }: FinderProps) {
  const id = useId();
  return (
    <>
      <Combobox {...props} isInvalid={isInvalid || why !== ''} describedBy={[describedBy, why && id].filter(Boolean).join(' ') || undefined} />
      <span id={id} class="fault" role="status">
        {why}
      </span>
    </>
  );
}

export const useOptions = (text: string) => useMemo(() => find(text).map((code) => ({ value: code, label: toNamed(code) })), [text]);

/** Why a text is not taken for a jurisdiction. */
export function toWhy(text: string, meaning: Meaning): string {
  return meaning.kind === 'several' ? words.several(text.trim(), toList(meaning.codes.map(toNamed))) : words.unknown(text.trim());
}
