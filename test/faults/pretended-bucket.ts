import {
  GetObjectCommand,
  type GetObjectCommandOutput,
  ListObjectVersionsCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';

type Version = { readonly id: string; readonly text: string | undefined };

/** What S3 answers of a bucket with versions, two a page; a version without text is a marker of deletion. */
export function pretendBucket() {
  const versions = new Map<string, Version[]>();
  let count = 0;
  const add = (name: string, text: string | undefined) => {
    count += 1;
    versions.set(name, [{ id: String(count), text }, ...(versions.get(name) ?? [])]);
  };
  const s3 = mockClient(S3Client);
  s3.on(PutObjectCommand).callsFake(({ Key, Body, IfNoneMatch }) => {
    if (IfNoneMatch === '*' && versions.get(Key)?.[0]?.text !== undefined)
      throw new S3ServiceException({ name: 'PreconditionFailed', $fault: 'client', $metadata: { httpStatusCode: 412 } });
    add(Key, String(Body));
    return {};
  });
  s3.on(GetObjectCommand).callsFake(({ Key, VersionId }) => {
    const found = versions.get(Key)?.find(({ id }, i) => (VersionId === undefined ? i === 0 : id === VersionId));
    if (found?.text === undefined) throw new NoSuchKey({ message: '', $metadata: {} });
    return { Body: { transformToString: async () => found.text } as NonNullable<GetObjectCommandOutput['Body']> };
  });
  s3.on(ListObjectVersionsCommand).callsFake(({ Prefix, KeyMarker, VersionIdMarker }) => {
    const all = [...versions]
      .filter(([name]) => name.startsWith(Prefix))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([Key, of]) => of.map(({ id, text }) => ({ Key, VersionId: id, isMarker: text === undefined })));
    const from = all.findIndex(({ Key, VersionId }) => Key === KeyMarker && VersionId === VersionIdMarker) + 1;
    const page = all.slice(from, from + 2);
    const last = page.at(-1);
    return {
      Versions: page.filter(({ isMarker }) => !isMarker),
      DeleteMarkers: page.filter(({ isMarker }) => isMarker),
      ...(from + 2 < all.length && { NextKeyMarker: last?.Key, NextVersionIdMarker: last?.VersionId }),
    };
  });
  return {
    client: () => new S3Client({ region: 'eu-central-1' }),
    hide: (name: string) => add(name, undefined),
    put: add,
    remove: (name: string) => void versions.delete(name),
  };
}
