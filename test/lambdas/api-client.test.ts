import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import createClient, { type Client } from 'openapi-fetch';
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import * as z from 'zod';
import type { paths } from '../../docs/api-types.ts';
import { type Local, startLocal } from '../../local/bring-up.ts';

const folder = mkdtempSync(join(tmpdir(), 'whereabouts-client-'));
let local: Local;
let client: Client<paths>;

beforeAll(async () => {
  local = await startLocal({ port: 0, data: folder, log: { log: () => {}, error: () => {} } });
  const token = await fetch(`${local.url}/local/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id: 'analyst' }),
  });
  const { access_token } = z.object({ access_token: z.string() }).parse(await token.json());
  client = createClient<paths>({ baseUrl: local.url, headers: { authorization: `Bearer ${access_token}` } });
});
afterAll(async () => {
  await local.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('a client made from the generated types', () => {
  it('knows the answer of a route by its path', async () => {
    const { data } = await client.GET('/v1/problems/{slug}', { params: { path: { slug: 'self-approval' } } });
    expect(data).toMatchObject({ status: 403, title: 'No author judges their own work' });
    expectTypeOf(data).toEqualTypeOf<{ type: string; status: number; title: string; means: string } | undefined>();
  });

  it('sends a body with a colon in the path, and gets a score', async () => {
    const { data, error } = await client.POST('/v1/scores:simulate', {
      params: { query: { asOf: '2023-02-23', explain: true } },
      body: { asOf: '2023-02-23', sources: {}, paths: [] },
    });
    expect(error).toBeUndefined();
    expect(data).toMatchObject({ asOf: '2023-02-23', band: 'unrated', scale: { min: 0, max: 100 } });
    expect(data?.explain).toBeDefined();
    expectTypeOf(data?.band).toEqualTypeOf<'minimal' | 'low' | 'elevated' | 'high' | 'severe' | 'unrated' | undefined>();
  });

  it('makes a change under its conditions, and reads the refusal of another', async () => {
    const create = () =>
      client.PUT('/v1/platforms/{platform}', {
        params: { path: { platform: 'tiktok' }, header: { 'If-None-Match': '*' } },
        body: { name: 'TikTok', operator: 'TikTok Technology Limited' },
      });
    expect((await create()).data).toMatchObject({ id: 'tiktok', score: null });
    const { error } = await create();
    expect(error).toMatchObject({ type: '/v1/problems/precondition-failed', status: 412 });
  });
});
