import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Service, startService } from '../started-service.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

it('readings of more than the 1 MB that one answer of the table holds are all read', async () => {
  const { store } = service.deps;
  const at = '2026-01-01T00:00:00.000Z';
  const detail = 'x'.repeat(100_000);
  const documents = Array.from({ length: 15 }, (_, i) => `document-${String(i).padStart(2, '0')}`);
  for (const document of documents) {
    const fault = { code: 'too-slow', detail, at, since: at, times: 1 };
    await store.recordReading(undefined, { platform: 'many', document, watchedSince: at, fault });
  }
  const { items, setAside } = await store.listReadings('many');
  expect(items.map(({ document }) => document)).toEqual(documents);
  expect(setAside).toEqual([]);
});
