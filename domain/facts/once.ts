import * as z from 'zod';

/** A list in which every value stands once; the refusal names the first that does not. */
export const once = () =>
  z.refine<readonly string[]>((values) => findRepeated(values) === undefined, {
    error: ({ input }) => `must name each once: ${JSON.stringify(findRepeated(input as readonly string[]))} is given twice`,
  });

const findRepeated = (values: readonly string[]) => values.find((value, i) => values.indexOf(value) !== i);
