import { formatterOf } from '../formatter.ts';

export const { plural } = formatterOf('fr');
