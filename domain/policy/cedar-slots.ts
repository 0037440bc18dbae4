/** An app has room for so many rulings that may deny it, in entities, schema and policies alike; a revision that needs more has more. */
export const FEWEST_SLOTS = 4;

/** What a ruling is called among those of an app: Cedar asks for members by their names, and cannot go through a set. */
export const toSlot = (i: number) => `r${i + 1}`;

export const listSlots = (count: number): string[] => Array.from({ length: count }, (_, i) => toSlot(i));
