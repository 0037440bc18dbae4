import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../messages/language.ts';
import { type Leaf, readCatalogues } from './catalogues.ts';
import { readFunctions, type TextFunction } from './functions.ts';

const english = readFunctions('en');
const catalogues = await readCatalogues();

/** Each parameter of a type in English, as it is called in the same text of another language. */
function parametersOf(type: RegExp, language: string): { key: string; name: string; text: TextFunction }[] {
  const own = readFunctions(language);
  return [...english].flatMap(([key, { parameters, members }]) => {
    const text = own.get(key);
    if (!text) return [];
    const named = parameters.flatMap((parameter, i) => (type.test(parameter.type) ? (text.parameters[i]?.name ?? '') : []));
    return [...named, ...members.flatMap((member) => (type.test(member.type) ? member.name : []))].map((name) => ({ key, name, text }));
  });
}

describe.each(LANGUAGES)('in %s', (language) => {
  const counts = parametersOf(/^Count$/, language);
  const places = parametersOf(/\bPlace\b/, language);
  const names = parametersOf(/^Name$/, language);

  it('the functions are seen', () => {
    expect(counts.length).toBeGreaterThan(30);
    expect(places.length).toBeGreaterThan(4);
    expect(names.length).toBeGreaterThan(8);
  });

  it('each count goes through the plural of the language', () => {
    const without = counts.filter(({ name, text }) => !new RegExp(`plural\\(\\s*${name}\\b`).test(text.body) && !isOfAnother(text, name));
    expect(without.map(({ key, name }) => `${key} (${name})`)).toEqual([]);
  });

  it('each jurisdiction goes through its cases', () => {
    const without = places.filter(({ name, text }) => !new RegExp(`places\\.\\w+\\(${name}\\)|\\b${name}\\.map\\(places\\.`).test(text.body));
    expect(without.map(({ key }) => key)).toEqual([]);
  });

  it('no French word that would be elided, and no article, stands before a name', () => {
    const bare = names.filter(({ name, text }) => new RegExp(`\\b(de|que|le|la|du|au) \\$\\{${name}\\}`).test(text.body));
    expect(bare.map(({ key }) => key)).toEqual([]);
  });

  it('each text names what the English names', () => {
    const texts = catalogues.get(language) ?? new Map<string, Leaf>();
    const lost = [...(catalogues.get('en') ?? [])].flatMap(([path, of]) => {
      const other = texts.get(path);
      if (typeof of !== 'function' || typeof other !== 'function' || IN_WORDS.some((start) => path.startsWith(start))) return [];
      const said = call(of);
      const again = call(other);
      return said === undefined || again === undefined
        ? []
        : marksIn(said)
            .filter((mark) => !again.includes(mark))
            .map((mark) => `${path}: ${mark}`);
    });
    expect(lost).toEqual([]);
  });
});

/** What they name is a code or a figure, which another language says in its own words, or a list, which it joins in its own way. */
const IN_WORDS = [
  // Tests of their own say them of codes, figures and lists.
  ...['console.explanation.', 'console.reviewReasons.', 'cli.'],
  'api.problems.needs-acr',
  'api.problems.interval-too-long',
  'api.faults.invalid-value',
  'api.faults.not-a-sha256',
];

/** A count within a count: `3 of 10 devices` is plural by the ten. */
function isOfAnother({ body, parameters }: TextFunction, name: string): boolean {
  return parameters.some((other) => other.name !== name && new RegExp(`plural\\(\\s*${other.name}\\b`).test(body));
}

/** A parameter that shows where it is named: as a text, as a member of an object, and where it is a list. */
function mark(name: string): unknown {
  return new Proxy(Object(`⟦${name}⟧`), {
    get: (target, key) => {
      if (key === Symbol.toPrimitive || key === 'toString' || key === 'valueOf') return () => `⟦${name}⟧`;
      if (typeof key === 'string' && !(key in String.prototype) && !(key in Array.prototype)) return mark(`${name}.${key}`);
      return Reflect.get(target, key);
    },
  });
}

function call(of: (...given: never[]) => unknown): string | undefined {
  try {
    return String(Reflect.apply(of, undefined, ['a', 'b', 'c', 'd', 'e'].map(mark)));
  } catch {
    return undefined;
  }
}

const marksIn = (text: string) => text.match(/⟦[^⟧]+⟧/g) ?? [];
