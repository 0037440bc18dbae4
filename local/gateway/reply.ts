import type { ServerResponse } from 'node:http';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

/** An answer that the gateway gives itself, in API Gateway's form. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: keyof typeof MESSAGES, headers: Readonly<Record<string, string>> = {}, options?: ErrorOptions) {
    super(MESSAGES[status], options);
    this.status = status;
    this.headers = headers;
  }
}

const MESSAGES = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  408: 'Request Timeout',
  413: 'Request Entity Too Large',
  431: 'Request Header Fields Too Large',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
} as const;

const BODYLESS = new Set([204, 304]);

/** Sends a function's answer as API Gateway does. */
export function sendReply(response: ServerResponse, result: APIGatewayProxyStructuredResultV2): void {
  const { statusCode = 200, headers = {}, cookies, body = '', isBase64Encoded = false } = result;
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  response.statusCode = statusCode;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, typeof value === 'string' ? value : String(value));
  if (cookies?.length) response.setHeader('set-cookie', cookies);
  if (BODYLESS.has(statusCode)) return void response.end();
  if (!response.hasHeader('content-type')) response.setHeader('content-type', 'text/plain;charset=UTF-8');
  // The answer to a HEAD has the length of what is left out.
  if (!(response.req.method === 'HEAD' && response.hasHeader('content-length'))) response.setHeader('content-length', bytes.length);
  response.end(bytes);
}

/** Sends the gateway's own refusal in API Gateway's form. */
export function sendRefusal(response: ServerResponse, refusal: Refusal): void {
  for (const name of response.getHeaderNames()) if (name !== 'apigw-requestid') response.removeHeader(name);
  response.statusCode = refusal.status;
  for (const [name, value] of Object.entries(refusal.headers)) response.setHeader(name, value);
  sendJson(response, 'application/json', { message: refusal.message });
}

export function sendJson(response: ServerResponse, type: string, body: unknown): void {
  const bytes = Buffer.from(JSON.stringify(body));
  response.setHeader('content-type', type);
  response.setHeader('content-length', bytes.length);
  response.end(bytes);
}
