import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { Problem } from './problem.ts';

export type Log = Pick<Console, 'log' | 'error'>;

/** One structured line a request: what was asked and how it ended, never its contents, so of a fault only name and place. */
export function logRequest(log: Log, event: APIGatewayProxyEventV2, response: APIGatewayProxyStructuredResultV2, error: Error | undefined): void {
  const { requestContext, routeKey } = event;
  const line = { requestId: requestContext.requestId, route: routeKey, status: response.statusCode };
  if (error === undefined) log.log(JSON.stringify({ level: 'info', ...line }));
  else if (error instanceof Problem) log.log(JSON.stringify({ level: 'info', ...line, problem: error.slug }));
  else log.error(JSON.stringify({ level: 'error', ...line, error: error.name, at: placesOf(error) }));
}

function placesOf(error: Error): string[] {
  return (error.stack ?? '')
    .split('\n')
    .filter((frame) => frame.startsWith('    at '))
    .map((frame) => frame.trim());
}

/** A fault that a job survived: where, on what, and its name and place, never contents. */
export function logFault(log: Log, { error, ...where }: { job: string; platform: string; attempts: number; error: unknown }): void {
  const fault = error instanceof Error ? { error: error.name, at: placesOf(error) } : { error: 'unknown' };
  log.error(JSON.stringify({ level: 'error', ...where, ...fault }));
}
