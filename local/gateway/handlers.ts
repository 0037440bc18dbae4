import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Deps } from '../../lambdas/runtime/deps.ts';
import { createEndpoint, type Operations } from '../../lambdas/runtime/endpoint.ts';
import type { Log } from '../../lambdas/runtime/log.ts';
import type { FunctionName, Handler } from './gateway.ts';

/** The cloud's own handlers over local dependencies, each loaded when it is first called. */
export function createHandlers(deps: Deps, log: Log): (name: FunctionName) => Promise<Handler> {
  const loaded = new Map<FunctionName, Promise<Handler>>();
  return (name) => {
    const handler = loaded.get(name) ?? load(name, deps, log);
    loaded.set(name, handler);
    return handler;
  };
}

async function load(name: FunctionName, deps: Deps, log: Log): Promise<Handler> {
  const { operations }: { operations: Operations } = await import(`../../lambdas/${name}/operations.ts`);
  const endpoint = createEndpoint(name, operations, () => deps, log);
  return (event, context) => endpoint(event satisfies APIGatewayProxyEventV2, context);
}
