import { describe, expect, test } from 'vitest';
import { anchorIn } from '../../../domain/vault/anchor.ts';

const PAGE = `Where we keep your data

We store the data of European users in Singapore and Malaysia. Staff in Canada may read it,
but only under supervision – and never without a ticket.

Our group has companies in Guinea-Bissau, Nigeria and the Dominican Republic.

  • your name,
  • your number, and
  • your contacts.

1. We share data with processors.
2. We delete it after 30 days.
`;

const reasonOf = (quote: string, language?: string, page = PAGE) => anchorIn(page, 'en')(quote, language).reason;

describe('A quote is anchored in its capture', () => {
  test('by its words, 32 characters on either side, and their place', () => {
    const { pieces } = anchorIn(PAGE)('Singapore and Malaysia');
    expect(pieces).toEqual([
      {
        exact: 'Singapore and Malaysia',
        prefix: 'ore the data of European users in '.slice(-32),
        suffix: '. Staff in Canada may read it,\nb',
        start: PAGE.indexOf('Singapore'),
      },
    ]);
  });

  test('counting code points, as the standard does', () => {
    expect(anchorIn('🏰🏰 castle 🏰 tower')('tower').pieces?.[0]).toMatchObject({ prefix: '🏰🏰 castle 🏰 ', start: 12 });
  });

  test.each([
    ['another line break', 'Staff in Canada may read it, but only under supervision'],
    ['no-break spaces', 'Staff\u00a0in\u202fCanada'],
    ['another dash', 'under supervision - and never'],
    ['a dash without spaces', 'under supervision—and never'],
    ['soft hyphens', 'super\u00advision'],
    ['a list written as a paragraph', 'your name, your number, and your contacts.'],
    ['a numbered list written as a paragraph', 'We share data with processors. We delete it'],
    ['full-width letters', 'Ｓｉｎｇａｐｏｒｅ and Malaysia'],
    ['marks around it', '“Singapore and Malaysia”'],
    ['an ellipsis', 'We store the data … in Singapore and Malaysia. […] Staff in Canada'],
    ['marks in parts', 'may read it,'],
  ])('through %s', (_, quote) => {
    expect(anchorIn(PAGE)(quote).reason).toBeUndefined();
  });

  test('a hyphenated word that was wrapped, and accents in parts', () => {
    expect(anchorIn('a cross-\nborder transfer to Cote\u0301 d\u2019Ivoire')("cross-border transfer to Coté d'Ivoire").pieces?.[0]?.exact).toBe(
      'cross-\nborder transfer to Cote\u0301 d\u2019Ivoire',
    );
    expect(anchorIn('an inter\u00ad\nnational trans\u00adfer')('an international transfer').reason).toBeUndefined();
  });

  test.each([
    ['a link', 'kept [in Ireland](https://example.org/a_(b)?c=1#d "where") and [Norway][2] alone', 'kept in Ireland and Norway alone'],
    ['a picture', 'kept ![flag](flag.png) in Ireland', 'kept flag in Ireland'],
    ['emphasis', 'kept _(1)_ in **Ireland**, __(2)__ in Norway', 'kept (1) in Ireland, (2) in Norway'],
    ['an escape', 'kept in Ireland \\[EU\\]\\.', 'kept in Ireland [EU].'],
    ['a link in a numbered list', '1. kept in [Ireland](/ie)\n2. kept in Norway', 'kept in Ireland kept in Norway'],
  ])('through what Markdown marks: %s', (_, page, quote) => {
    expect(anchorIn(page)(quote).reason).toBeUndefined();
  });

  test.each([
    ['the address of a link', 'kept in [Ireland](https://example.org/norway)', 'kept in Ireland norway'],
    ['the words of another link', 'kept in [Ireland](/ie) and [Norway](/no)', 'kept in Ireland and Finland'],
    ['an underscore in a word', 'the field user_id is kept', 'the field userid is kept'],
    ['words in brackets left out', 'kept in Ireland [and Norway] alone', 'kept in Ireland alone'],
  ])('but not by %s', (_, page, quote) => {
    expect(anchorIn(page)(quote).reason).toBe('not-found');
  });

  test.each([
    ['another place', 'in Dublin and Frankfurt'],
    ['the other order of its pieces', 'Staff in Canada … We store the data'],
    ['a part of a word', 'companies in Guinea-Bissau, Niger'],
    ['a part of a hyphenated name', 'Our group has companies in Guinea'],
    ['a part of a name', 'Nigeria and the Dominica'],
    ['another number of days', 'We delete it after 60 days.'],
    ['another case', 'SINGAPORE AND MALAYSIA'],
    ['nothing but an ellipsis', '…'],
  ])('but not %s', (_, quote) => {
    expect(reasonOf(quote)).toBe('not-found');
  });

  test('and the sentence that is nearest to a misquoted one is named', () => {
    const missed = anchorIn(PAGE)('We store the data of European users in Dublin and Frankfurt.');
    expect(missed).toMatchObject({ reason: 'not-found', nearest: 'We store the data of European users in Singapore and Malaysia.' });
  });

  test('and another language than the capture’s is the reason where it is', () => {
    expect(reasonOf('Wir speichern die Daten der Nutzer in Singapur und nicht in Malaysia.')).toBe('other-language');
    expect(reasonOf('Мы храним данные в Сингапуре.')).toBe('other-language');
    expect(reasonOf('Nous conservons les données', 'fr')).toBe('other-language');
    expect(reasonOf('We store your data in Dublin, and not where you are.', 'en')).toBe('not-found');
  });

  test('and text without blanks between words is read too', () => {
    const page = '私たちは日本と韓国にデータを保存します。';
    expect(anchorIn(page)('韓国にデータを保存').pieces?.[0]?.start).toBe(7);
    expect(anchorIn(page)('中国にデータを保存')).toMatchObject({ reason: 'not-found', nearest: page });
  });
});
