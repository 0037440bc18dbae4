import { afterAll, beforeAll, expect, test } from 'vitest';
import { analyst, analyst2, type Json, type Service, startService } from '../started-service.ts';
import { approve, createPlatform, document, eventsOf, facts, openFolder, play } from './terms-case.ts';

const STORED = 'We store your information in the United States.';
const policy = (...sentences: string[]) =>
  `# Privacy Policy\n\nThis policy explains what we collect.\n\n${sentences.join('\n\n')}\n\nYou can write to us.`;
const REACHED = 'Employees of our group in China have remote access to your information.';

const terms = openFolder();
let service: Service;
beforeAll(async () => {
  service = await startService({ terms: terms.client });
  terms.write('policy', 'Example', 'Privacy Policy', [
    { day: '2023-01-02', content: policy(STORED) },
    { day: '2023-01-10', content: policy('We store your information in Malaysia.') },
    { day: '2023-01-20', content: policy('We store your information in Malaysia.', REACHED) },
  ]);
  terms.write('cookies', 'Example', 'Cookies Policy', [
    { day: '2023-01-02', content: policy('Cookies stay in your browser.') },
    { day: '2023-01-12', content: policy('Cookies stay in your browser.', 'We store what cookies collect on servers in Chile.') },
  ]);
  service.setNow('2023-01-01T12:00:00Z');
  const cookies = document({ id: 'cookies', termsType: 'Cookies Policy' });
  await createPlatform(service, 'example', facts({ storage: STORED }), [document(), cookies]);
  await createPlatform(service, 'quiet', facts({ storage: STORED }), [document({ service: 'Quiet' })]);
});
afterAll(async () => {
  await service.stop();
  terms.end();
});

const draft = async (platform = 'example', as = analyst): Promise<Json> =>
  (await service.call('GET', `/v1/platforms/${platform}/proposals`, { as })).json;
const said = ({ texts }: Json) =>
  texts.map(({ document, day, isErased, proposals }: Json) => [
    document,
    day,
    ...(isErased ? ['erased'] : []),
    ...proposals.map(({ fact }: Json) => `${fact.mode} ${fact.jurisdiction}`),
  ]);

test('a review that the watch opens proposes what the changed versions say anew, each document from the version that stood before', async () => {
  expect(await draft()).toMatchObject({ texts: [], draft: facts({ storage: STORED }) });
  await play(service, '2023-01-02T12:00:00Z', '2023-01-25T12:00:00Z');
  const drafted = await draft();
  expect(said(drafted)).toEqual([
    ['cookies', '2023-01-12', 'storage CL'],
    ['privacy-policy', '2023-01-20', 'storage MY', 'remote-access CN'],
  ]);
  const paths: Json[] = drafted.draft.paths;
  expect(paths.map(({ id }) => id)).toEqual(['store', 'storage-cl', 'storage-my', 'remote-access-cn']);
  for (const path of paths.slice(1)) expect(path).toMatchObject({ data: null, evidence: [{ credibility: null }] });
  expect(drafted.draft.asOf).toBe('2023-01-20');
  const sources = paths.slice(1).map(({ evidence }) => drafted.draft.sources[evidence[0].source]);
  expect(sources.map((one: Json) => [one.document, one.reliability, one.statementBy])).toEqual([
    ['cookies', null, 'platform'],
    ['privacy-policy', null, 'platform'],
    ['privacy-policy', null, 'platform'],
  ]);
});

test('asking again changes nothing, for nobody: it is a reading, and the record does not move', async () => {
  const before = await eventsOf(service, 'example');
  expect(await draft('example', analyst2)).toEqual(await draft());
  expect(await eventsOf(service, 'example')).toEqual(before);
});

test('what one person refused is proposed to no other, and the rest stays', async () => {
  const { texts } = await draft();
  const chile = texts[0].proposals[0];
  expect((await service.call('POST', `/v1/platforms/example/proposals/${chile.key}/refusal`, { as: analyst2 })).status).toBe(204);
  expect(said(await draft())).toEqual([
    ['cookies', '2023-01-12'],
    ['privacy-policy', '2023-01-20', 'storage MY', 'remote-access CN'],
  ]);
});

test('of a text that two people have erased nothing is drafted, and of the others all', async () => {
  const { texts } = await draft();
  const { vault } = service.deps;
  const findKey = vault.findKey;
  const erased = texts[0].from;
  Object.assign(vault, {
    findKey: async (capture: string) => {
      const key = await findKey(capture);
      return key && capture === erased ? { ...key, wrapped: undefined } : key;
    },
  });
  expect(said(await draft())).toEqual([
    ['cookies', '2023-01-12', 'erased'],
    ['privacy-policy', '2023-01-20', 'storage MY', 'remote-access CN'],
  ]);
  Object.assign(vault, { findKey });
});

test('what was taken over, graded and approved closes the review, and nothing is proposed any more', async () => {
  const { draft: file, texts } = await draft();
  const graded = structuredClone(file);
  // The words of the old fact are gone from the policy: a file that still stood on them would open the next review.
  graded.paths = graded.paths.filter(({ id }: Json) => id !== 'store');
  for (const source of Object.values<Json>(graded.sources)) source.reliability ??= 'B';
  for (const path of graded.paths) {
    path.data ??= 'content';
    for (const item of path.evidence) item.credibility ??= 2;
  }
  await approve(service, 'example', graded);
  expect(await draft()).toMatchObject({ texts: [], draft: { asOf: '2023-01-20' } });
  // Nor from the text itself, of which the facts stand now.
  const again = await service.call('GET', '/v1/platforms/example/proposals', {
    as: analyst,
    query: { capture: texts[1].capture, from: texts[1].from },
  });
  expect(again.json.texts).toMatchObject([{ day: '2023-01-20', proposals: [] }]);
});

test('a review for another reason proposes nothing', async () => {
  await service.call('POST', '/v1/platforms/quiet/reviews', { as: analyst, body: { reason: 'The press reports a change.' } });
  expect((await draft('quiet')).texts).toEqual([]);
});
