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
