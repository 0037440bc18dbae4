import type { sayQuotes as English } from '../en/quotes.ts';
import { plural } from './format.ts';

export const sayQuotes: typeof English = ({ quotes, held, excerpt, erased }) => {
  const more = [
    plural(excerpt, { 0: '', one: '1 par un extrait seulement', other: `${excerpt} par un extrait seulement` }),
    plural(erased, {
      0: '',
      one: '1 vérifiée dans une capture effacée depuis',
      other: `${erased} vérifiées dans une capture effacée depuis`,
    }),
  ].filter(Boolean);
  const verified = plural(quotes, { one: `${held} citation vérifiée sur ${quotes}`, other: `${held} citations vérifiées sur ${quotes}` });
  return `${verified}${more.length === 0 ? '' : ` ; ${more.join(', ')}`}`;
};
