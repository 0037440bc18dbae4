import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { startEngine } from '../../local/engine/engine.ts';
import { openTable, TABLE_NAME } from '../../local/engine/open-table.ts';
import { openInstance } from '../capacity/instance.ts';

/**
 * A table with one platform behind TLS, as the cloud has it: over plain HTTP the SDK would load `node:http`, and with it undici,
 * which it never does there. Needs `openssl` for the certificate.
 */
export async function startSecureTable(folder: string) {
  const engine = await startEngine(folder);
  const client = await openTable(engine.endpoint);
  const { ask } = openInstance(client, folder);
  const params = { platform: 'signal' };
  await ask('put-platform', { params, headers: { 'if-none-match': '*' }, body: readExample('signal/platform.json') });
  const submitted = await ask('submit-assessment', { params, headers: { 'idempotency-key': 'first' }, body: readExample('signal/2026-04-30.json') });
  const { revision, hash } = (submitted.json as { revision: { revision: number; hash: string } }).revision;
  const approved = await ask('give-verdict', { params: { ...params, revision: `${revision}` }, body: { verdict: 'approve', hash }, as: 'reviewer' });
  if (approved.status !== 200) throw new Error(`the platform was not approved: ${JSON.stringify(approved.json)}`);

  const certificate = makeCertificate(folder);
  const server = createServer({ key: readFileSync(certificate.key), cert: readFileSync(certificate.file) }, async (request, response) => {
    const headers = Object.fromEntries(Object.entries(request.headers).filter(([name]) => !/^(host|connection|content-length)$/.test(name)));
    const answer = await fetch(engine.endpoint, { method: 'POST', headers: headers as Record<string, string>, body: await buffer(request) });
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' }).end(await answer.bytes());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    environment: { TABLE_NAME, AWS_ENDPOINT_URL_DYNAMODB: `https://localhost:${port}`, NODE_EXTRA_CA_CERTS: certificate.file },
    async stop() {
      server.closeAllConnections();
      server.close();
      client.destroy();
      await engine.stop();
    },
  };
}

const readExample = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../examples/${path}`, import.meta.url), 'utf8'));

function makeCertificate(folder: string): { key: string; file: string } {
  const [key, file] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const name = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  execFileSync('openssl', ['req', ...kind, ...name, '-keyout', key, '-out', file], { stdio: 'ignore' });
  return { key, file };
}
