import { constants, createHmac, generateKeyPairSync, type KeyObject, privateEncrypt, randomBytes, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { isDeepStrictEqual } from 'node:util';

/** The DER of DigestInfo for SHA-256 (RFC 8017, 9.2): KMS is given the digest alone. */
const DIGEST_INFO = Buffer.from('3031300d060960864801650304020105000420', 'hex');

/** KMS, EventBridge and S3 as far as the functions call them, on a port of this machine: the bundles' own clients speak to it. */
export async function startServices() {
  const pairs = new Map<string, { readonly publicKey: KeyObject; readonly privateKey: KeyObject }>();
  /** Each key of KMS is a pair of its own. */
  const pairOf = (id: string) => {
    const pair = pairs.get(id) ?? (id === LOG_KEY ? generateKeyPairSync('ed25519') : newPair());
    pairs.set(id, pair);
    return pair;
  };
  const announced: { Source: string; DetailType: string; Detail: string; EventBusName: string }[] = [];
  const objects = new Map<string, Buffer>();

  // biome-ignore lint/suspicious/noExplicitAny: the shape is the vendor's
  const calls: Readonly<Record<string, (input: any) => object>> = {
    'TrentService.GenerateMac': ({ KeyId, Message }) => ({
      KeyId,
      MacAlgorithm: 'HMAC_SHA_256',
      Mac: createHmac('sha256', 'documentation').update(Buffer.from(Message, 'base64')).digest('base64'),
    }),
    'TrentService.GetPublicKey': ({ KeyId }) => ({
      KeyId,
      PublicKey: pairOf(KeyId).publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    }),
    'TrentService.Sign': ({ KeyId, Message, MessageType, SigningAlgorithm }) => {
      if (KeyId === LOG_KEY && MessageType === 'RAW' && SigningAlgorithm === 'ED25519_SHA_512')
        return { KeyId, Signature: sign(null, Buffer.from(Message, 'base64'), pairOf(KeyId).privateKey).toString('base64') };
      if (MessageType !== 'DIGEST' || SigningAlgorithm !== 'RSASSA_PKCS1_V1_5_SHA_256') throw new Error('the key policy refuses this');
      const padded = { key: pairOf(KeyId).privateKey, padding: constants.RSA_PKCS1_PADDING };
      return { KeyId, Signature: privateEncrypt(padded, Buffer.concat([DIGEST_INFO, Buffer.from(Message, 'base64')])).toString('base64') };
    },
    // What is wrapped says for what, so that it opens for nothing else.
    'TrentService.GenerateDataKey': ({ KeyId, EncryptionContext }) => {
      const plain = randomBytes(32).toString('base64');
      return { KeyId, Plaintext: plain, CiphertextBlob: Buffer.from(JSON.stringify({ plain, EncryptionContext })).toString('base64') };
    },
    'TrentService.Decrypt': ({ KeyId, CiphertextBlob, EncryptionContext }) => {
      const wrapped = JSON.parse(Buffer.from(CiphertextBlob, 'base64').toString());
      if (!isDeepStrictEqual(wrapped.EncryptionContext, EncryptionContext)) throw new Error('wrapped for something else');
      return { KeyId, Plaintext: wrapped.plain };
    },
    'AWSEvents.PutEvents': ({ Entries }) => {
      announced.push(...Entries);
      return { FailedEntryCount: 0, Entries: Entries.map(() => ({ EventId: 'event' })) };
    },
  };

  function storage(method: string, url: URL, body: Buffer, request: IncomingMessage, response: ServerResponse): void {
    const [, , key = ''] = /^\/([^/]+)\/?(.*)$/.exec(url.pathname) ?? [];
    const found = objects.get(key);
    if (method === 'PUT' && found !== undefined && request.headers['if-none-match'] === '*') return void response.writeHead(412).end();
    if (method === 'PUT') {
      objects.set(key, body);
      return void response.writeHead(200).end();
    }
    if (key === '') {
      const keys = [...objects.keys()].filter((name) => name.startsWith(url.searchParams.get('prefix') ?? ''));
      // Each is there in one version: a name is written once.
      const versions = keys.map((name) => `<Version><Key>${name}</Key><VersionId>1</VersionId><IsLatest>true</IsLatest></Version>`).join('');
      return void response.writeHead(200, XML).end(`<ListVersionsResult><IsTruncated>false</IsTruncated>${versions}</ListVersionsResult>`);
    }
    if (found === undefined) return void response.writeHead(404, XML).end('<Error><Code>NoSuchKey</Code><Message>gone</Message></Error>');
    response.writeHead(200).end(found);
  }

  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    const target = String(request.headers['x-amz-target'] ?? '');
    const url = new URL(request.url ?? '', 'http://localhost');
    if (target === '') return storage(request.method ?? '', url, body, request, response);
    try {
      const answer = calls[target]?.(JSON.parse(body.toString()));
      if (!answer) throw new Error(`no test server stands for ${target}`);
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(answer));
    } catch (error) {
      response.writeHead(400, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify({ __type: 'Refused', message: String(error) }));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    announced,
    objects,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
export type Services = Awaited<ReturnType<typeof startServices>>;

/** The one key that is of Ed25519, by the name that it has here. */
const LOG_KEY = 'a-LOG_KEY_ID';

const newPair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });

const XML = { 'content-type': 'application/xml' };
