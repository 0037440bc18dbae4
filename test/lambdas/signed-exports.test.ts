import { createLocalJWKSet, flattenedVerify } from 'jose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { policyExports } from '../../domain/policy/exports.ts';
import { deciding } from '../decision-case.ts';
import { fetching } from '../policy-calls.ts';
import { readExample, type Service, startService } from '../started-service.ts';

const FORMS = policyExports.flatMap(({ address, type: usual, forms }) =>
  forms.map(({ name, query, type = usual }) => ({ name, address, query, type })),
);

let service: Service;
let calls: ReturnType<typeof fetching>;
beforeAll(async () => {
  service = await startService();
  calls = fetching(service);
  service.setNow('2023-03-17T09:00:00Z');
  await deciding(service).assess('tiktok', readExample('tiktok/2023-02-23.json'));
  await calls.minute('2023-03-17T09:01:00Z');
});
afterAll(() => service.stop());

/** The bytes that a tool gets: API Gateway sends what is no text decoded. */
const bytesOf = (text: string, type: string) => Buffer.from(text, type === 'application/gzip' ? 'base64' : 'utf8');

async function check(signature: string | undefined, bytes: Buffer) {
  const [header = '', middle, last = ''] = signature?.split('.') ?? [];
  expect(middle).toBe('');
  const keys = createLocalJWKSet({ keys: (await service.call('GET', '/v1/keys', {})).json.keys });
  const verified = await flattenedVerify({ protected: header, payload: bytes.toString('base64url'), signature: last }, keys, {
    algorithms: ['RS256'],
  });
  return verified.protectedHeader;
}

it.each(FORMS)(
  '$name carries a detached JWS by a published key over its bytes, with its name and revision',
  async ({ name, address, query, type }) => {
    const { text, headers } = await calls.get(address, {}, { ...query });
    const signature = headers['whereabouts-signature'];
    const header = await check(signature, bytesOf(text, type));
    expect(header).toEqual({
      alg: 'RS256',
      kid: expect.any(String),
      typ: 'whereabouts-export+jws',
      export: name,
      revision: headers['whereabouts-revision'],
    });
    await expect(check(signature, Buffer.concat([bytesOf(text, type), Buffer.from(' ')]))).rejects.toThrow('signature verification failed');
  },
);

it('is signed when a revision is made and not when it is asked for, and a part of the entities goes without', async () => {
  const { signDetached } = service.deps;
  Object.assign(service.deps, { signDetached: undefined, sign: undefined });
  try {
    const [one, two] = [await calls.get('domains'), await calls.get('domains')];
    expect(one.headers['whereabouts-signature']).toBe(two.headers['whereabouts-signature']);
    const part = await calls.get('cedar/entities', {}, { ids: 'android:com.zhiliaoapp.musically' });
    expect([part.status, part.headers['whereabouts-signature']]).toEqual([200, undefined]);
  } finally {
    Object.assign(service.deps, { signDetached });
  }
});
