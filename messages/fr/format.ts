import { formatterOf } from '../formatter.ts';

export const format = formatterOf('fr');
export const { plural } = format;
