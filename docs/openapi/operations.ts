import { routes } from '../../lambdas/routes.ts';
import type { Operations } from '../../lambdas/runtime/endpoint.ts';

/** The operations of every function that the manifest names. */
export type AllOperations = Readonly<Record<string, Operations>>;

export async function loadOperations(): Promise<AllOperations> {
  const functions = [...new Set(routes.map((route) => route.function))];
  const loaded = await Promise.all(functions.map(async (name): Promise<{ operations: Operations }> => import(`../../lambdas/${name}/operations.ts`)));
  return Object.fromEntries(loaded.map(({ operations }, i) => [functions[i], operations]));
}
