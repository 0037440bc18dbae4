import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { Unreadable } from '../../store/unreadable.ts';
import type { ClaimRules } from './env.ts';
import { Problem } from './problem.ts';
import { callerHashOf } from './witness.ts';

export type Log = Pick<Console, 'log' | 'error'>;

/** One structured line a request: what was asked and how it ended, never its contents, so of a fault only name and place. */
export function logRequest(
  log: Log,
  event: APIGatewayProxyEventV2,
  response: APIGatewayProxyStructuredResultV2,
  { error, rules }: { readonly error: Error | undefined; readonly rules: ClaimRules | undefined },
): void {
  const { requestContext, routeKey } = event;
  const caller = rules && callerHashOf(event, rules);
  const line = { requestId: requestContext.requestId, route: routeKey, status: response.statusCode, ...(caller !== undefined && { caller }) };
  if (error === undefined) log.log(JSON.stringify({ level: 'info', ...line }));
  else if (error instanceof Problem) log.log(JSON.stringify({ level: 'info', ...line, problem: error.slug }));
  else log.error(JSON.stringify({ level: 'error', ...line, ...toFault(error) }));
}

function placesOf(error: Error): string[] {
  return (error.stack ?? '')
    .split('\n')
    .filter((frame) => frame.startsWith('    at '))
    .map((frame) => frame.trim());
}

/** Where a function's figures are among CloudWatch's metrics, each under the function's own name. */
const METRICS = { namespace: 'Whereabouts', dimension: 'Function' } as const;

/**
 * What a run of a job did, in figures: one line, which CloudWatch reads as metrics too (embedded metric format), so that no
 * request is made for them. At home, where a function has no name, it is a line of the log and nothing else.
 */
export function logFigures(log: Log, job: string, figures: Readonly<Record<string, number>>, requestId?: string): void {
  const name = process.env.AWS_LAMBDA_FUNCTION_NAME;
  const metrics = name !== undefined && {
    [METRICS.dimension]: name,
    _aws: {
      Timestamp: Date.now(),
      CloudWatchMetrics: [
        { Namespace: METRICS.namespace, Dimensions: [[METRICS.dimension]], Metrics: Object.keys(figures).map((figure) => ({ Name: figure })) },
      ],
    },
  };
  log.log(JSON.stringify({ level: 'info', job, ...(requestId && { requestId }), ...figures, ...metrics }));
}

/** A fault that a job survived: where, on what, and its name and place, never contents. */
export function logFault(log: Log, { error, ...where }: { job: string; platform: string; attempts: number; error: unknown }): void {
  log.error(JSON.stringify({ level: 'error', ...where, ...(error instanceof Error ? toFault(error) : { error: 'unknown' }) }));
}

/** Its name, its place and, where an item cannot be read, the item's key. */
function toFault(error: Error) {
  return { error: error.name, ...(error instanceof Unreadable && { item: error.key }), at: placesOf(error) };
}
