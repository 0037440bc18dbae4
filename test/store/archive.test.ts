import { createHash, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms';
import {
  GetObjectCommand,
  type GetObjectCommandOutput,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, describe, expect, it } from 'vitest';
import { openCloudKey } from '../../lambdas/runtime/cloud/key.ts';
import { createSigning } from '../../lambdas/runtime/signing.ts';
import { openFolderArchive } from '../../local/archive.ts';
import { openArchive } from '../../store/archive.ts';
import { Conflict } from '../../store/conflict.ts';
import { newFolder } from '../local/open-gateway.ts';

const s3 = mockClient(S3Client);
const kms = mockClient(KMSClient);
afterEach(() => {
  s3.reset();
  kms.reset();
});

const refusal = (status: number) => new S3ServiceException({ name: 'Refused', $fault: 'client', $metadata: { httpStatusCode: status } });

describe('an archive in a bucket', () => {
  const archive = openArchive('bucket', () => new S3Client({ region: 'eu-central-1' }));

  it('takes a name once, also from two at a time', async () => {
    s3.on(PutObjectCommand).resolvesOnce({}).rejectsOnce(refusal(412)).rejectsOnce(refusal(409)).rejects(refusal(403));
    await archive.record('a', 'text');
    expect(s3.commandCalls(PutObjectCommand)[0]?.args[0].input).toEqual({ Bucket: 'bucket', Key: 'a', Body: 'text', IfNoneMatch: '*' });
    await expect(archive.record('a', 'other')).rejects.toThrow(Conflict);
    await expect(archive.record('a', 'other')).rejects.toThrow(Conflict);
    await expect(archive.record('a', 'other')).rejects.not.toThrow(Conflict);
  });

  it('distinguishes what is not there from what it may not read', async () => {
    s3.on(GetObjectCommand)
      .rejectsOnce(new NoSuchKey({ message: '', $metadata: {} }))
      .rejects(refusal(403));
    s3.on(ListObjectVersionsCommand).resolves({ DeleteMarkers: [{ Key: 'a' }], Versions: [{ Key: 'ab', VersionId: '1' }] });
    expect(await archive.find('a')).toBeUndefined();
    await expect(archive.find('a')).rejects.toThrow(S3ServiceException);
  });

  it('tells bytes that are not there from bytes that it may not read, though S3 refuses both', async () => {
    s3.on(GetObjectCommand).rejectsOnce(new NoSuchKey({ message: '', $metadata: {} }));
    expect(await archive.findBytes('captures/a')).toBeUndefined();
    s3.on(GetObjectCommand).rejects(refusal(403));
    s3.on(ListObjectsV2Command)
      .resolvesOnce({})
      .resolves({ Contents: [{ Key: 'captures/a.text' }] });
    expect(await archive.findBytes('captures/a')).toBeUndefined();
    expect(await archive.findBytes('captures/a')).toBeUndefined();
    expect(s3.commandCalls(ListObjectsV2Command)[0]?.args[0].input).toEqual({ Bucket: 'bucket', Prefix: 'captures/a', MaxKeys: 1 });
    s3.on(ListObjectsV2Command).resolves({ Contents: [{ Key: 'captures/a' }] });
    await expect(archive.findBytes('captures/a')).rejects.toThrow(S3ServiceException);
    s3.on(ListObjectsV2Command).rejects(refusal(403));
    await expect(archive.findBytes('captures/a')).rejects.toThrow(S3ServiceException);
    s3.on(GetObjectCommand).rejects(refusal(500));
    await expect(archive.findBytes('captures/a')).rejects.toThrow(S3ServiceException);
  });

  it('lists every name, over all pages', async () => {
    s3.on(ListObjectVersionsCommand)
      .resolvesOnce({ Versions: [{ Key: 'b' }, { Key: 'b' }], NextKeyMarker: 'b' })
      .resolves({ Versions: [{ Key: 'a' }] });
    expect(await archive.list('')).toEqual(['a', 'b']);
  });

  it('finds a document that was hidden by a marker of deletion', async () => {
    s3.on(GetObjectCommand, { VersionId: undefined }).rejects(new NoSuchKey({ message: '', $metadata: {} }));
    s3.on(GetObjectCommand, { VersionId: '2' }).resolves({
      Body: { transformToString: async () => 'text' } as NonNullable<GetObjectCommandOutput['Body']>,
    });
    s3.on(ListObjectVersionsCommand).resolves({ DeleteMarkers: [{ Key: 'a', IsLatest: true }], Versions: [{ Key: 'a', VersionId: '2' }] });
    expect(await archive.find('a')).toBe('text');
    expect(await archive.list('')).toEqual(['a']);
  });

  it('that a function has no name of is an internal error', async () => {
    await expect(openArchive(undefined).find('a')).rejects.toThrow('no archive is configured');
  });
});

it('an archive in a folder takes a name once too', async () => {
  const archive = openFolderArchive(newFolder());
  expect(await archive.list('x/')).toEqual([]);
  await archive.record('x/b', 'text');
  await archive.record('x/a', 'text');
  await expect(archive.record('x/a', 'other')).rejects.toThrow(Conflict);
  expect(await archive.find('x/a')).toBe('text');
  expect(await archive.find('x/c')).toBeUndefined();
  expect(await archive.list('x/')).toEqual(['x/a', 'x/b']);
});

describe('a key of KMS', () => {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const open = () => openCloudKey(new KMSClient({ region: 'eu-central-1' }), 'key');

  it('is given the digest, and asked for its public half once', async () => {
    kms.on(GetPublicKeyCommand).resolves({ PublicKey: publicKey.export({ format: 'der', type: 'spki' }) });
    kms.on(SignCommand).resolves({ Signature: new Uint8Array([1, 2, 3]) });
    const { sign, publicKeys } = createSigning([open()]);
    const [key] = await publicKeys();
    const token = await sign({ b: 1, a: 2 }, 'JWT');
    const [header = '', payload = '', signature] = token.split('.');
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toEqual({ alg: 'RS256', kid: key?.kid, typ: 'JWT' });
    expect(Buffer.from(payload, 'base64url').toString()).toBe('{"a":2,"b":1}');
    expect(signature).toBe('AQID');
    expect(kms.commandCalls(SignCommand)[0]?.args[0].input).toEqual({
      KeyId: 'key',
      Message: createHash('sha256').update(`${header}.${payload}`).digest(),
      MessageType: 'DIGEST',
      SigningAlgorithm: 'RSASSA_PKCS1_V1_5_SHA_256',
    });
    expect(kms.commandCalls(GetPublicKeyCommand)).toHaveLength(1);
    expect(createPublicKey(key?.pem ?? '').equals(publicKey)).toBe(true);
  });

  it('that could not be read is asked for again', async () => {
    kms
      .on(GetPublicKeyCommand)
      .rejectsOnce(new Error('throttled'))
      .resolves({ PublicKey: publicKey.export({ format: 'der', type: 'spki' }) });
    const { publicKeys } = createSigning([open()]);
    await expect(publicKeys()).rejects.toThrow('throttled');
    expect(await publicKeys()).toHaveLength(1);
  });

  it('is missing where none is configured', async () => {
    await expect(createSigning([]).sign({}, 'JWT')).rejects.toThrow('no signing key');
  });
});
