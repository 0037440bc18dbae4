import { signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Assessment, Explanation } from '../api/views.ts';
import type { SaidFault } from '../faults/say-fault.ts';

/** What every field of the form knows. */
export type FormState = {
  readonly platform: string;
  readonly assessment: Assessment;
  readonly faults: readonly SaidFault[];
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
export const wanted = signal('');

export const toFieldId = (pointer: string) => `f${pointer}`;

/** Frames in which a fold that was closed has drawn its fields. */
const PATIENCE = 12;

/** Goes to the field that a fault names, or to what it is part of. */
export function showField(pointer: string): void {
  wanted.value = pointer;
  const seek = (frames: number) => {
    const field = document.getElementById(toFieldId(pointer)) ?? (frames === 0 ? findNearest(pointer) : null);
    if (field) {
      field.focus();
      field.scrollIntoView({ block: 'center' });
    } else if (frames > 0) requestAnimationFrame(() => seek(frames - 1));
  };
  seek(PATIENCE);
}

function findNearest(pointer: string): HTMLElement | null {
  const parent = pointer.slice(0, pointer.lastIndexOf('/'));
  return parent === '' ? null : (document.getElementById(toFieldId(parent)) ?? findNearest(parent));
}
