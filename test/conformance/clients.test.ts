import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeApi } from '../../docs/openapi/document.ts';
import { isObject, type Json } from '../../docs/openapi/json.ts';
import { startLocal } from '../../local/bring-up.ts';
import { commissionCase } from '../decision-case.ts';
import { readExample } from '../started-service.ts';

// Three generators make a client each of the same document, and each client walks the same story against the service.
const PYTHON_PACKAGES = ['openapi-python-client==0.29.1', 'datamodel-code-generator==0.89.0'];
const JAVA_GENERATOR = 'org.openapitools:openapi-generator-cli:7.20.0';
const JAVA_EXEC = 'org.codehaus.mojo:exec-maven-plugin:3.5.0';

const start = promisify(execFile);
/** A command to its end; one that fails throws with what it wrote, of which Maven writes its errors to the standard output. */
async function run(command: string, args: readonly string[], options: { cwd?: string; env?: NodeJS.ProcessEnv } = {}) {
  try {
    return await start(command, args, { ...options, maxBuffer: 2 ** 26 });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${command}: ${`${stdout}${stderr}`.trim().slice(0, 2000)}`, { cause: error });
  }
}

const here = fileURLToPath(new URL('clients/', import.meta.url));
const DOCUMENT = fileURLToPath(new URL('../../docs/openapi.json', import.meta.url));
const bin = (name: string) => fileURLToPath(new URL(`../../node_modules/.bin/${name}`, import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'whereabouts-clients-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The bodies that the stories send, as files. */
const files: Record<string, string> = {};
beforeAll(() => {
  const facts = readExample('tiktok/2026-08-31.json');
  const faulty = structuredClone(facts);
  faulty.paths[0].evidence[0].source = 'nowhere';
  faulty.paths[1].evidence[0].source = 'elsewhere';
  const bodies = { ASSESSMENT: facts, FAULTY: faulty, PROFILE: readExample('tiktok/platform.json'), PROPOSAL: commissionCase };
  for (const [name, body] of Object.entries(bodies)) {
    files[name] = join(folder, `${name.toLowerCase()}.json`);
    writeFileSync(files[name], JSON.stringify(body));
  }
});

const SEEN = {
  refused: '/v1/problems/invalid-request',
  pointers: ['/paths/0/evidence/0/source', '/paths/1/evidence/0/source'],
  band: 'severe',
  gate: 'restrict',
  point: expect.closeTo(87.8, 0),
  strongest: 'CN',
  pages: [['first', 'second'], ['third']],
  decisions: ['effective'],
  blocked: true,
};

/** What a client saw of a service of its own: the last line that it wrote. */
async function walk(command: string, args: readonly string[], cwd: string): Promise<unknown> {
  const data = mkdtempSync(join(folder, 'data-'));
  const local = await startLocal({ port: 0, data, log: { log: () => undefined, error: () => undefined } });
  try {
    const { stdout } = await run(command, args, { cwd, env: { ...process.env, ...files, BASE_URL: local.url } });
    // Maven sets and resets the colour of a terminal around it.
    return JSON.parse(/\{"refused".*\}/.exec(stdout)?.[0] ?? '');
  } finally {
    await local.stop();
  }
}

describe('a client in TypeScript (openapi-typescript, openapi-fetch)', () => {
  it('is generated, compiles, and walks the story', async () => {
    const story = join(folder, 'typescript');
    mkdirSync(story);
    await run(bin('openapi-typescript'), [DOCUMENT, '--output', join(story, 'api-types.ts')]);
    const text = readFileSync(join(here, 'story.ts'), 'utf8').replace('../../../docs/api-types.ts', './api-types.ts');
    writeFileSync(join(story, 'story.ts'), text);
    writeFileSync(join(story, 'package.json'), '{ "type": "module" }');
    const root = fileURLToPath(new URL('../..', import.meta.url));
    const settings = { extends: join(root, 'tsconfig.json'), compilerOptions: { noEmit: true, typeRoots: [join(root, 'node_modules/@types')] } };
    writeFileSync(join(story, 'tsconfig.json'), JSON.stringify({ ...settings, include: ['*.ts'] }));
    await run('ln', ['-s', join(root, 'node_modules'), join(story, 'node_modules')]);
    await run(bin('tsc'), ['-p', story]);
    expect(await walk(process.execPath, ['story.ts'], story)).toEqual(SEEN);
  });
});

describe('clients in Python', () => {
  const python = join(folder, 'venv/bin/python');
  beforeAll(async () => {
    await run('python3', ['-m', 'venv', join(folder, 'venv')]);
    await run(python, ['-m', 'pip', 'install', '--quiet', ...PYTHON_PACKAGES]);
  });

  it('openapi-python-client: is generated but for a page that is kept and two files that it has no reader for, and walks the story', async () => {
    const story = join(folder, 'python');
    mkdirSync(story);
    const output = join(story, 'whereabouts_client');
    const { stdout, stderr } = await run(join(folder, 'venv/bin/openapi-python-client'), [
      'generate',
      '--path',
      DOCUMENT,
      '--output-path',
      output,
      '--meta=none',
    ]);
    const warned = [...`${stdout}${stderr}`.matchAll(/^WARNING parsing (.*) within/gm)].map(([, what]) => what);
    expect(warned).toEqual(['POST /v1/platforms/{platform}/captures', 'GET /v1/policy/opa/bundles/whereabouts.tar.gz', 'GET /v1/policy/apple']);
    copyFileSync(join(here, 'story.py'), join(story, 'story.py'));
    expect(await walk(python, ['story.py'], story)).toEqual(SEEN);
  });

  it('datamodel-code-generator: its models parse every answer of the API’s story', async () => {
    const story = join(folder, 'models');
    mkdirSync(story);
    await run(join(folder, 'venv/bin/datamodel-codegen'), [
      '--input',
      DOCUMENT,
      '--input-file-type',
      'openapi',
      '--output',
      join(story, 'models.py'),
      '--output-model-type',
      'pydantic_v2.BaseModel',
    ]);
    copyFileSync(join(here, 'models.py'), join(story, 'parse.py'));
    const answers = await answersOfTheStory();
    writeFileSync(join(story, 'answers'), answers.map((answer) => JSON.stringify(answer)).join('\n'));
    const { stdout } = await run(python, ['parse.py', 'answers'], { cwd: story });
    expect(JSON.parse(stdout)).toEqual({ parsed: answers.length, failures: [] });
    expect(answers.length).toBeGreaterThan(60);
  });
});

describe('a client in Java (openapi-generator)', () => {
  it('is generated, compiles, and walks the story', async () => {
    const project = join(folder, 'java');
    await run('mvn', [
      '--quiet',
      '--batch-mode',
      'dependency:copy',
      `-Dartifact=${JAVA_GENERATOR}`,
      `-DoutputDirectory=${folder}`,
      '-Dmdep.stripVersion=true',
    ]);
    const jar = join(folder, 'openapi-generator-cli.jar');
    await run('java', [
      '-jar',
      jar,
      'generate',
      '-g',
      'java',
      '--library',
      'native',
      '-i',
      DOCUMENT,
      '-o',
      project,
      '--additional-properties=containerDefaultToNull=true',
    ]);
    copyFileSync(join(here, 'Story.java'), join(project, 'src/main/java/Story.java'));
    await run('mvn', ['--quiet', '--batch-mode', 'compile'], { cwd: project });
    expect(await walk('mvn', ['--quiet', '--batch-mode', `${JAVA_EXEC}:java`, '-Dexec.mainClass=Story'], project)).toEqual(SEEN);
  });
});

/** Each answer in the API's own story that is one of the document's components. */
async function answersOfTheStory() {
  const { document, exchanges } = await describeApi();
  const text = JSON.stringify(document);
  const { paths, components }: { paths: Json; components: Json } = JSON.parse(text);
  return exchanges.flatMap(({ route, status, body }) => {
    const component = componentOf({ paths, components }, route, status);
    return component === undefined || body === undefined ? [] : [{ route, status, component, body }];
  });
}

function componentOf({ paths, components }: { paths: Json; components: Json }, route: string, status: number): string | undefined {
  const name = route.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const operations = Object.values(isObject(paths) ? paths : {}).flatMap((path) => Object.values(isObject(path) ? path : {}));
  const operation = operations.find((one) => isObject(one) && one.operationId === name);
  const answer = at(operation, 'responses', String(status));
  const reference = at(answer, '$ref');
  const found = typeof reference === 'string' ? at(components, 'responses', reference.split('/').at(-1) ?? '') : answer;
  const contents = Object.values(isObject(at(found, 'content')) ? (at(found, 'content') as object) : {});
  const schema = contents.map((content) => at(content, 'schema', '$ref')).find((one) => typeof one === 'string');
  return typeof schema === 'string' ? schema.split('/').at(-1) : undefined;
}

function at(value: unknown, ...names: readonly string[]): unknown {
  return names.reduce<unknown>(
    (inner, name) => (typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[name] : undefined),
    value,
  );
}
