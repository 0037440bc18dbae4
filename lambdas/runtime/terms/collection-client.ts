import type { IncomingHttpHeaders } from 'node:http';
import type { Got, Patience } from './get-json.ts';
import { getJson, TERMS_PATIENCE } from './get-json.ts';
import { withoutSlash } from './is-allowed.ts';
import { CollectionVersions, parseVersion } from './parse-version.ts';
import type { AnswerFault, ReadVersion, TermsAnswer, TermsClient, TermsQuestion } from './terms-client.ts';

export type CollectionOptions = {
  /** The addresses below which it may ask, and no other. */
  readonly endpoints: readonly string[];
  /** Where whoever runs the collection reaches whoever asks: a mail address or a page. */
  readonly contact: string;
  readonly patience?: Patience;
  readonly ca?: string;
};

const MOST_REDIRECTS = 3;
/** Versions between the one that was taken last and the newest that one reading takes. */
const MOST_BETWEEN = 20;
const PAGE = 100;

/** Which endpoint is asked, and the instant of `performance.now()` from which on nothing more is asked for the document. */
type Asked = { readonly endpoint: string; readonly over: () => number };

const TOO_LONG = ({ documentMs }: Patience): Got => ({
  fault: { code: 'too-slow', detail: `the document was not read whole within ${documentMs / 1000} seconds` },
});

/** Time begins with the first request's turn: others may be asking the same host before. */
function overAfter(ms: number): () => number {
  let over: number | undefined;
  return () => {
    over ??= performance.now() + ms;
    return over;
  };
}
/** The longest that an answer can put off the next request. */
const LONGEST_WAIT_S = 7 * 86_400;

/**
 * The collection API of Open Terms Archive (`/version/{service}/{terms}/latest`, `/versions/{service}/{terms}`, `/version/{id}`; engines
 * before 15 by date). It asks allowed addresses alone, over HTTPS, one request at a time per host, and follows no redirect to another.
 */
export function openCollections({ endpoints, contact, patience = TERMS_PATIENCE, ca }: CollectionOptions): TermsClient {
  const allowed = new Set(endpoints.map(withoutSlash));
  const turns = new Map<string, Promise<unknown>>();
  const headers = { 'user-agent': `Whereabouts (terms watch; ${contact})` };

  /** After every other request to the same host. */
  function inTurn<T>(host: string, act: () => Promise<T>): Promise<T> {
    const turn = (turns.get(host) ?? Promise.resolve()).then(act, act);
    turns.set(
      host,
      turn.catch(() => {}),
    );
    return turn;
  }

  async function get({ endpoint, over }: Asked, path: string, conditions: Record<string, string> = {}): Promise<Got> {
    const base = withoutSlash(endpoint);
    if (!allowed.has(base)) return { fault: { code: 'not-allowed', detail: 'the endpoint is not in the list of those that may be asked' } };
    const root = new URL(`${base}/`);
    let url = new URL(`${base}${path}`);
    for (let hop = 0; ; hop += 1) {
      const got = await inTurn(root.host, async () => {
        const leftMs = over() - performance.now();
        if (leftMs <= 0) return TOO_LONG(patience);
        return getJson(url, {
          headers: { ...headers, ...conditions },
          patience: { ...patience, timeoutMs: Math.min(patience.timeoutMs, Math.ceil(leftMs)) },
          ca,
        });
      });
      if (got.status === undefined || ![301, 302, 303, 307, 308].includes(got.status)) return got;
      const { location = '' } = got.headers;
      if (!URL.canParse(location, url.href)) return { fault: { code: 'redirected', detail: 'it redirects to nowhere' } };
      url = new URL(location, url);
      if (url.origin !== root.origin) return { fault: { code: 'redirected', detail: 'it redirects to another host, which is not followed' } };
      if (!url.pathname.startsWith(root.pathname))
        return { fault: { code: 'redirected', detail: 'it redirects out of the address that may be asked, which is not followed' } };
      if (hop >= MOST_REDIRECTS) return { fault: { code: 'redirected', detail: `it redirects more than ${MOST_REDIRECTS} times` } };
    }
  }

  /** An engine before 15 takes "latest" for a date that it cannot read. */
  async function getLatest({ document, tag, now }: TermsQuestion, asked: Asked): Promise<{ got: Got; of: string }> {
    const place = `/version/${encode(document.service)}/${encode(document.termsType)}`;
    const of = `${withoutSlash(asked.endpoint)}${place}/latest`;
    const got = await get(asked, `${place}/latest`, tag?.of === of ? toConditions(tag) : {});
    if (got.status !== 404 && got.status !== 500) return { got, of };
    const byDate = await get(asked, `${place}/${encode(now.toISOString())}`);
    return { got: byDate.status === 200 ? byDate : got, of };
  }

  /** Those that were recorded after the one that is known and before the newest, so that none that stood for a while is missed. */
  async function readBetween(
    { document, newest, now }: TermsQuestion,
    asked: Asked,
    latest: ReadVersion,
  ): Promise<{ versions: ReadVersion[]; fault?: AnswerFault | undefined }> {
    if (!newest || latest.version === newest.version) return { versions: [] };
    const ids: string[] = [];
    for (let offset = 0, count = 1; offset < count; offset = Math.max(offset + PAGE, count - PAGE)) {
      const got = await get(asked, `/versions/${encode(document.service)}/${encode(document.termsType)}?limit=${PAGE}&offset=${offset}`);
      // Older engines have no such list: then the newest is all there is.
      if (got.status === 404) break;
      const list = CollectionVersions.safeParse(got.status === 200 ? got.json : undefined);
      if (!list.success)
        return { versions: [], fault: got.fault ?? faultOf(got) ?? { code: 'not-a-list', detail: 'the list of versions cannot be read' } };
      const between = list.data.data.filter(
        ({ id, fetchDate }) => id !== latest.version && isBetween(fetchDate, newest.recordedAt, latest.recordedAt),
      );
      ids.push(...between.sort((a, b) => Date.parse(a.fetchDate) - Date.parse(b.fetchDate)).map(({ id }) => id));
      count = list.data.count ?? 0;
      if (offset > 0) break;
    }
    const versions: ReadVersion[] = [];
    for (const id of [...new Set(ids)].slice(-MOST_BETWEEN)) {
      const got = await get(asked, `/version/${encode(id)}`);
      if (got.status !== 200 || got.fault) return { versions, fault: got.fault ?? faultOf(got) };
      const parsed = parseVersion(got.json, document, now);
      if (parsed.fault) return { versions, fault: parsed.fault };
      versions.push(parsed.version);
    }
    return { versions: versions.sort((a, b) => Date.parse(a.recordedAt) - Date.parse(b.recordedAt)) };
  }

  return {
    originOf: ({ endpoint }) => ({
      collection: `Open Terms Archive, ${endpoint === undefined ? 'by hand' : new URL(endpoint).host}`,
      licence: 'ODC-BY 1.0, Open Terms Archive contributors',
    }),
    async read(question): Promise<TermsAnswer> {
      const { document, tag, now } = question;
      const { endpoint } = document;
      if (endpoint === undefined) return { versions: [] };
      const asked: Asked = { endpoint, over: overAfter(patience.documentMs) };
      const { got, of } = await getLatest(question, asked);
      if (got.status === undefined) return { versions: [], tag, fault: got.fault };
      const notBefore = waitAfter(got.status, got.headers, now);
      const kept = { versions: [], tag, ...(notBefore !== undefined && { notBefore }) };
      if (got.status === 304) return kept;
      const fault = got.fault ?? faultOf(got);
      if (fault) return { ...kept, fault };
      const latest = parseVersion(got.json, document, now);
      if (latest.fault) return { ...kept, fault: latest.fault };
      const between = await readBetween(question, asked, latest.version);
      // Where one between them could not be read, all are asked for again the next time.
      if (between.fault) return { ...kept, versions: between.versions, fault: between.fault };
      return { ...kept, versions: [...between.versions, latest.version], tag: toTag(of, got.headers) };
    },
  };
}

