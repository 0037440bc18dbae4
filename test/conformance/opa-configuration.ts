import { readFileSync } from 'node:fs';

type Key = { readonly kid: string; readonly pem: string };

const DOCUMENTED = readFileSync(new URL('../../docs/policy.md', import.meta.url), 'utf8').match(/```yaml\n(.*?)```/s)?.[1] ?? '';

/** What docs/policy.md asks an OPA’s owner to write, with what only the owner knows filled in. */
export function documented(url: string, keys: readonly Key[]): string {
  const lines = keys.map(({ kid, pem }) => `  "${kid}": { algorithm: RS256, key: ${JSON.stringify(pem)} }`);
  return inHaste(
    DOCUMENTED.replace(/url: .*/, `url: ${url}`)
      .replace(/oauth2: .*/, 'bearer: { token_path: /token }')
      .replace(/ {2}"KID": .*/, () => lines.join('\n')),
  );
}

/** The polling of a test: minutes are too long to wait. */
export function inHaste(configuration: string): string {
  return configuration.replace(/min_delay_seconds: \d+/, 'min_delay_seconds: 1').replace(/max_delay_seconds: \d+/, 'max_delay_seconds: 2');
}
