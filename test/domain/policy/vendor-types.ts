import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const FILE = `${HERE}payloads.ts`;

/** A payload, and the type of its vendor that it is to be of. */
export type Payload = { readonly type: string; readonly value: unknown };

const IMPORTS = `
/// <reference types="@maxim_mazurok/gapi.client.androidmanagement-v1" />
import type * as Permissions from '@aws-sdk/client-verifiedpermissions';
import type * as GraphV1 from '@microsoft/microsoft-graph-types';
import type * as GraphBeta from '@microsoft/microsoft-graph-types-beta';
`;

/** What TypeScript has against payloads written out as literals: unknown fields, other values, other types. */
export function findTypeFaults(payloads: readonly Payload[]): string[] {
  const text = [IMPORTS, ...payloads.map(({ type, value }, i) => `export const payload${i}: ${type} = ${JSON.stringify(withoutTypeNames(value))};`)];
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  };
  const host = ts.createCompilerHost(options);
  const [find, exists] = [host.getSourceFile, host.fileExists];
  host.fileExists = (name) => name === FILE || exists(name);
  host.getSourceFile = (name, ...more) => (name === FILE ? ts.createSourceFile(name, text.join('\n'), ts.ScriptTarget.ES2022) : find(name, ...more));
  const program = ts.createProgram([FILE], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .filter(({ file }) => file === undefined || file.fileName === FILE)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

/** OData’s own member names the type, and is in none. */
function withoutTypeNames(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (name, member) => (name === '@odata.type' ? undefined : member)));
}

/** The type that a body for Microsoft Graph says it is of, by name. */
export function graphTypeOf(api: 'v1.0' | 'beta', { '@odata.type': name }: { '@odata.type': string }): string {
  const type = name.replace('#microsoft.graph.', '');
  return `${api === 'beta' ? 'GraphBeta' : 'GraphV1'}.${type.charAt(0).toUpperCase()}${type.slice(1)}`;
}
