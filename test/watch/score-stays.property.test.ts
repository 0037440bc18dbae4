import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { watchTerms } from '../../lambdas/jobs/watch-terms.ts';
import { analyst, type Json, type Service, startService } from '../started-service.ts';
import { approve, createPlatform, document, eventsOf, facts, isIntact, type Line, openFolder, operator } from './terms-case.ts';

const terms = openFolder();
let service: Service;
beforeAll(async () => {
  service = await startService({ terms: terms.client });
});
afterAll(async () => {
  await service.stop();
  terms.end();
});

const STORED = 'We store your information in the United States.';
const REACHED = 'Our employees in China may have access to it.';
const page = (...sentences: readonly string[]) =>
  `# Privacy Policy\n\nThis policy explains what we collect, how long we keep it and whom you can ask about it.\n\n${sentences.join('\n\n')}\n\nYou can write to us at any time.`;

/** Texts that open a review, that are of the digest, that are in doubt, and that say the same. */
const TEXTS = [
  page(STORED, REACHED),
  page(`${STORED} `, '', REACHED),
  page(STORED.replace('.', ' and Singapore.'), REACHED),
  page('We keep your information in Malaysia.', REACHED),
  page(STORED),
  page(STORED, REACHED, 'Transfers rest on standard contractual clauses.', 'Messages are end-to-end encrypted.'),
  page(STORED, REACHED, 'We share it with our parent, Example Group Inc, in Ireland.'),
  'Access denied.',
  'Wir speichern Ihre Daten in den Vereinigten Staaten. Unsere Mitarbeiter in China können darauf zugreifen. Sie können uns jederzeit schreiben.',
];
const versions = fc.array(fc.record({ text: fc.nat(TEXTS.length - 1), hours: fc.integer({ min: 1, max: 400 }), isTechnicalUpgrade: fc.boolean() }), {
  minLength: 3,
  maxLength: 7,
});
const HOUR_MS = 3_600_000;
const instant = (at: number) => new Date(at).toISOString();

/** All that is published of a platform: what the head says of its score, every score with its vector, and the score of one day. */
async function published(platform: string): Promise<Json> {
  const read = async (path: string, query: Record<string, string> = {}) => {
    const { status, json } = await service.call('GET', `/v1/platforms/${platform}${path}`, { as: analyst, query });
    expect(status).toBe(200);
    return json;
  };
  const { score, revision } = await read('');
  // When somebody looks at it again is another matter: an open review brings it forward.
  const { freshUntil: _, ...ofDay } = await read('/score', { asOf: '2023-01-01', knownBy: '2023-01-01' });
  return { score, revision, scores: await read('/scores'), ofDay };
}

test('no step of the watch moves a figure, a gate, a band or a vector; an approval does', { timeout: 300_000 }, async () => {
  let count = 0;
  const outcomes = new Set<string>();
  await fc.assert(
    fc.asyncProperty(versions, async (sequence) => {
      count += 1;
      const [platform, name] = [`platform-${count}`, `Service ${count}`];
      let at = Date.parse('2023-01-01T12:00:00Z');
      const lines: Line[] = [{ day: instant(at), content: TEXTS[0] ?? '' }];
      for (const { text, hours, isTechnicalUpgrade } of sequence) {
        at += hours * HOUR_MS;
        lines.push({ day: instant(at), content: `${TEXTS[text]}\n\nVersion ${lines.length}.`, isTechnicalUpgrade });
      }
      terms.write(platform, name, 'Privacy Policy', lines);
      service.setNow('2023-01-01T12:00:00Z');
      await createPlatform(service, platform, facts({ storage: STORED, access: REACHED }), [document({ service: name })]);
      const before = await published(platform);
      // At each version, when it has stood for 36 hours, after the 14 days of what is in doubt, and after 90 days of silence.
      const moments = lines.flatMap(({ day }) => [0, 37, 15 * 24, 91 * 24].map((hours) => Date.parse(day) + hours * HOUR_MS));
      for (const moment of [...new Set(moments)].sort((a, b) => a - b)) {
        service.setNow(instant(moment));
        await watchTerms(service.deps);
        await service.pump();
        expect(await published(platform)).toEqual(before);
      }
      for (const { type } of await eventsOf(service, platform)) outcomes.add(type);
      expect(await isIntact(service, platform)).toMatchObject({ intact: true });
      await approve(service, platform, facts({ storage: STORED }, { asOf: '2023-01-02' }));
      expect((await published(platform)).score).not.toEqual(before.score);
      await service.call('PUT', `/v1/platforms/${platform}/terms`, { as: operator, body: { terms: [] } });
    }),
    { numRuns: Number(process.env.SEQUENCES ?? 3), endOnFailure: true },
  );
  expect([...outcomes]).toEqual(expect.arrayContaining(['terms.recorded', 'terms.changed', 'terms.silent', 'review.opened']));
});