/** A segment of dots would be a step in the path, however it is written. */
const encode = (part: string) => (/^\.{1,2}$/.test(part) ? 'none' : encodeURIComponent(part));
const isBetween = (date: string, after: string, before: string) => Date.parse(date) > Date.parse(after) && Date.parse(date) <= Date.parse(before);

function toConditions({ etag, lastModified }: NonNullable<TermsQuestion['tag']>): Record<string, string> {
  return { ...(etag !== undefined && { 'if-none-match': etag }), ...(lastModified !== undefined && { 'if-modified-since': lastModified }) };
}

function toTag(of: string, { etag, 'last-modified': lastModified }: IncomingHttpHeaders): TermsAnswer['tag'] {
  if (etag === undefined && lastModified === undefined) return undefined;
  return {
    of,
    ...(etag !== undefined && { etag: etag.slice(0, 500) }),
    ...(lastModified !== undefined && { lastModified: lastModified.slice(0, 100) }),
  };
}

/** What `Retry-After` and `max-age` ask for (RFC 9110, 9111). */
function waitAfter(status: number, headers: IncomingHttpHeaders, now: Date): string | undefined {
  const asked =
    status === 429 || status >= 500
      ? toSeconds(headers['retry-after'], now)
      : Number(/\bmax-age=(\d+)/.exec(headers['cache-control'] ?? '')?.[1] ?? 0);
  const seconds = Math.min(LONGEST_WAIT_S, Math.max(0, asked));
  return seconds > 0 ? new Date(now.getTime() + seconds * 1000).toISOString() : undefined;
}

/** Seconds, or a date of HTTP. */
function toSeconds(retryAfter: string | undefined, now: Date): number {
  if (retryAfter === undefined) return 0;
  const seconds = /^\d+$/.test(retryAfter) ? Number(retryAfter) : (Date.parse(retryAfter) - now.getTime()) / 1000;
  return Number.isNaN(seconds) ? 0 : seconds;
}

function faultOf({ status }: { readonly status?: number | undefined }): AnswerFault | undefined {
  if (status === 200) return undefined;
  if (status === 429) return { code: 'too-many-requests', detail: 'the collection asks to wait (429)' };
  if (status === 404) return { code: 'not-found', detail: 'the collection knows no such document (404)' };
  return { code: status !== undefined && status >= 500 ? 'server-error' : 'refused', detail: `the collection answered ${status}` };
}
