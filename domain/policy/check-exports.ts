import type { PolicyDocument, Ruling } from './document.ts';
import { type ExportName, type PolicyExport, policyExports } from './exports.ts';

/** Why the exports as they were written must not go out, in a sentence; undefined when each form names every suspended app that it is to name. What it says of them is asked back later. */
export function findMissing({ rulings }: PolicyDocument, written: ReadonlyMap<ExportName, string>, bundle: string): string | undefined {
  const texts = new Map<string, string>([...written, ['opa-bundle', bundle]]);
  for (const form of policyExports.flatMap(({ forms }) => forms)) {
    for (const { platform, app } of listNamed(form, rulings)) {
      // What is refused or pending there is named too.
      if (!texts.get(form.name)?.includes(app)) return `${form.name} does not name ${app} of "${platform}", which is suspended`;
    }
  }
  return undefined;
}

/** The suspended apps that a form is to name, each with its platform. */
function listNamed({ names }: PolicyExport['forms'][number], rulings: readonly Ruling[]): { readonly platform: string; readonly app: string }[] {
  if (names === 'nothing') return [];
  return rulings
    .filter(({ decision, scope }) => decision === 'suspend' && scope.some((device) => names.scopes.includes(device)))
    .flatMap(({ platform, apps }) => names.systems.flatMap((system) => apps[system].map((app) => ({ platform, app }))));
}
