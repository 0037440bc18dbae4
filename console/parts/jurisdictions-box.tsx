import { useState } from 'preact/hooks';
import { jurisdictions } from '../jurisdictions/jurisdictions.ts';
import { t } from '../messages/text.ts';
import { Finder, toWhy, useOptions } from './jurisdiction-box.tsx';

const words = t.jurisdictionBox;
const { toMeaning, toNamed } = jurisdictions;
type BoxProps = {
  readonly id: string;
  readonly label: string;
  readonly values: readonly string[];
  readonly describedBy?: string | undefined;
  readonly isInvalid?: boolean | undefined;
  readonly onChange: (codes: readonly string[]) => void;
};

/** Several jurisdictions: each that is chosen stands in a list and can be taken out; a text may hold several, with commas between them. */
export function JurisdictionsBox({ id, label, values, describedBy, isInvalid, onChange }: BoxProps) {
  const [text, setText] = useState('');
  const [why, setWhy] = useState('');
  const options = useOptions(text).filter(({ value }) => !values.includes(value));
  const add = (codes: readonly string[]) => {
    const fresh = codes.filter((code) => !values.includes(code));
    if (fresh.length > 0) onChange([...values, ...fresh]);
  };
  const settle = () => {
    const read = toPieces(text).map((piece) => ({ piece, meaning: toMeaning(piece) }));
    const taken = read.flatMap(({ meaning }) => (meaning.kind === 'one' ? meaning.codes : []));
    const left = read.filter(({ meaning }) => meaning.kind === 'unknown' || meaning.kind === 'several');
    add([...new Set(taken)]);
    setText(left.map(({ piece }) => piece).join(', '));
    setWhy(left.map(({ piece, meaning }) => toWhy(piece, meaning)).join(' '));
  };
  return (
    <>
      {values.length > 0 && (
        <ul class="chosen" aria-label={words.chosen}>
          {values.map((code) => (
            <li key={code}>
              {toNamed(code)}{' '}
              <button
                type="button"
                class="quiet"
                aria-label={words.remove(toNamed(code))}
                onClick={() => onChange(values.filter((one) => one !== code))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <Finder
        id={id}
        label={label}
        text={text}
        options={options}
        isInvalid={isInvalid}
        describedBy={describedBy}
        why={why}
        onText={setText}
        onChoose={(code) => {
          add([code]);
          setText('');
          setWhy('');
        }}
        onSettle={settle}
        onUndo={() => {
          setText('');
          setWhy('');
        }}
      />
    </>
  );
}

/** By commas or lines; by blanks where every piece is a code. */
function toPieces(text: string): string[] {
  const pieces = text.split(/[,;\n]/).flatMap((piece) => piece.trim() || []);
  return pieces.flatMap((piece) => (/^[A-Za-z]{2}(\s+[A-Za-z]{2})+$/.test(piece) ? piece.split(/\s+/) : [piece]));
}
