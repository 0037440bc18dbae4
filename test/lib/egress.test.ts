import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../repository-files.ts';
import { functionsOf, PROD, synthesize } from './synthesize.ts';

const ENDPOINTS = 'https://terms.example.org/api/v1,https://other.example.org/v1';
const watching = synthesize({ ...PROD, termsEndpoints: ENDPOINTS, termsContact: 'terms@example.eu' });

const having = (template: ReturnType<typeof synthesize>, variable: string) =>
  functionsOf(template)
    .filter(({ variables }) => variable in variables)
    .map(({ name }) => name)
    .sort();

test('without the setting no function knows an address to read terms from', () => {
  expect(having(synthesize(PROD), 'TERMS_ENDPOINTS')).toEqual([]);
  expect(having(synthesize(PROD), 'TERMS_CONTACT')).toEqual([]);
});

test('with it one function reads them, and the one that takes the list of documents refuses what is not allowed', () => {
  expect(having(watching, 'TERMS_CONTACT')).toEqual(['watch-terms']);
  expect(having(watching, 'TERMS_ENDPOINTS')).toEqual(['captures', 'watch-terms']);
  for (const { variables } of functionsOf(watching)) if (variables.TERMS_ENDPOINTS !== undefined) expect(variables.TERMS_ENDPOINTS).toBe(ENDPOINTS);
});

test('no function lies in a network of its own: the list in the code is what keeps requests to allowed hosts', () => {
  for (const type of ['AWS::EC2::VPC', 'AWS::EC2::NatGateway', 'AWS::NetworkFirewall::Firewall']) watching.resourceCountIs(type, 0);
  for (const { properties } of functionsOf(watching)) expect(properties.VpcConfig).toBeUndefined();
});

test('two modules of the functions open connections to hosts that are not of AWS, each of which has its list', () => {
  const opening = /from 'node:(?:https?|http2|net|tls|dgram)'|from 'undici'|(?<![\w.])fetch\(|new WebSocket\(/;
  const typesAlone = /^import type .*$/gm;
  const found = globSync('{lambdas,store,domain}/**/*.ts', { cwd: ROOT }).filter((file) =>
    opening.test(readFileSync(join(ROOT, file), 'utf8').replaceAll(typesAlone, '')),
  );
  expect(found.sort()).toEqual(['lambdas/runtime/ask-witness.ts', 'lambdas/runtime/terms/get-json.ts']);
});
