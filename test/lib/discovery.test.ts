import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { expect, test } from 'vitest';
import { discover } from '../../lib/discovery.ts';
import { readSettings } from '../../lib/settings.ts';
import { newFolder } from '../local/open-gateway.ts';

const ISSUER = 'https://login.example.eu/realm';
const GOOD = { issuer: ISSUER, token_endpoint: 'https://tokens.example.eu/token', subject_types_supported: ['public', 'pairwise'] };

/** As `cdk synth` asks, with what the issuer says in a file. */
async function ask(says: unknown, settings: Record<string, string> = {}): Promise<unknown> {
  const file = join(newFolder(), 'openid-configuration.json');
  writeFileSync(file, typeof says === 'string' ? says : JSON.stringify(says));
  const context = { stage: 'dev', region: 'eu-central-1', issuer: ISSUER, audience: 'whereabouts', discovery: file, ...settings };
  return discover(readSettings(new App({ context }).node));
}

test('an issuer says where its tokens are', async () => {
  expect(await ask(GOOD)).toEqual({ tokenEndpoint: 'https://tokens.example.eu/token' });
});

test.each([[['pairwise']], [[]], [undefined]])(
  'an issuer of subject types %j is refused, unless a claim is named that is the same in every client',
  async (types) => {
    const pairwise = { ...GOOD, subject_types_supported: types };
    await expect(ask(pairwise)).rejects.toThrow(`issuer: ${ISSUER} gives each client another "sub" for the same person`);
    await expect(ask(pairwise, { subjectClaim: 'sub' })).rejects.toThrow('Set subjectClaim');
    expect(await ask(pairwise, { subjectClaim: 'oid' })).toEqual({ tokenEndpoint: GOOD.token_endpoint });
  },
);

test.each([
  [
    'the document of another issuer',
    { ...GOOD, issuer: `${ISSUER}/` },
    'is of the issuer "https://login.example.eu/realm/", not of "https://login.example.eu/realm"',
  ],
  ['one without a token endpoint', { ...GOOD, token_endpoint: undefined }, 'has no good "token_endpoint"'],
  ['one whose tokens come without TLS', { ...GOOD, token_endpoint: 'http://login.example.eu/token' }, 'must be an https:// address'],
  ['no JSON', '<html>', 'cannot be read'],
])('%s is refused in a sentence', async (_, says, why) => {
  await expect(ask(says)).rejects.toThrow(why);
});

test('an issuer that does not answer is refused, with the way out', async () => {
  await expect(ask(GOOD, { issuer: 'https://issuer.invalid', discovery: '' })).rejects.toThrow(
    /https:\/\/issuer\.invalid\/\.well-known\/openid-configuration cannot be read .*name a copy of it: -c discovery=FILE/,
  );
});
