/**
 * The shape of the items that this version writes; those of 0.1.0 carry none. A release reads the items of the next one:
 * what it does not know it keeps, so the number is never a reason to refuse (docs/adr/0016).
 */
export const SCHEMA = 1;
