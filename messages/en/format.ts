import { formatterOf } from '../formatter.ts';

export const format = formatterOf('en');
export const { plural } = format;
