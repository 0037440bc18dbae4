import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyst, type Service, startService } from '../started-service.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

const ask = (path: string, language: string) => service.call('GET', path, { as: analyst, headers: { 'accept-language': language } });

describe('a refusal', () => {
  it.each([
    ['fr', 'fr', 'il n’existe pas de plateforme « nowhere »', 'Il n’y a rien ici'],
    ['de-AT, en;q=0.5', 'de', 'es gibt keine Plattform „nowhere“', 'Hier ist nichts'],
    ['en-GB', 'en', 'there is no platform "nowhere"', 'There is nothing here'],
    ['es, fr;q=0.2, de;q=0.8', 'de', 'es gibt keine Plattform „nowhere“', 'Hier ist nichts'],
    ['fr;q=0, *', 'en', 'there is no platform "nowhere"', 'There is nothing here'],
    ['', 'en', 'there is no platform "nowhere"', 'There is nothing here'],
    ['pt', 'en', 'there is no platform "nowhere"', 'There is nothing here'],
  ])('asked for in %j is in %s, by the same code', async (asked, language, detail, title) => {
    const { status, json, headers } = await ask('/v1/platforms/nowhere', asked);
    expect(status).toBe(404);
    expect(json).toMatchObject({ type: '/v1/problems/not-found', code: 'no-platform', params: { platform: 'nowhere' }, detail, title });
    expect([headers['content-language'], headers.vary]).toEqual([language, 'accept-language']);
  });

  it('says every fault in the language, and the first of them in its sentence', async () => {
    const { json } = await service.call('GET', '/v1/platforms', {
      as: analyst,
      query: { limit: '0', band: 'red', nothing: '1' },
      headers: { 'accept-language': 'fr' },
    });
    expect(json.errors.map(({ pointer, code }: { pointer: string; code: string }) => [pointer, code])).toEqual([
      ['/limit', 'not-a-whole-number'],
      ['/band', 'invalid-value'],
      ['/nothing', 'unknown-field'],
    ]);
    for (const { detail } of json.errors) expect(detail).toMatch(/il n’existe pas|doit être|n’est pas/);
    expect(json.detail).toContain(json.errors[0].detail);
    expect(json.detail).toContain('(et 2 autres)');
  });
});

describe('what is not refused', () => {
  it.each(['/v1/platforms', '/v1/reviews', '/v1/method', '/v1/jurisdictions/CN', '/v1/problems/not-found'])(
    'is the same in every language, with the same ETag: %s',
    async (path) => {
      const answers = await Promise.all(['en', 'fr', 'de'].map((language) => ask(path, language)));
      for (const { status, text, headers } of answers) {
        expect([status, text, headers.etag]).toEqual([200, answers[0]?.text, answers[0]?.headers.etag]);
        expect(headers.vary).toBeUndefined();
      }
    },
  );
});
