import { policyExports, toAddress } from '../../domain/policy/exports.ts';

type Key = { readonly kid: string; readonly pem: string };

/** What each policy tool needs to poll its export, ready to copy, with the keys that signatures may be by; tokens stay variables. */
export function consumerConfigurations(origin: string, keys: readonly Key[]): readonly { readonly tool: string; readonly text: string }[] {
  return policyExports.map((entry) => {
    const { operation, tool, poll } = entry;
    // OPA polls by itself.
    return {
      tool,
      text: operation === 'get-opa-bundle' ? toOpa(origin, keys) : toPoll(`${origin}/v1/policy/${toAddress(entry, poll.query)}`, poll.file),
    };
  });
}

const toPoll = (address: string, file: string) =>
  `curl -sf '${address}' \\\n  -H "Authorization: Bearer $TOKEN" \\\n  --etag-compare ${file}.etag --etag-save ${file}.etag -o ${file}`;

/** No `keyid` under signing: the bundle names its key, so that each of the keys will do while they are rotated. */
const toOpa = (origin: string, keys: readonly Key[]) => `services:
  whereabouts:
    url: ${origin}/v1/policy/opa
    credentials:
      bearer:
        token_path: /var/run/secrets/whereabouts-token
keys:
${keys.map(toKey).join('\n')}
bundles:
  whereabouts:
    service: whereabouts
    resource: bundles/whereabouts.tar.gz
    persist: true
    polling:
      min_delay_seconds: 60
      max_delay_seconds: 120
    signing:
      scope: whereabouts
status:
  service: whereabouts
`;

const toKey = ({ kid, pem }: Key) => `  '${kid}':
    algorithm: RS256
    key: |
${pem.trim().replaceAll(/^/gm, '      ')}`;
