import type { PolicyDocument, Ruling } from './document.ts';
import { type ExportName, type PolicyExport, policyExports } from './exports.ts';

/** Why the exports as they were written must not go out, in a sentence; undefined when each form can be read and names every suspended app that it is to name. */
export function findMissing({ rulings }: PolicyDocument, written: ReadonlyMap<ExportName, string>, bundle: string): string | undefined {
  const texts = new Map<string, string>([...written, ['opa-bundle', bundle]]);
  for (const { type, forms } of policyExports) {
    const unread = forms.find((form) => !canBeRead(texts.get(form.name) ?? '', form.type ?? type));
    if (unread) return `${unread.name} cannot be read by a parser of its format`;
  }
  for (const form of policyExports.flatMap(({ forms }) => forms)) {
    for (const { platform, app } of listNamed(form, rulings)) {
      // What is refused or pending there is named too.
      if (!texts.get(form.name)?.includes(app)) return `${form.name} does not name ${app} of "${platform}", which is suspended`;
    }
  }
  return undefined;
}

/** JSON is parsed; XML is well-formed if none of its texts, which are escaped, holds a character that XML has no room for. */
function canBeRead(text: string, type: string): boolean {
  if (type.includes('apple')) return !NOT_IN_XML.test(text) && text.isWellFormed();
  if (!type.includes('json')) return true;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** https://www.w3.org/TR/xml/#charsets */
const NOT_IN_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** The suspended apps that a form is to name, each with its platform. */
function listNamed({ names }: PolicyExport['forms'][number], rulings: readonly Ruling[]): { readonly platform: string; readonly app: string }[] {
  if (names === 'nothing') return [];
  return rulings
    .filter(({ decision, scope }) => decision === 'suspend' && scope.some((device) => names.scopes.includes(device)))
    .flatMap(({ platform, apps }) => names.systems.flatMap((system) => apps[system].map((app) => ({ platform, app }))));
}
