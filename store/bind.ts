import type { Table } from './table.ts';

type Bound<F> = F extends (table: Table, ...rest: infer Arguments) => infer Result ? (...rest: Arguments) => Result : never;
type OnTable = (table: Table, ...rest: never[]) => unknown;

/** The functions without their first argument, which is this table. */
export function bind<T extends Readonly<Record<string, OnTable>>>(table: Table, functions: T): { readonly [Name in keyof T]: Bound<T[Name]> } {
  return Object.fromEntries(Object.entries(functions).map(([name, act]) => [name, (...rest: never[]) => act(table, ...rest)])) as never;
}
