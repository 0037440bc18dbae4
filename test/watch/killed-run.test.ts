import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { watchTerms } from '../../lambdas/jobs/watch-terms.ts';
import type { TermsQuestion } from '../../lambdas/runtime/terms/terms-client.ts';
import { type Service, startService } from '../started-service.ts';
import { createPlatform, document, facts, openFolder, termsOf } from './terms-case.ts';

const terms = openFolder();
let service: Service;
beforeAll(async () => {
  service = await startService({ terms: terms.client });
});
afterAll(async () => {
  await service.stop();
  terms.end();
});

it('begins behind the platform at which the last run was killed, and comes back to it', async () => {
  service.setNow('2023-01-01T12:00:00Z');
  const storage = 'We store your information in the United States.';
  for (const name of ['endless', 'following']) await createPlatform(service, name, facts({ storage }), [document({ service: name })]);
  terms.write('following', 'following', 'Privacy Policy', [{ day: '2022-12-01', content: `# Privacy\n\n${storage}` }]);

  const asked: string[] = [];
  const read = (question: TermsQuestion) => {
    asked.push(question.document.service);
    return question.document.service === 'endless' ? new Promise<never>(() => {}) : terms.client.read(question);
  };
  const deps = { ...service.deps, terms: { ...terms.client, read } };
  void watchTerms(deps);
  await vi.waitFor(() => expect(asked).toEqual(['endless']));

  service.setNow('2023-01-01T12:20:00Z');
  expect(await watchTerms(deps)).toMatchObject({ documents: 1, taken: 1 });
  expect((await termsOf(service, 'following')).terms[0]).toMatchObject({ newest: { version: 'following-0' } });

  service.setNow('2023-01-02T00:20:00Z');
  void watchTerms(deps);
  await vi.waitFor(() => expect(asked).toEqual(['endless', 'following', 'endless']));
});
