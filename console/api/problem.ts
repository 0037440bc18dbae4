import type { components } from '../../docs/api-types.ts';

type Fault = components['schemas']['Fault'];

/** A refusal of the API (RFC 9457), of its gateway, or of the network. */
export class ApiProblem extends Error {
  override name = 'ApiProblem';
  readonly status: number;
  /** The problem type's last part; `unreachable` when no answer came, `gateway` for the gateway's own refusal. */
  readonly slug: string;
  readonly title: string;
  readonly errors: readonly Fault[];
  readonly requestId: string | undefined;

  constructor(about: { status: number; slug: string; title: string; detail: string; errors?: readonly Fault[]; requestId?: string | undefined }) {
    super(about.detail);
    this.status = about.status;
    this.slug = about.slug;
    this.title = about.title;
    this.errors = about.errors ?? [];
    this.requestId = about.requestId;
  }
}

export async function toProblem(answer: Response): Promise<ApiProblem> {
  const requestId = answer.headers.get('x-request-id') ?? answer.headers.get('apigw-requestid') ?? undefined;
  const body = (await answer.json().catch(() => ({}))) as Partial<components['schemas']['Problem']> & { message?: string };
  return new ApiProblem({
    status: answer.status,
    slug: body.type?.split('/').at(-1) ?? 'gateway',
    title: body.title ?? body.message ?? answer.statusText,
    detail: body.detail ?? '',
    errors: body.errors ?? [],
    requestId: body.requestId ?? requestId,
  });
}
