import { unmarshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type JobEntry, jobs } from '../../lambdas/jobs.ts';
import { type Route, routes } from '../../lambdas/routes.ts';
import { PARTS } from '../../store/keys.ts';
import { deciding, newKey } from '../decision-case.ts';
import { analyst, decider2, policyTool, readExample, reviewer, type Service, startService } from '../started-service.ts';
import { functionsOf, PROD, synthesize } from './synthesize.ts';

type Statement = { readonly Action: string | string[]; readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | string[]>>>> };

const template = synthesize(PROD);
const policies = Object.values(template.findResources('AWS::IAM::Policy')).map(({ Properties }) => Properties);

function statementsOfRole(role: string): Statement[] {
  return policies.filter(({ Roles }) => JSON.stringify(Roles).includes(`"${role}"`)).flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
}

/** As IAM decides for one item: some statement allows the action, and all of its conditions hold for the item's partition key. */
function may(statements: readonly Statement[], action: string, key: string): boolean {
  return statements.some(
    ({ Action, Condition = {} }) => [Action].flat().includes(action) && Object.entries(Condition).every(([test, of]) => holds(test, of, key)),
  );
}

function holds(test: string, of: Readonly<Record<string, string | string[]>>, key: string): boolean {
  const { 'dynamodb:LeadingKeys': wanted, ...others } = of;
  if (wanted === undefined || Object.keys(others).length > 0) throw new Error(`this test knows no condition on ${Object.keys(of).join()}`);
  if (test === 'Null') return wanted === 'false';
  if (test !== 'ForAllValues:StringLike') throw new Error(`this test knows no ${test}`);
  return [wanted].flat().some((pattern) => new RegExp(`^${pattern.replace(/[.+^${}()|[\]\\#]/g, '\\$&').replaceAll('*', '.*')}$`).test(key));
}

const roles = new Map(
  functionsOf(template).map(({ name, properties }) => {
    const [role = ''] = (properties.Role as { 'Fn::GetAtt': string[] })['Fn::GetAtt'];
    return [name as string, statementsOfRole(role)];
  }),
);

/** A key of each part of the table. */
const KEYS = Object.values(PARTS).flatMap((patterns) => patterns.map((pattern) => pattern.replace('*', 'tiktok')));

test('every right to put or delete is bound to partition keys', () => {
  const writing = [...roles.values()].flat().filter(({ Action }) => [Action].flat().some((action) => /PutItem|DeleteItem/.test(action)));
  expect(writing.length).toBeGreaterThan(8);
  for (const { Condition } of writing) expect(Object.keys(Condition ?? {}).sort()).toEqual(['ForAllValues:StringLike', 'Null']);
});

/** A key that each function has no business with: what it would be broken into for. */
const FORBIDDEN: Readonly<Record<string, string>> = {
  assessments: 'POLICY',
  scores: 'PLATFORM#tiktok',
  reviews: 'REPLY#a',
  decisions: 'POLICY#place',
  captures: 'WORK#tiktok',
  'watch-terms': 'POLICY',
  erasures: 'WORK#tiktok',
  log: 'TREE',
  drafts: 'PLATFORM#tiktok',
  policy: 'PLATFORM#tiktok',
  repair: 'POLICY',
  reference: 'PLATFORM#tiktok',
  'announce-events': 'PLATFORM#tiktok',
  'index-platforms': 'PLATFORM#tiktok',
  'announce-missed': 'PLATFORM#tiktok',
  'verify-chains': 'PLATFORM#tiktok',
  'archive-checkpoint': 'PLATFORM#tiktok',
  'sign-checkpoint': 'TREE',
  'ask-witnesses': 'TREE#0',
  'measure-lag': 'WORK#tiktok',
  'advance-decisions': 'POLICY',
  'publish-decisions': 'PLATFORM#tiktok',
  'renew-policy': 'PLATFORM#tiktok',
  'release-policy': 'POLICY#tiktok',
  'review-platforms': 'POLICY#place',
};

