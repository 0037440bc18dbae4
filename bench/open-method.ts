import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

export type Method = typeof import('../domain/score/method.ts');

/**
 * The method's constants with a handle to turn them. The scoring core must stay a function of plain constants, so this
 * command, and nothing else, loads method.ts with every `const` opened to a `let`: imports are live bindings, so the core
 * sees each turn of a weight, tables and plain numbers alike. Call it before anything imports the core.
 */
export async function openMethod(): Promise<{ weights: Method; turn: (changed: Partial<Method>) => void }> {
  const url = new URL('../domain/score/method.ts', import.meta.url).href;
  const source = readFileSync(new URL(url), 'utf8').replaceAll(/^export const /gm, 'export let ');
  const names = [...source.matchAll(/^export let (\w+)/gm)].map(([, name]) => name);
  const setter = `export function turn(changed) {${names.map((name) => `if ('${name}' in changed) ${name} = changed.${name};`).join('\n')}}`;
  registerHooks({
    load: (asked, context, next) =>
      asked === url ? { format: 'module-typescript', source: `${source}\n${setter}`, shortCircuit: true } : next(asked, context),
  });
  const opened = (await import(url)) as Method & { turn: (changed: Partial<Method>) => void };
  return { weights: { ...opened }, turn: opened.turn };
}
