/** What a policy tool needs to poll an export, ready to copy; tokens stay variables. */
export function consumerConfigurations(origin: string): readonly { readonly tool: string; readonly text: string }[] {
  const poll = (path: string, file: string) =>
    `curl -sf '${origin}/v1/policy/${path}' \\\n  -H "Authorization: Bearer $TOKEN" \\\n  --etag-compare ${file}.etag --etag-save ${file}.etag -o ${file}`;
  return [
    { tool: 'Open Policy Agent', text: toOpa(origin) },
    { tool: 'Cedar', text: poll('cedar/entities', 'entities.json') },
    { tool: 'Android Management API', text: poll('android?as=modify', 'android.json') },
    { tool: 'Apple device management', text: poll('apple', 'whereabouts.mobileconfig') },
    { tool: 'Microsoft Intune', text: poll('intune', 'intune.json') },
    { tool: 'DNS response policy zone', text: poll('domains?as=rpz', 'whereabouts.rpz') },
    { tool: 'CSV', text: poll('scores.csv', 'scores.csv') },
  ];
}

const toOpa = (origin: string) => `services:
  whereabouts:
    url: ${origin}/v1/policy
    credentials:
      bearer:
        token_path: /var/run/secrets/whereabouts-token
bundles:
  whereabouts:
    service: whereabouts
    resource: opa/bundles/whereabouts.tar.gz
    polling:
      min_delay_seconds: 60
      max_delay_seconds: 120
    signing:
      keyid: whereabouts
keys:
  whereabouts:
    algorithm: RS256
    key: |
      # the PEM of ${origin}/v1/keys
status:
  service: whereabouts
  resource: opa/status
`;
