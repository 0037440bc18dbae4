import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { openCheckpoint, toCosigned, writeHead } from '../../../domain/log/checkpoint.ts';
import { identityOf, type NoteKey, readVerifierKey, toNoteKey, writeVerifierKey } from '../../../domain/log/key.ts';
import { readNote, writeNote } from '../../../domain/log/note.ts';
import { chooseQuorum, isQuorum, readLogPolicy, writeLogPolicy } from '../../../domain/log/policy.ts';
import { readProof, writeProof } from '../../../domain/log/proof.ts';
import { readTilePath, toTilePath } from '../../../domain/log/tile-path.ts';
import { verifyEd25519 } from '../../../lambdas/runtime/log-key.ts';

function newKey(name: string, use: NoteKey['use']) {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const key = toNoteKey(name, use, Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url'));
  const signed = (bytes: Uint8Array) => ({ name, keyId: key.keyId, bytes });
  const cosign = (text: string, seconds: number) => {
    const time = Buffer.alloc(8);
    time.writeBigUInt64BE(BigInt(seconds));
    return signed(Buffer.concat([time, sign(null, toCosigned(text, seconds), privateKey)]));
  };
  return { key, sign: (text: string) => signed(sign(null, Buffer.from(text), privateKey)), cosign };
}

const EXAMPLE_KEY = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';

describe('signed notes', () => {
  test('the example of C2SP signed-note holds', () => {
    const note =
      'This is an example message.\n\n\u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';
    const key = readVerifierKey(EXAMPLE_KEY);
    const read = readNote(note);
    expect(read?.signatures[0]).toMatchObject({ name: key?.name, keyId: key?.keyId });
    expect(verifyEd25519(key?.publicKey ?? new Uint8Array(), Buffer.from(read?.text ?? ''), read?.signatures[0]?.bytes ?? new Uint8Array())).toBe(
      true,
    );
    expect(read && writeNote(read)).toBe(note);
    expect(key && writeVerifierKey(key)).toBe(EXAMPLE_KEY);
  });

  test.each([
    ['another id', EXAMPLE_KEY.replace('530d903a', '530d903b')],
    ['another name', EXAMPLE_KEY.replace('foo', 'fou')],
    ['another kind', EXAMPLE_KEY.replace('+Aek', '+Bek')],
    ['no key', 'example.com/foo+530d903a'],
    ['a blank in its name', EXAMPLE_KEY.replace('.com', ' com')],
  ])('a verifier key with %s is none', (_, key) => {
    expect(readVerifierKey(key)).toBeUndefined();
  });

  test.each([
    '',
    '\n',
    'text\n',
    'text\n\n',
    'text\n\n\u2014 name\n',
    'text\n\n\u2014 name AAAA\n',
    'text\n\n- name AAAAAAAA\n',
    'te\tt\n\n\u2014 name AAAAAAA=\n',
  ])('what has no form of a note is none: %j', (note) => {
    expect(readNote(note)).toBeUndefined();
  });
});

describe('checkpoints', () => {
  const log = newKey('log.example/v1/log', 'log');
  const witness = newKey('witness.example/w1', 'witness');
  const other = newKey('witness.example/w2', 'witness');
  const text = writeHead({ origin: 'log.example/v1/log', size: 7, root: new Uint8Array(32).fill(9) });
  const keys = { logs: [log.key], witnesses: [witness.key] };
  const note = writeNote({ text, signatures: [log.sign(text), witness.cosign(text, 1_700_000_000), other.cosign(text, 5)] });

  test('say who has cosigned and when; what unknown keys signed does not count', () => {
    const opened = openCheckpoint(note, keys, verifyEd25519);
    expect(opened).toMatchObject({ head: { origin: 'log.example/v1/log', size: 7 } });
    expect(typeof opened !== 'string' && [...opened.cosigned]).toEqual([[identityOf(witness.key), 1_700_000_000]]);
  });

  test.each([
    ['by no key of the log', { logs: [], witnesses: [witness.key] }, note, 'no known key of the log has signed it'],
    ['whose text was changed', keys, note.replace('\n7\n', '\n8\n'), 'the signature of log.example/v1/log does not hold'],
    [
      'whose cosignature is of another time',
      keys,
      writeNote({
        text,
        signatures: [
          log.sign(text),
          { ...witness.cosign(text, 1), bytes: Buffer.concat([Buffer.alloc(8), witness.cosign(text, 1).bytes.subarray(8)]) },
        ],
      }),
      'the cosignature of witness.example/w1 does not hold',
    ],
    ['with a line too many', keys, note.replace('\n7\n', '\n7\n\n'), 'it does not have the form of a checkpoint of at most 64 signatures'],
    ['with a leading zero', keys, note.replace('\n7\n', '\n07\n'), 'it does not have the form of a checkpoint of at most 64 signatures'],
  ])('are refused %s', (_, known, changed, reason) => {
    expect(openCheckpoint(changed, known, verifyEd25519)).toBe(reason);
  });

  test('count up to 64 signatures, and are refused with more', () => {
    const many = (lines: number) => {
      const others = Array.from({ length: lines - 1 }, (_, i) => ({ ...other.cosign(text, 5), name: `w${i}.example` }));
      return openCheckpoint(writeNote({ text, signatures: [...others, log.sign(text)] }), keys, verifyEd25519);
    };
    expect(many(64)).toMatchObject({ head: { size: 7 } });
    expect(many(65)).toBe('it does not have the form of a checkpoint of at most 64 signatures');
  });

  test('a key signs checkpoints of its own log alone', () => {
    const foreign = writeHead({ origin: 'other.example', size: 1, root: new Uint8Array(32) });
    const signed = writeNote({ text: foreign, signatures: [log.sign(foreign)] });
    expect(openCheckpoint(signed, keys, verifyEd25519)).toBe('log.example/v1/log signed it, and it is of other.example');
  });
});

describe('policies', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((name) => newKey(`${name}.example`, 'witness').key) as [NoteKey, NoteKey, NoteKey];
  const log = newKey('log.example', 'log').key;
  const lines = [
    `log ${writeVerifierKey(log)} https://log.example/`,
    '# a comment',
    '',
    `witness  a\t${writeVerifierKey(a)} https://a.example/`,
    `witness b ${writeVerifierKey(b)}`,
    `witness c ${writeVerifierKey(c)}`,
    'group pair 2 a b',
    'group all-of any pair c',
    'quorum all-of',
  ];

  test('have at most 63 witnesses, whose signatures and the log’s are one note', () => {
    const witnesses = Array.from({ length: 64 }, (_, i) => `witness w${i} ${writeVerifierKey(newKey(`w${i}.example`, 'witness').key)}`);
    expect(readLogPolicy([...witnesses.slice(0, 63), 'quorum w0'].join('\n'))).toMatchObject({ quorum: 'w0' });
    expect(readLogPolicy([...witnesses, 'quorum w0'].join('\n'))).toBe('line 64: a policy has at most 63 witnesses');
  });

  test('say which cosignatures are enough', () => {
    const policy = readLogPolicy(lines.join('\n'));
    if (typeof policy === 'string') throw new Error(policy);
    const quorum = (...keys: NoteKey[]) => isQuorum(policy, new Set(keys.map(identityOf)));
    expect([quorum(), quorum(a), quorum(a, b), quorum(c), quorum(b, c)]).toEqual([false, false, true, true, true]);
    expect(chooseQuorum(policy, [a, b, c].map(identityOf))).toEqual(new Set([identityOf(c)]));
    expect(chooseQuorum(policy, [identityOf(a)])).toBeUndefined();
    const written = readLogPolicy(writeLogPolicy(policy));
    expect(written).toMatchObject({ quorum: 'all-of', groups: policy.groups });
  });

  test.each([
    ['no quorum', lines.slice(0, -1), 'it names no quorum'],
    ['two of them', [...lines, 'quorum none'], 'line 10: there is a quorum already'],
    ['an unknown member', [...lines.slice(0, 6), 'group x any d', 'quorum x'], 'line 7: "d" stands on no line before'],
    ['a member of two groups', [...lines.slice(0, -1), 'group x any a'], 'line 9: "a" is in a group already'],
    ['a member twice', [...lines.slice(0, 6), 'group x 2 a a'], 'line 7: "a" is in a group already'],
    ['a threshold above its members', [...lines.slice(0, 6), 'group x 3 a b'], 'line 7: a group is'],
    ['a key twice', [...lines.slice(0, 6), `witness d ${writeVerifierKey(a)}`], 'line 7: this key stands'],
    ['a name twice', [...lines.slice(0, 6), `witness a ${writeVerifierKey(newKey('d', 'witness').key)}`], 'line 7: "a" stands'],
    ['a key of a log as a witness', [`witness a ${writeVerifierKey(log)}`], 'line 1: the key of a witness is'],
    ['a key of a witness as a log', [`log ${writeVerifierKey(a)}`], 'line 1: the key of a log is'],
    ['the name none', [`witness none ${writeVerifierKey(a)}`], 'line 1: a witness has a name'],
    ['no address', [`witness a ${writeVerifierKey(a)} nowhere`], 'line 1: behind the key'],
    ['another word', ['cosigner a'], 'line 1: it begins with none of'],
    ['a control character', ['quorum\u0007 none'], 'line 1 holds a control character'],
  ])('with %s are refused, with the line', (_, given, reason) => {
    expect(readLogPolicy(given.join('\n'))).toContain(reason);
  });
});

