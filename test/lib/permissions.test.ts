import { expect, test } from 'vitest';
import * as z from 'zod';
import { PROD, synthesize } from './synthesize.ts';

const template = synthesize(PROD);

const Join = z.object({
  'Fn::Join': z.tuple([z.literal(''), z.array(z.union([z.string(), z.object({ Ref: z.string() }).transform(({ Ref }) => `\${${Ref}}`)]))]),
});
const Arn = z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) }).transform((of) => of['Fn::GetAtt'][0]);
const joined = (value: unknown) => Join.parse(value)['Fn::Join'][1].join('');

/** As `ArnLike` does: segment by segment between colons, `*` for any characters of a segment. */
function isLike(arn: string, pattern: string): boolean {
  const [parts, patterns] = [arn.split(':'), pattern.split(':')];
  const escaped = (text: string) => text.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*');
  // Everything behind the fifth colon is the resource, colons and all.
  const sixth = (all: readonly string[]) => [...all.slice(0, 5), all.slice(5).join(':')];
  return sixth(parts).every((part, at) => new RegExp(`^${escaped(sixth(patterns)[at] ?? '')}$`).test(part));
}

/** What API Gateway presents to Lambda for a call by this route, on the only stage there is. */
function presented(api: string, routeKey: string): string {
  const arn = `arn:\${AWS::Partition}:execute-api:eu-central-1:${PROD.account}:\${${api}}/$default/`;
  if (routeKey === '$default') return `${arn}$default`;
  const [method = '', path = ''] = routeKey.split(' ');
  return `${arn}${method === 'ANY' ? '*' : method}${path}`;
}

const permissions = Object.values(template.findResources('AWS::Lambda::Permission'))
  .filter(({ Properties }) => Properties.Principal === 'apigateway.amazonaws.com')
  .map(({ Properties }) => ({ fn: Arn.parse(Properties.FunctionName), pattern: joined(Properties.SourceArn) }));
const integrations = template.findResources('AWS::ApiGatewayV2::Integration');
const routes = Object.values(template.findResources('AWS::ApiGatewayV2::Route')).map(({ Properties }) => {
  const { Ref: api } = z.object({ Ref: z.string() }).parse(Properties.ApiId);
  const integration = /\$\{(\w+)\}/.exec(joined(Properties.Target))?.[1] ?? '';
  return { key: String(Properties.RouteKey), api, fn: Arn.parse(integrations[integration]?.Properties.IntegrationUri) };
});

test.each(routes)('a call by $key matches a permission of the function that it goes to', ({ key, api, fn }) => {
  const patterns = permissions.filter((permission) => permission.fn === fn).map(({ pattern }) => pattern);
  expect(patterns.some((pattern) => isLike(presented(api, key), pattern))).toBe(true);
});

test('the route for what no other route matches presents a segment less, which the permission of all others does not cover', () => {
  const rest = routes.find(({ key }) => key === '$default');
  const matching = permissions.filter(({ fn, pattern }) => fn === rest?.fn && isLike(presented(rest.api, '$default'), pattern));
  expect(matching.map(({ pattern }) => pattern.split('/').slice(1).join('/'))).toEqual(['*/$default']);
});
