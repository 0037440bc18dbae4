import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Assessment, Explanation, Fault } from '../api/views.ts';
import { createCell } from '../cell.ts';

/** What every field of the form knows. */
export type FormState = {
  readonly assessment: Assessment;
  readonly faults: readonly Fault[];
  readonly explain: Explanation | undefined;
  set(pointer: string, value: unknown): void;
};

export const FormContext = createContext<FormState | undefined>(undefined);

export function useForm(): FormState {
  const form = useContext(FormContext);
  if (!form) throw new Error('a field stands outside the form');
  return form;
}

/** The place that somebody asked to see; folds above it open. */
export const wanted = createCell('');

export const toFieldId = (pointer: string) => `f${pointer}`;

/** Goes to the field that a fault names, or to what it is part of. */
export function showField(pointer: string): void {
  wanted.set(pointer);
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      for (let at = pointer; ; at = at.slice(0, at.lastIndexOf('/'))) {
        const field = document.getElementById(toFieldId(at));
        if (field) {
          field.focus();
          field.scrollIntoView({ block: 'center' });
          return;
        }
        if (at === '') return;
      }
    }),
  );
}