test.each([
  ['0/000', { of: 'hashes', level: 0, index: 0, width: 256 }],
  ['2/x001/x234/067', { of: 'hashes', level: 2, index: 1_234_067, width: 256 }],
  ['entries/000.p/17', { of: 'entries', level: 0, index: 0, width: 17 }],
] as const)('the address of a tile %s is read and written', (path, asked) => {
  expect(readTilePath(path)).toEqual(asked);
  expect(toTilePath(asked)).toBe(path);
});

test.each([
  '',
  '0',
  '0/0',
  '00/000',
  '0/x000/001',
  '0/1000',
  '0/000.p/0',
  '0/000.p/256',
  '0/000.p/01',
  '0/000.p/300',
  '7/000',
  '0/000/',
  'x/000',
  '0/x001/x000',
])('what is no address of a tile is none: %j', (path) => {
  expect(readTilePath(path)).toBeUndefined();
});

test('a proof is read back as it was written, and nothing else is one', () => {
  const proof = {
    extra: Buffer.from('{"a":1}'),
    index: 3,
    path: [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)],
    checkpoint: 'origin\n4\nroot\n',
  };
  const text = writeProof(proof);
  expect(readProof(text)).toMatchObject({ index: 3, checkpoint: proof.checkpoint });
  for (const wrong of [
    '',
    text.replace('@v1', '@v2'),
    text.replace('index 3', 'index 03'),
    text.replace('extra ', 'Extra '),
    text.replace('AQE', 'AQ'),
  ])
    expect(readProof(wrong)).toBeUndefined();
});
