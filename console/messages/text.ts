import { en } from './en.ts';

/** Every text of the console. Another language is another file of this shape, chosen here. */
export const t: typeof en = en;
