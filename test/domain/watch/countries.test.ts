import { expect, test } from 'vitest';
import { findCountries } from '../../../domain/watch/countries.ts';

test.each([
  ['en', 'in Germany, Myanmar and Serbia', ['DE', 'MM', 'RS']],
  ['en', 'the U.S., the USA, the United States of America', ['US', 'US', 'US']],
  ['en', "mainland China, Hong Kong and the People's Republic of China", ['CN', 'HK', 'CN']],
  ['en', 'contact us about turkey and china', []],
  ['en', 'Niger and Nigeria, Guinea-Bissau and Guinea', ['NE', 'NG', 'GW', 'GN']],
  ['en', 'the EEA, the European Union and the UK', ['EU', 'EU', 'GB']],
  ['en', 'our Chinese and Irish colleagues', ['CN', 'IE']],
  ['fr', 'aux États-Unis, en Côte d’Ivoire et aux Pays-Bas', ['US', 'CI', 'NL']],
  ['fr', 'des équipes marocaines et à Hong Kong', ['MA', 'HK']],
  ['de', 'in den Vereinigten Staaten, der Schweiz und im Vereinigten Königreich', ['US', 'CH', 'GB']],
  ['de', 'philippinische Teams, Behörden Indiens, Hongkong', ['PH', 'IN', 'HK']],
  ['de', 'auf einer Insel oder in Island', ['IS']],
  ['en', 'on an Island', []],
])('In %s, "%s" names %j', (language, text, codes) => {
  expect(findCountries(text, language).map(({ value }) => value)).toEqual(codes);
});
