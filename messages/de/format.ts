import { formatterOf } from '../formatter.ts';

export const format = formatterOf('de');
export const { plural } = format;
