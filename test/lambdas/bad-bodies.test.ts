import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { JURISDICTION_CODES } from '../../domain/facts/jurisdictions.ts';
import { analyst, type Json, readExample, type Service, startService } from '../started-service.ts';

const good = readExample('tiktok/2023-02-23.json');
const firstSource = Object.keys(good.sources)[0] ?? '';

/** The example with one change. */
function changed(change: (assessment: Json) => void): string {
  const copy = structuredClone(good);
  change(copy);
  return JSON.stringify(copy);
}

const evidence = [{ source: firstSource, credibility: 1, observed: '2023-01-01' }];
const ALL_CODES = JURISDICTION_CODES.slice(0, 61);
const path = (i: number, jurisdiction = 'CN') => ({ id: `p${i}`, jurisdiction, mode: 'storage', data: 'content', evidence });

/** What came in, and the places that the answer must name; a status other than 400 stands beside it. */
const nasty: [what: string, text: string, pointers: string[], status?: number][] = [
  ['nothing', '', ['']],
  ['no JSON', '{"asOf": ', ['']],
  ['half a UTF-8 character', JSON.stringify(good).replace('"asOf"', '"asOf\ud800"'), ['/asOf\ufffd', '/asOf']],
  ['a number', '42', ['']],
  ['null', 'null', ['']],
  ['a list', '[]', ['']],
  ['an empty object', '{}', ['/asOf', '/sources', '/paths']],
  [
    'a misspelt field',
    changed((a) => {
      a.pathz = a.paths;
      delete a.paths;
    }),
    ['/pathz', '/paths'],
  ],
  [
    'a rating',
    changed((a) => {
      a.score = 12;
    }),
    ['/score'],
  ],
  ['a prototype', '{"__proto__": {"asOf": "2023-02-23"}, "asOf": "2023-02-23", "sources": {}, "paths": []}', ['/__proto__']],
  ['a prototype among the sources', '{"asOf": "2023-02-23", "sources": {"__proto__": {}}, "paths": []}', ['/__proto__']],
  ['a prototype in disguise', '{"asOf": "2023-02-23", "sources": {"\\u005f_proto__": {}}, "paths": []}', ['/__proto__']],
  [
    'a constructor as source',
    changed((a) => {
      a.paths[0].evidence[0].source = 'constructor';
    }),
    ['/paths/0/evidence/0/source'],
  ],
  [
    'a date that is none',
    changed((a) => {
      a.asOf = '2023-02-30';
    }),
    ['/asOf'],
  ],
  [
    'a date with a time',
    changed((a) => {
      a.incidents[0].on = '2023-02-23T00:00:00Z';
    }),
    ['/incidents/0/on'],
  ],
  [
    'a jurisdiction that is none',
    changed((a) => {
      a.paths[0].jurisdiction = 'UK';
    }),
    ['/paths/0/jurisdiction'],
  ],
  [
    'data that falls',
    changed((a) => {
      a.paths[0].data = { low: 'content', point: 'public', high: 'public' };
    }),
    ['/paths/0/data'],
  ],
  [
    'data of no known class',
    changed((a) => {
      a.paths[0].data = { low: 'public', point: 'secret', high: 'content', mid: 1 };
    }),
    ['/paths/0/data/point', '/paths/0/data/mid'],
  ],
  [
    'a stake in storage',
    changed((a) => {
      a.paths[0] = { ...a.paths[0], mode: 'storage', stake: 'sole', extra: 1 };
    }),
    ['/paths/0/extra', '/paths/0/stake'],
  ],
  [
    'credibility of 0.5',
    changed((a) => {
      a.paths[0].evidence[0].credibility = 0.5;
    }),
    ['/paths/0/evidence/0/credibility'],
  ],
  [
    'credibility past any number',
    changed((a) => {
      a.paths[0].evidence[0].credibility = 7777;
    }).replace('7777', '1e999'),
    ['/paths/0/evidence/0/credibility'],
  ],
  [
    'evidence from nowhere, and a fault beside it',
    changed((a) => {
      a.paths[0].evidence[0].source = 'nowhere';
      a.paths[1].mode = 'spying';
    }),
    ['/paths/0/evidence/0/source', '/paths/1/mode'],
  ],
  [
    'no evidence',
    changed((a) => {
      a.paths[0].evidence = [];
    }),
    ['/paths/0/evidence'],
  ],
  [
    'an id used twice',
    changed((a) => {
      a.paths[1].id = a.paths[0].id;
    }),
    ['/paths/1/id'],
  ],
  [
    'a promise about a path that is not there',
    changed((a) => {
      a.commitments[0].ends = ['nowhere'];
      a.commitments[0].moves = [{ path: 'nowhere', to: 'IE' }];
    }),
    ['/commitments/0/ends/0', '/commitments/0/moves/0/path'],
  ],
  [
    'a script for an address',
    changed((a) => {
      a.sources[firstSource].url = 'javascript:alert(1)';
    }),
    [`/sources/${firstSource}/url`],
  ],
  [
    'an id with a slash and a tilde',
    changed((a) => {
      a.sources['a/b~c'] = a.sources[firstSource];
    }),
    ['/sources/a~1b~0c'],
  ],
  [
    'blank text',
    changed((a) => {
      a.sources[firstSource].title = ' \u00a0\n';
    }),
    [`/sources/${firstSource}/title`],
  ],
  [
    'half a character in a text',
    changed((a) => {
      a.note = 'x';
    }).replace('"note":"x"', '"note":"\\ud800"'),
    ['/note'],
  ],
  [
    'a quote of 501 characters',
    changed((a) => {
      a.paths[0].evidence[0].quote = 'x'.repeat(501);
    }),
    ['/paths/0/evidence/0/quote'],
  ],
  [
    '301 paths',
    changed((a) => {
      a.paths = Array.from({ length: 301 }, (_, i) => path(i));
      a.commitments = [];
    }),
    ['/paths'],
  ],
  [
    '61 jurisdictions',
    changed((a) => {
      a.paths = ALL_CODES.map((code, i) => path(i, code));
      a.commitments = [];
    }),
    ['/paths'],
  ],
  [
    '21 safeguards',
    changed((a) => {
      a.paths[0].safeguards = Array.from({ length: 21 }, () => ({ kind: 'access-logging', status: 'operating', evidence }));
    }),
    ['/paths/0/safeguards'],
  ],
  ['nesting 50,000 deep', `{"asOf": "2023-02-23", "sources": {}, "paths": ${'['.repeat(50_000)}${']'.repeat(50_000)}}`, ['/paths/0']],
  [
    'nesting in an unknown field',
    `{"asOf": "2023-02-23", "sources": {}, "paths": [], "x": ${'{"evidence":'.repeat(20_000)}1${'}'.repeat(20_000)}}`,
    ['/x'],
  ],
  [
    'a thousand unknown fields',
    changed((a) => {
      for (let i = 0; i < 1000; i += 1) a[`field${i}`] = i;
    }),
    ['/field0', '/field99'],
  ],
  [
    '350,001 bytes',
    changed((a) => {
      a.note = 'x';
    }).padEnd(350_001, ' '),
    [],
    413,
  ],
];

