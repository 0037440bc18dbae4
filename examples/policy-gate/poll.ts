import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JSONWebKeySet } from 'jose';
import * as z from 'zod';
import { type Data, openBundle } from './bundle.ts';
import type { Settings } from './settings.ts';
import { openSignature } from './signature.ts';

const BUNDLE = '/v1/policy/opa/bundles/whereabouts.tar.gz';
const PATIENCE_MS = 10_000;
const Token = z.object({ access_token: z.string(), expires_in: z.number() });

type Polled = { readonly data: Data; readonly etag: string | null };

/** Asks for the bundle under the ETag of the one that is held; the held one stays whenever the answer is not a newer good one. */
export function createPoller(settings: Settings, keys: JSONWebKeySet) {
  const file = join(settings.STATE_FOLDER, 'bundle.tar.gz');
  let token: { text: string; endsAt: number } | undefined;
  let held: Polled | undefined;

  const fetchToken = async (): Promise<string> => {
    if (token && token.endsAt > Date.now()) return token.text;
    const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: settings.CLIENT_ID, scope: 'policy' });
    if (settings.CLIENT_SECRET !== '') body.set('client_secret', settings.CLIENT_SECRET);
    const answer = await fetch(settings.TOKEN_URL, { method: 'POST', body, signal: AbortSignal.timeout(PATIENCE_MS) });
    if (!answer.ok) throw new Error(`the issuer answered ${answer.status}`);
    const { access_token, expires_in } = Token.parse(await answer.json());
    token = { text: access_token, endsAt: Date.now() + (expires_in - 60) * 1000 };
    return access_token;
  };

  return {
    held: () => held,
    /** What the last run left behind, if it still verifies. */
    async load(): Promise<void> {
      try {
        held = { data: await openBundle(readFileSync(file), keys), etag: null };
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
      }
    },
    /** `unchanged`, or the newer data; throws where there is neither. */
    async poll(): Promise<'unchanged' | Data> {
      const headers = { authorization: `Bearer ${await fetchToken()}`, ...(held?.etag && { 'if-none-match': held.etag }) };
      const answer = await fetch(`${settings.WHEREABOUTS_URL}${BUNDLE}`, { headers, signal: AbortSignal.timeout(PATIENCE_MS) });
      if (answer.status === 304) return 'unchanged';
      if (answer.status === 401) token = undefined;
      if (!answer.ok) throw new Error(`Whereabouts answered ${answer.status}`);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      const signed = await openSignature(answer.headers.get('whereabouts-signature'), bytes, keys);
      const data = await openBundle(bytes, keys);
      if (signed.export !== 'opa-bundle' || signed.revision !== data.meta.revision) throw new Error('the signature is of another export');
      // A signature does not say when: an old bundle that somebody replays verifies too.
      if (held && numberOf(data) < numberOf(held.data)) throw new Error(`revision ${data.meta.revision} is older than ${held.data.meta.revision}`);
      const isSame = held?.data.meta.revision === data.meta.revision;
      mkdirSync(settings.STATE_FOLDER, { recursive: true });
      writeFileSync(`${file}.new`, bytes);
      renameSync(`${file}.new`, file);
      held = { data, etag: answer.headers.get('etag') };
      return isSame ? 'unchanged' : data;
    },
  };
}

const numberOf = ({ meta }: Data) => Number(meta.revision.split('-')[0]);
