import type { PolicyDocument } from './document.ts';
import type { ExportName } from './exports.ts';

type System = 'android' | 'ios' | 'web';

/** Exports that name every suspended app of a system, those whose deadline is to come included. */
const NAMING: Readonly<Record<System, (name: ExportName) => boolean>> = {
  android: (name) => name.startsWith('android-policy'),
  ios: (name) => name === 'intune-ios-compliance',
  web: (name) => name.startsWith('domains'),
};
const LISTS: readonly ExportName[] = ['scores-json', 'scores-csv', 'cedar-entities', 'cedar-entities-avp'];

/** Why the exports as they were written must not go out, in a sentence; undefined when each names every suspended app that it should. */
export function findMissing({ rulings }: PolicyDocument, written: ReadonlyMap<ExportName, string>, bundle: string): string | undefined {
  const suspended = rulings.filter(({ decision }) => decision === 'suspend');
  for (const { platform, apps } of suspended) {
    for (const system of ['android', 'ios', 'web'] as const) {
      const naming = [...written].filter(([name]) => NAMING[system](name));
      for (const app of apps[system]) {
        const [list] = LISTS.filter((name) => !written.get(name)?.includes(app));
        if (list !== undefined) return `${list} does not name ${app} of "${platform}", which is suspended`;
        if (!bundle.includes(app)) return `opa-bundle does not name ${app} of "${platform}", which is suspended`;
        // What is refused there is said there.
        if (!naming.some(([, text]) => text.includes(app))) return `no list for ${system} names ${app} of "${platform}", which is suspended`;
      }
    }
  }
  return undefined;
}