let service: Service;
beforeAll(async () => {
  service = await startService();
  await service.call('PUT', '/v1/platforms/tiktok', { as: analyst, body: readExample('tiktok/platform.json'), headers: { 'if-none-match': '*' } });
});
afterAll(() => service.stop());

describe.each([
  ['a dry run', '/v1/scores:simulate'],
  ['a submission', '/v1/platforms/tiktok/assessments'],
])('%s refuses bad bodies, names every place, and writes nothing', (_, address) => {
  it.each(nasty)('%s', async (_what, text, pointers, status = 400) => {
    const answered = await service.call('POST', address, { as: analyst, text, headers: { 'idempotency-key': 'k' } });
    expect(answered.status).toBe(status);
    expect(answered.headers['content-type']).toBe('application/problem+json');
    expect(answered.json).toMatchObject({
      type: expect.stringMatching(/^\/v1\/problems\//),
      title: expect.any(String),
      status,
      detail: expect.any(String),
      requestId: 'test-request',
    });
    if (status === 413) expect(answered.json.detail).toContain('350000');
    else expect(answered.json.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(expect.arrayContaining(pointers));
    expect(await service.deps.store.findHead('tiktok')).toMatchObject({ version: 1, sequence: 1, latestRevision: 0 });
  });
});

describe('a fault says what to do', () => {
  const errorsOf = async (text: string) => (await service.call('POST', '/v1/scores:simulate', { as: analyst, text })).json.errors;

  it('asks whether a near name was meant', async () => {
    const errors = await errorsOf(
      changed((a) => {
        a.paths[0].evidense = a.paths[0].evidence;
        delete a.paths[0].evidence;
      }),
    );
    expect(errors).toContainEqual({
      pointer: '/paths/0/evidense',
      code: 'unknown-field',
      params: { meant: 'evidence' },
      detail: 'there is no such field here; did you mean "evidence"?',
    });
    expect(errors).toContainEqual(expect.objectContaining({ pointer: '/paths/0/evidence', code: 'missing' }));
  });
  it('names the figure that was passed', async () => {
    expect((await errorsOf(nasty.find(([what]) => what === '61 jurisdictions')?.[1] ?? ''))[0].detail).toContain('60');
    expect((await errorsOf(nasty.find(([what]) => what === '301 paths')?.[1] ?? ''))[0].detail).toContain('300');
  });
});

describe('a score is never of tomorrow', () => {
  it.each([
    [{ asOf: '2999-01-01' }, ['/asOf']],
    [{ asOf: '2999-01-01', knownBy: '2999-01-01' }, ['/asOf', '/knownBy']],
    [{ asof: '2023-01-01' }, ['/asof']],
    [{ explain: 'yes' }, ['/explain']],
  ])('%j', async (query, pointers) => {
    const { status, json } = await service.call('POST', '/v1/scores:simulate', { as: analyst, body: good, query: query as Record<string, string> });
    expect(status).toBe(400);
    expect(json.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(pointers);
  });
});
