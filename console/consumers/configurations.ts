type Key = { readonly kid: string; readonly pem: string };

/** What a policy tool needs to poll an export, ready to copy, with the keys that signatures may be by; tokens stay variables. */
export function consumerConfigurations(origin: string, keys: readonly Key[]): readonly { readonly tool: string; readonly text: string }[] {
  const poll = (path: string, file: string) =>
    `curl -sf '${origin}/v1/policy/${path}' \\\n  -H "Authorization: Bearer $TOKEN" \\\n  --etag-compare ${file}.etag --etag-save ${file}.etag -o ${file}`;
  return [
    { tool: 'Open Policy Agent', text: toOpa(origin, keys) },
    { tool: 'Cedar', text: poll('cedar/entities', 'entities.json') },
    { tool: 'Android Management API', text: poll('android?as=modify', 'android.json') },
    { tool: 'Apple device management', text: poll('apple', 'whereabouts.mobileconfig') },
    { tool: 'Microsoft Intune', text: poll('intune?kind=ios-compliance', 'intune.json') },
    { tool: 'DNS response policy zone', text: poll('domains?as=rpz', 'whereabouts.rpz') },
    { tool: 'CSV', text: poll('scores.csv', 'scores.csv') },
  ];
}

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
