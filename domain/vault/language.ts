/** Words that a sentence of a language hardly does without, and others hardly have. */
const COMMON: Readonly<Record<string, readonly string[]>> = {
  da: ['og', 'ikke', 'af', 'til', 'vi', 'dine', 'oplysninger', 'være', 'hvor', 'blive'],
  de: ['und', 'der', 'die', 'das', 'wir', 'ihre', 'werden', 'nicht', 'für', 'auf', 'daten', 'mit', 'von', 'zu', 'ist', 'sind', 'im', 'den'],
  en: ['the', 'and', 'of', 'to', 'we', 'your', 'our', 'is', 'are', 'that', 'with', 'for', 'this', 'by', 'or', 'you', 'from', 'not', 'be'],
  es: ['el', 'los', 'las', 'y', 'que', 'sus', 'usted', 'datos', 'para', 'por', 'una', 'nuestra', 'con', 'del', 'su', 'más'],
  fi: ['ja', 'on', 'ei', 'tietoja', 'voimme', 'että', 'tai', 'jotka', 'sekä', 'kun'],
  fr: ['le', 'les', 'des', 'et', 'nous', 'vos', 'votre', 'données', 'pour', 'dans', 'est', 'une', 'que', 'sont', 'aux', 'par', 'du', 'sur'],
  it: ['il', 'gli', 'che', 'di', 'dei', 'della', 'sono', 'nostri', 'dati', 'per', 'con', 'una', 'tuoi', 'anche', 'nel', 'e'],
  nl: ['de', 'het', 'een', 'en', 'wij', 'uw', 'gegevens', 'van', 'zijn', 'voor', 'niet', 'op', 'worden', 'met', 'je', 'onze'],
  pl: ['i', 'w', 'na', 'nie', 'się', 'dane', 'dla', 'jest', 'oraz', 'przez', 'lub', 'które', 'do', 'z'],
  pt: ['os', 'as', 'que', 'seus', 'dados', 'para', 'não', 'uma', 'nossos', 'com', 'do', 'da', 'você', 'em', 'é'],
  sv: ['och', 'att', 'vi', 'är', 'dina', 'för', 'inte', 'som', 'av', 'uppgifter', 'på', 'med', 'till', 'eller'],
};
/** What a text is long enough to be known by. */
const SAMPLE = 50_000;
const ENOUGH = 2;

const SCRIPTS = ['Latin', 'Cyrillic', 'Greek', 'Han', 'Hiragana', 'Hangul', 'Arabic', 'Hebrew', 'Thai', 'Devanagari'] as const;
const OF_SCRIPT = SCRIPTS.map((name) => ({ name, signs: new RegExp(`\\p{Script=${name}}`, 'gu') }));

const primary = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';

type Spoken = { readonly text: string; readonly language?: string | undefined };

/** The languages of a quote and a capture, where the one can't be the words of the other: they are not the same. By what both say of themselves, else by script and commonest words. */
export function differInLanguage(quote: Spoken, capture: Spoken): { readonly quote: string; readonly capture: string } | undefined {
  if (quote.language !== undefined && capture.language !== undefined)
    return primary(quote.language) === primary(capture.language) ? undefined : say(quote.language, capture.language);
  const [ofQuote, ofCapture] = [scriptOf(quote.text), scriptOf(capture.text)];
  if (ofQuote && ofCapture && ofQuote !== ofCapture) return say(`${ofQuote} script`, `${ofCapture} script`);
  const [own, other] = [quote.language ?? guessLanguage(quote.text), capture.language ?? guessLanguage(capture.text)];
  return own === undefined || other === undefined || primary(own) === primary(other) ? undefined : say(own, other);
}

const say = (quote: string, capture: string) => ({ quote, capture });

function scriptOf(text: string): string | undefined {
  const sample = text.slice(0, SAMPLE);
  const counted = OF_SCRIPT.map(({ name, signs }) => ({ name, count: sample.match(signs)?.length ?? 0 }));
  const most = counted.reduce((one, other) => (other.count > one.count ? other : one));
  const written = most.name === 'Hiragana' ? 'Han' : most.name;
  return most.count === 0 ? undefined : written;
}

/** The language that a text's commonest words are of (ISO 639-1); undefined where they do not tell. */
export function guessLanguage(text: string): string | undefined {
  const words =
    text
      .slice(0, SAMPLE)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const ranked = Object.entries(COMMON)
    .map(([language, common]) => ({ language, count: words.filter((word) => common.includes(word)).length }))
    .sort((one, other) => other.count - one.count);
  const [first, second] = ranked;
  return first && first.count >= ENOUGH && first.count > 1.5 * (second?.count ?? 0) ? first.language : undefined;
}
