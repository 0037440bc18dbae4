import * as z from 'zod';
import { fault } from './fault.ts';

/** A list in which every value stands once; the refusal names the first that does not. */
export const once = () =>
  z.refine<readonly string[]>((values) => findRepeated(values) === undefined, {
    error: ({ input }) => sayRepeated(findRepeated(input as readonly string[])),
  });

export const findRepeated = (values: readonly string[]) => values.find((value, i) => values.indexOf(value) !== i);

export const sayRepeated = (value: string | undefined) => fault('given-once', { value: JSON.stringify(value) });
