import type { Found } from './claim.ts';
import { fold } from './fold.ts';
import type { Names } from './names.ts';

const FORM =
  '(?:Inc|Incorporated|Ltd|Limited|LLC|L\\.L\\.C|LLP|L\\.P|LP|Corp|Corporation|Company|Co|plc|PLC|Plc|GmbH|mbH|AG|KG|SE|SA|S\\.A|SAS|SARL|S\\.à r\\.l|SpA|S\\.p\\.A|B\\.V|BV|N\\.V|NV|AB|A/S|ApS|Oy|OÜ|UAB|AS|A\\.Ş|Sp\\. z o\\.o|Pty|Pte|Pvt|KK|K\\.K|Holdings?|inc)';
const WORD = "(?:\\p{Lu}[\\p{L}\\p{N}&'’.-]{0,60}|[0-9]+[A-Z]\\p{L}*)";
const JOINT = '(?:of|de|du|and|&|pour)';
/** Words that begin with a capital, then the form of a company: "Plaza Technology Limited". */
const COMPANY = new RegExp(
  `(?<![\\p{L}\\p{N}])${WORD}(?:[ \\u00a0]+(?:${JOINT}[ \\u00a0]+)?${WORD}){0,5}?,?[ \\u00a0]+${FORM}(?:\\.|(?![\\p{L}\\p{N}]))(?:,?[ \\u00a0]+${FORM}(?:\\.|(?![\\p{L}\\p{N}])))*`,
  'gu',
);
/** They may begin a sentence before a name. */
const ARTICLE = /^(?:The|Our|We|By|To|In|If|When|With|And|Die|Der|Das|Den|Wir|Bei|La|Le|Les|Nous|Chez)\s+/u;

/** What a company is to the platform, before its name: "our provider Cloudy", "l'hébergeur Nuagine", "der Dienstleister Wolkig". */
const ROLE =
  '(?:providers?|processors?|sub-?processors?|vendors?|company|parent|owner|owned by|run by|operated by|hosted by|controlled by|affiliates?|subsidiary|partner|contractor|prestataires?|hébergeurs?|société|filiale|groupe|sous-traitants?|opérée? par|hébergée?s? par|chez|[Dd]ienstleisters?|[Aa]nbieters?|[Ff]irma|[Gg]esellschaft|[Mm]utter|[Tt]ochter|[Aa]uftragsverarbeiters?)';
const PRONOUN = /^(?:We|You|They|It|The|This|These|If|In|Our|Your|For|Nous|Vous|Il|Ils|Elle|Elles|Wir|Sie|Es|Die|Der|Das)(?!\p{L})/u;
const NAMED = new RegExp(`(?<![\\p{L}])${ROLE},?[ \\u00a0]+(${WORD}(?:[ \\u00a0]+${WORD}){0,3})`, 'gu');

/**
 * The companies that a sentence names: by the form of a company, by what it is to the platform, and those of the group by the names of the profile. The platform's own
 * short name is none: it stands everywhere.
 */
export function findCompanies(text: string, { own, group }: Names): Found[] {
  const named = [...text.matchAll(COMPANY)].map(([words]) => words.replace(ARTICLE, ''));
  const rest = named.reduce((left, words) => left.replace(words, ' '), text);
  const short = new Set(own.map(fold));
  const known = group.filter((name) => !short.has(fold(name)) && (name.includes(' ') || name.length > 3)).filter((name) => standsIn(rest, name));
  const byRole = [...rest.matchAll(NAMED)].flatMap(([, name = '']) => (PRONOUN.test(name) || known.some((one) => one.includes(name)) ? [] : [name]));
  const longest = known.filter((name) => !known.some((other) => other !== name && other.includes(name)));
  return [...named, ...byRole, ...longest].map((words) => ({ value: nameOf(words), words })).filter(({ value }) => !short.has(fold(value)));
}

/** The text without them, since a company may have a country in its name. */
export function withoutCompanies(text: string, companies: readonly Found[]): string {
  return companies.reduce((left, { words }) => left.replaceAll(words, ' '), text);
}

const standsIn = (text: string, name: string) => ` ${fold(text)} `.includes(` ${fold(name)} `);
const END = new RegExp(`(?:,?\\s+${FORM}\\.?)+$`, 'u');
/** "Plaza, Inc." and "Plaza Inc" are one. */
const nameOf = (words: string) =>
  words
    .replaceAll('’', "'")
    .replace(/[\s\p{Zs}]+/gu, ' ')
    .replace(END, '');
