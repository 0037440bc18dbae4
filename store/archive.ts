import type { ListObjectVersionsCommandInput, ObjectVersion, S3Client } from '@aws-sdk/client-s3';
import { Conflict } from './conflict.ts';

/** Where texts lie that must outlive the table and all who can write to it: they are added, never changed. */
export type Archive = {
  /** Throws `Conflict` when the name is taken. */
  record(name: string, content: string | Uint8Array): Promise<void>;
  find(name: string): Promise<string | undefined>;
  /** The same of what is no text. Only what a capture's right allows is asked: of it no version is read. */
  findBytes(name: string): Promise<Uint8Array | undefined>;
  /** Every name that begins so, in order. */
  list(prefix: string): Promise<string[]>;
};

/** An archive in an S3 bucket. The client is loaded when it is first needed, because few functions need it. */
export function openArchive(bucket: string | undefined, make?: () => S3Client): Archive {
  let opened: ReturnType<typeof load> | undefined;
  const load = async () => {
    if (bucket === undefined) throw new Error('no archive is configured for this function');
    const s3 = await import('@aws-sdk/client-s3');
    return { s3, client: make?.() ?? new s3.S3Client(), Bucket: bucket };
  };
  const open = () => {
    opened ??= load();
    return opened;
  };
  /** Every version of every document, newest first of each name; markers of deletion are no versions. */
  const listVersions = async (prefix: string): Promise<ObjectVersion[]> => {
    const { s3, client, Bucket } = await open();
    const found: ObjectVersion[] = [];
    for (let marks: Pick<ListObjectVersionsCommandInput, 'KeyMarker' | 'VersionIdMarker'> = {}; ; ) {
      const page = await client.send(new s3.ListObjectVersionsCommand({ Bucket, Prefix: prefix, ...marks }));
      found.push(...(page.Versions ?? []));
      if (page.NextKeyMarker === undefined) return found;
      marks = { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker };
    }
  };
  return {
    async record(name, content) {
      const { s3, client, Bucket } = await open();
      try {
        await client.send(new s3.PutObjectCommand({ Bucket, Key: name, Body: content, IfNoneMatch: '*' }));
      } catch (error) {
        if (error instanceof s3.S3ServiceException && [409, 412].includes(error.$metadata.httpStatusCode ?? 0))
          throw new Conflict(`${name} is archived already`, { cause: error });
        throw error;
      }
    },
    async find(name) {
      const { s3, client, Bucket } = await open();
      try {
        const { Body } = await client.send(new s3.GetObjectCommand({ Bucket, Key: name }));
        return await Body?.transformToString();
      } catch (error) {
        if (!(error instanceof s3.NoSuchKey)) throw error;
      }
      // It may lie behind a marker that says that it was deleted.
      const { VersionId } = (await listVersions(name)).find(({ Key }) => Key === name) ?? {};
      if (VersionId === undefined) return undefined;
      const { Body } = await client.send(new s3.GetObjectCommand({ Bucket, Key: name, VersionId }));
      return await Body?.transformToString();
    },
    async findBytes(name) {
      const { s3, client, Bucket } = await open();
      try {
        const { Body } = await client.send(new s3.GetObjectCommand({ Bucket, Key: name }));
        return await Body?.transformToByteArray();
      } catch (error) {
        if (error instanceof s3.NoSuchKey) return undefined;
        if (!(error instanceof s3.S3ServiceException) || error.$metadata.httpStatusCode !== 403) throw error;
        // S3 refuses what is not there to who may not list the whole bucket. Whether it is there, its own folder says.
        const { Contents = [] } = await client.send(new s3.ListObjectsV2Command({ Bucket, Prefix: name, MaxKeys: 1 }));
        if (Contents.some(({ Key }) => Key === name)) throw error;
        return undefined;
      }
    },
    async list(prefix) {
      return [...new Set((await listVersions(prefix)).flatMap(({ Key }) => Key ?? []))].sort();
    },
  };
}
