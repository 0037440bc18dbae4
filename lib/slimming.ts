import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Loader, Plugin } from 'esbuild';

/** Puts another text in the place of a file. */
const replacing = (name: string, filter: RegExp, replace: (text: string) => string, loader: Loader = 'js'): Plugin => ({
  name,
  setup: ({ onLoad }) =>
    onLoad({ filter }, async ({ path }) => ({ contents: replace(await readFile(path, 'utf8')), loader, resolveDir: dirname(path) })),
});

/** The names that a module exports as functions or constants. */
const exportsOf = (text: string) => [...text.matchAll(/^export (?:const|function|async function) (\w+)/gm)].map(([, name]) => name);

/** Every export of a module, as a function that says that it is not here. */
const absent = (what: string) => (text: string) =>
  exportsOf(text)
    .map((name) => `export const ${name} = () => { throw new Error('${what} is not in this bundle: ${name}'); };`)
    .join('\n');

/** zod speaks fifty languages, 190 KB of them; ours are in English. */
const inEnglish = replacing('in-english', /zod[\\/]v4[\\/]locales[\\/]index\.js$/, () => "export { default as en } from './en.js';");

/** JSON Schemas are made where the OpenAPI document is made, never in a function; every schema only keeps the way to it. */
const noJsonSchema = [
  replacing('no-json-schema', /zod[\\/]v4[\\/]core[\\/]json-schema-processors\.js$/, absent('JSON Schema')),
  replacing('no-json-schema-methods', /zod[\\/]v4[\\/]core[\\/]to-json-schema\.js$/, (text) =>
    exportsOf(text)
      .map((name) => `export const ${name} = () => () => { throw new Error('JSON Schema is not in this bundle'); };`)
      .join('\n'),
  ),
];

/** A function's credentials are in its environment; profiles, single sign-on, processes and metadata services are other machines' ways. */
const environmentAlone = replacing(
  'environment-alone',
  /credential-provider-node[\\/]dist-es[\\/]index\.js$/,
  () => "export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';",
);

/** The table's endpoint is the region's: no function asks the service for another one. */
const noEndpointDiscovery = replacing(
  'no-endpoint-discovery',
  /middleware-endpoint-discovery[\\/]dist-es[\\/]resolveEndpointDiscoveryConfig\.js$/,
  () => 'export const resolveEndpointDiscoveryConfig = (config) => config;',
);

/** The rows of the register without the names of their columns, a fifth of the size, parsed as JSON, which is quicker than as a program. */
const columnar = replacing('columnar', /[\\/]register[\\/]compact\.json$/, (text) => {
  const { jurisdictions, ...register } = JSON.parse(text) as { jurisdictions: Record<string, { rows: Record<string, unknown>[] }> };
  const everyRow = Object.values(jurisdictions).flatMap(({ rows }) => rows);
  const columns = Object.keys(everyRow[0] ?? {}).filter((name) => everyRow.every((row) => Object.hasOwn(row, name)));
  // Behind the columns that every row has, an object of those that only this one has.
  const pack = (row: Record<string, unknown>) => {
    const others = Object.entries(row).filter(([name]) => !columns.includes(name));
    return [...columns.map((name) => row[name]), ...(others.length > 0 ? [Object.fromEntries(others)] : [])];
  };
  const packed = Object.entries(jurisdictions).map(([code, { rows, ...rest }]) => [code, rest, rows.map(pack)]);
  return `
    const packed = JSON.parse(${JSON.stringify(JSON.stringify(packed))});
    const columns = ${JSON.stringify(columns)};
    const toRow = (values) => ({ ...Object.fromEntries(columns.map((name, i) => [name, values[i]])), ...values[columns.length] });
    const jurisdictions = Object.fromEntries(packed.map(([code, rest, rows]) => [code, { ...rest, rows: rows.map(toRow) }]));
    export default { ...${JSON.stringify(register)}, jurisdictions };`;
});

/** What only weighs in a function, taken out of its bundle: packages and the register’s data. The project’s own modules are bundled as they are tested. */
export const slimming: readonly Plugin[] = [inEnglish, ...noJsonSchema, environmentAlone, noEndpointDiscovery, columnar];