test.each([...roles.keys()])('%s may not put what is another’s', (name) => {
  const forbidden = FORBIDDEN[name];
  if (forbidden === undefined) throw new Error(`name a key that ${name} must not write`);
  expect(KEYS.filter((key) => may(roles.get(name) ?? [], 'dynamodb:PutItem', key))).not.toContain(forbidden);
  expect(may(roles.get(name) ?? [], 'dynamodb:PutItem', forbidden)).toBe(false);
  expect(may(roles.get(name) ?? [], 'dynamodb:PutItem', 'SOMETHING#new')).toBe(false);
});

let service: Service;
/** What each function put, by its partition keys, while it did its work. */
const put = new Map<string, Set<string>>();
let acting = '';
beforeAll(async () => {
  // The bus would wake a job in the middle of another.
  service = await startService({ announce: async () => {} });
  service.client.middlewareStack.add(
    (next) => (args) => {
      const { Item, TransactItems = [] } = args.input as { Item?: never; TransactItems?: { Put?: { Item: never } }[] };
      for (const item of [Item, ...TransactItems.map((one) => one.Put?.Item)])
        if (item) put.set(acting, (put.get(acting) ?? new Set()).add(String(unmarshall(item).pk)));
      return next(args);
    },
    { step: 'initialize' },
  );
  await work();
});
afterAll(() => service.stop());

/** Every function that writes, at what it writes. */
async function work(): Promise<void> {
  const call: Service['call'] = (method, path, given) => {
    const fits = (route: Route) => new RegExp(`^${route.path.replace(/\{\w+\+\}/g, '.+').replace(/\{\w+\}/g, '[^/]+')}$`).test(path);
    acting = (routes as readonly Route[]).find((route) => route.method === method && fits(route))?.function ?? '';
    return service.call(method, path, given);
  };
  const jobsOnce = async () => {
    for (const { name, on } of jobs as readonly JobEntry[]) {
      // A job of the stream is given records; `announce-missed` writes the same feed.
      if (on === 'stream') continue;
      const exported = await import(`../../lambdas/jobs/${name}.ts`);
      acting = name;
      const run = exported[name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())];
      await (on === 'bus' ? run({ type: 'decision.approved' }, service.deps) : run(service.deps));
    }
  };
  service.setNow('2023-02-23T09:00:00Z');
  const acts = deciding({ ...service, call });
  await acts.assess('tiktok', readExample('tiktok/2023-02-23.json'));
  await jobsOnce();
  const decision = await acts.decide('tiktok', { effectiveAt: '2023-02-23T10:00:00Z' });
  const { json: review } = await call('POST', '/v1/platforms/tiktok/reviews', { as: analyst, body: { reason: 'A report.' } });
  const outcome = { outcome: 'confirmed-unchanged', note: 'Nothing new.', lookedAt: ['The policy'] };
  await call('POST', `/v1/platforms/tiktok/reviews/${review.id}/outcome`, { as: reviewer, body: outcome });
  await call('PUT', '/v1/drafts/profile/signal', { as: analyst, body: { name: 'Signal' }, headers: { 'if-none-match': '*' } });
  const facts = readExample('tiktok/2023-02-23.json');
  await call('POST', '/v1/platforms/tiktok/assessments', { as: analyst, body: facts, headers: newKey() });
  await call('POST', '/v1/policy/opa/status', {
    as: policyTool,
    body: { labels: { id: 'opa-1' }, bundles: { a: { active_revision: '000000-00000000' } } },
  });
  for (const at of ['2023-02-23T10:01:00Z', '2023-02-24T10:00:00Z', '2023-03-24T10:00:00Z']) {
    service.setNow(at);
    await jobsOnce();
  }
  await call('POST', `/v1/platforms/tiktok/decisions/${decision.id}/revocation`, { as: decider2, body: { hash: decision.hash } });
}

test('the rights of each function are enough for what it puts', () => {
  expect(put.size).toBeGreaterThan(6);
  const lacking = [...put].flatMap(([name, keys]) =>
    [...keys].filter((key) => !may(roles.get(name) ?? [], 'dynamodb:PutItem', key)).map((key) => `${name} puts ${key}`),
  );
  expect(lacking).toEqual([]);
});
