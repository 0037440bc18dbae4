import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { findFiles, ROOT } from '../repository-files.ts';

type Parameter = { readonly name: string; readonly type: string };
/** A text that is a function, as it stands in a file of messages/: its parameters with their types, and its words. */
export type TextFunction = {
  readonly parameters: readonly Parameter[];
  /** What an object that it takes has, under the same name in every language. */
  readonly members: readonly Parameter[];
  readonly body: string;
};

/** The functions of a language by file and key, `console/queue.ts:queue.health.words`. */
export function readFunctions(language: string): ReadonlyMap<string, TextFunction> {
  const folder = `messages/${language}/`;
  const files = findFiles('.ts').filter((file) => file.startsWith(folder));
  return new Map(files.flatMap((file) => functionsOf(file, file.slice(folder.length))));
}

function functionsOf(file: string, name: string): [string, TextFunction][] {
  const source = ts.createSourceFile(file, readFileSync(join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: [string, TextFunction][] = [];
  const visit = (node: ts.Node, path: readonly string[]) => {
    if (ts.isVariableDeclaration(node) && node.initializer) return visit(node.initializer, [node.name.getText()]);
    if (ts.isPropertyAssignment(node)) return visit(node.initializer, [...path, node.name.getText().replaceAll("'", '')]);
    if (ts.isArrowFunction(node) && path.length > 1) {
      const parameters = node.parameters.map((parameter) => ({ name: parameter.name.getText(), type: parameter.type?.getText() ?? '' }));
      const members = node.parameters.flatMap((parameter) => membersOf(parameter.type));
      found.push([`${name}:${path.join('.')}`, { parameters, members, body: node.body.getText() }]);
      return;
    }
    ts.forEachChild(node, (child) => visit(child, path));
  };
  visit(source, []);
  return found;
}

/** The members of a parameter that is taken apart, where its type is written beside it. */
function membersOf(type: ts.TypeNode | undefined): Parameter[] {
  if (type && ts.isIntersectionTypeNode(type)) return type.types.flatMap(membersOf);
  if (!type || !ts.isTypeLiteralNode(type)) return [];
  return type.members.flatMap((member) =>
    ts.isPropertySignature(member) ? [{ name: member.name.getText(), type: member.type?.getText() ?? '' }] : [],
  );
}
