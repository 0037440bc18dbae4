import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, matchesGlob } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { policyExports } from '../domain/policy/exports.ts';
import { jobs } from '../lambdas/jobs.ts';
import { routes } from '../lambdas/routes.ts';
import * as keys from '../store/keys.ts';
import { findFiles, ROOT, readText } from './repository-files.ts';

const Dependencies = z.record(z.string(), z.string()).default({});
const Package = z.object({ dependencies: Dependencies, devDependencies: Dependencies, optionalDependencies: Dependencies });
const Lock = z.object({ packages: z.record(z.string(), z.object({ optionalDependencies: Dependencies, resolved: z.string().optional() })) });

const Key = z.object({ pk: z.string(), sk: z.string() });

const sources = [...findFiles('.ts'), ...findFiles('.tsx')];
const functions = [...new Set(routes.map((route) => route.function))];
const sorted = (names: Iterable<string>) => [...names].sort();

describe('the manifests are the map', () => {
  it.each(functions)(
    'every route of %s has its operation, in a file of its name unless it is an export, and every operation its route',
    async (name) => {
      const expected = sorted(routes.filter((route) => route.function === name).map((route) => route.name));
      const { operations }: { operations: object } = await import(`../lambdas/${name}/operations.ts`);
      expect(sorted(Object.keys(operations))).toEqual(expected);
      const files = sources.filter((file) => file.startsWith(`lambdas/${name}/`) && readText(file).includes(' = operation('));
      const exported = new Set(policyExports.map(({ operation }) => operation as string));
      expect(sorted(files.map((file) => basename(file, '.ts')))).toEqual(expected.filter((route) => !exported.has(route)));
    },
  );

  it('no folder of lambdas is a function without a route', () => {
    const folders = sources.map((file) => /^lambdas\/([^/]+)\//.exec(file)?.[1]).filter((folder) => folder !== undefined);
    expect(sorted(new Set(folders))).toEqual(sorted(new Set([...functions, 'jobs', 'runtime'])));
  });

  it('every job has a file of its name, and every handler of a job its entry', () => {
    const files = sources.filter((file) => file.startsWith('lambdas/jobs/') && /^export (const|async function) handler\b/m.test(readText(file)));
    expect(sorted(files.map((file) => basename(file, '.ts')))).toEqual(sorted(jobs.map(({ name }) => name)));
    // Local mode and the tests find the job by this name.
    for (const { name } of jobs) {
      const exported = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
      expect(readText(`lambdas/jobs/${name}.ts`)).toMatch(new RegExp(`^export (const|async function) ${exported}\\b`, 'm'));
    }
  });

  it('no name is given twice', () => {
    const names = [...routes, ...jobs].map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
  });
});

describe('the files of the repository', () => {
  it('are seen by this test', () => {
    expect(sources.length).toBeGreaterThan(100);
  });

  it('hold no mark of a merge that was left half done', () => {
    const marked = ['.ts', '.tsx', '.md', '.css', '.json']
      .flatMap((ending) => findFiles(ending))
      .filter((file) => /^(<{7}|>{7}) /m.test(readText(file)));
    expect(marked).toEqual([]);
  });

  it('are never called index, nor put into a drawer', () => {
    const drawers = /(^|\/)(index\.tsx?$|(utils?|helpers?|common|shared|misc|services?|managers?|types|base|impl)(\/|\.tsx?$))/;
    expect(findFiles('').filter((file) => drawers.test(file))).toEqual([]);
    expect(sources.filter((file) => /\.(service|handler|types|model|dto|spec)\.ts$/.test(file))).toEqual([]);
  });

  it('are short enough to read in one go', () => {
    // Generated; the reason of every judgement, one after the other; lists of words.
    const data = ['docs/api-types.ts', 'domain/score/judgements.ts', ...['de', 'en', 'fr'].map((language) => `domain/watch/lexicon-${language}.ts`)];
    const written = sources.filter((file) => !file.startsWith('test/') && !data.includes(file));
    expect(written.filter((file) => readText(file).split('\n').length > 250)).toEqual([]);
  });

  it('read no clock and no chance in the domain', () => {
    const impure = /\bnew Date\(\)|\bDate\.now\(|\bMath\.random\(|\bperformance\.now\(/;
    expect(sources.filter((file) => file.startsWith('domain/') && impure.test(readText(file)))).toEqual([]);
  });

  it('name no package registry, no folder of a machine, and leave nothing for later', () => {
    const registry = /registry\.(npm|yarn)|repo\d?\.maven\.org|deb\.debian/;
    const folder = /(?<![\w.])\/(work|root|home|Users)\//;
    // In two halves, so that this line is not one of them.
    const leftover = new RegExp(`\\b(${'TO'}DO|${'FIX'}ME)\\b`);
    const own = findFiles('').filter((file) => !/^(LICENSE|test\/repository\.test\.ts|package-lock\.json)$/.test(file));
    const hits = own.flatMap((file) =>
      readText(file)
        .split('\n')
        .flatMap((line, i) => ([registry, folder, leftover].some((it) => it.test(line)) ? [`${file}:${i + 1}`] : [])),
    );
    expect(hits).toEqual([]);
  });
});

describe('the documents', () => {
  // The Node of the README is 20, which runs no TypeScript; what npm and npx start has Node 24.
  it('give no command that a Node 20 cannot run', () => {
    const bare = /(?<!npx )\bnode [a-z./-]+\.ts\b/;
    const hits = findFiles('.md').flatMap((file) =>
      readText(file)
        .split('\n')
        .flatMap((line, i) => (bare.test(line) ? [`${file}:${i + 1}`] : [])),
    );
    expect(bare.test('    node local/commands/backup.ts record.jsonl')).toBe(true);
    expect(hits).toEqual([]);
  });

  it('give no npm script that is not there', () => {
    const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(readText('package.json')));
    const named = findFiles('.md').flatMap((file) => [...readText(file).matchAll(/npm run ([a-z][a-z0-9:-]*)/g)].map(([, name = '']) => name));
    expect(named.length).toBeGreaterThan(20);
    expect([...new Set(named)].filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });
});

describe('what git is told of generated files', () => {
  it('names files that are there', () => {
    const patterns = readText('.gitattributes')
      .split('\n')
      .flatMap((line) => (line === '' || line.startsWith('#') ? [] : [line.split(' ')[0] ?? '']));
    expect(patterns.length).toBeGreaterThan(5);
    const files = findFiles('');
    expect(patterns.filter((pattern) => !files.some((file) => matchesGlob(file, pattern)))).toEqual([]);
  });
});

describe('what is written down', () => {
  const records = findFiles('.md').filter((file) => /^docs\/adr\/\d/.test(file));

  it('links every decision, numbered without a gap, from docs/adr/README.md', () => {
    expect(records.length).toBeGreaterThan(2);
    expect(records.map((file) => basename(file).slice(0, 4))).toEqual(records.map((_, i) => String(i + 1).padStart(4, '0')));
    const overview = readText('docs/adr/README.md');
    expect(records.filter((file) => !overview.includes(`](${basename(file)})`))).toEqual([]);
  });

  it('links only to what is there', () => {
    const broken = findFiles('.md').flatMap((file) =>
      [...readText(file).matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/g)]
        .map(([, link]) => join(dirname(file), link ?? ''))
        .filter((target) => !existsSync(join(ROOT, target)))
        .map((target) => `${file} -> ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it('is linked from another document, each page of docs/', () => {
    const pages = findFiles('.md');
    const linked = pages.flatMap((file) =>
      [...readText(file).matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/g)]
        .map(([, link]) => join(dirname(file), link ?? ''))
        .filter((target) => target !== file),
    );
    expect(pages.filter((file) => /^docs\/[^/]+\.md$/.test(file) && !linked.includes(file))).toEqual([]);
  });

  // The specifications that the project was built by are not in it. The note of the goldens is locked with them.
  it('points to no specification that is not here', () => {
    const absent = new RegExp(`\\b(${['API', 'METHOD', 'DESIGN', 'CONSOLE', 'CONSUMERS', 'STYLE'].join('|')})\\.md\\b`);
    expect(findFiles('').filter((file) => absent.test(readText(file)))).toEqual(['test/golden/expected.json']);
  });

  it('names every kind of item that the table holds, in docs/architecture.md', () => {
    const section = /## What is kept\n([\s\S]*?)\n## /.exec(readText('docs/architecture.md'))?.[1] ?? '';
    const named = Object.entries(keys).filter(([name]) => name.endsWith('Key'));
    expect(named.length).toBeGreaterThan(15);
    const made = named.map(([, key]) => Key.parse(typeof key === 'function' ? Reflect.apply(key, undefined, ['x', '1', '1']) : key));
    const kinds = made.map(({ pk, sk }) => (pk.startsWith(keys.headKey('').pk) ? sk : pk).split('#')[0] ?? '');
    expect(kinds.filter((kind) => !new RegExp(`^\\| [^|]*\`${kind}[#\`]`, 'm').test(section))).toEqual([]);
  });

  it.each(records)('%s says what, why, with which consequences and instead of what, on one page', (file) => {
    const text = readText(file);
    expect([...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)).toEqual(['What', 'Why', 'Consequences', 'Alternatives']);
    expect(text.split('\n').length).toBeLessThan(70);
  });
});

describe('the dependencies', () => {
  const { dependencies, devDependencies, optionalDependencies } = Package.parse(JSON.parse(readText('package.json')));
  const all = { ...dependencies, ...devDependencies, ...optionalDependencies };
  const { packages } = Lock.parse(JSON.parse(readText('package-lock.json')));

  it('are pinned exactly', () => {
    expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it('each have a line in docs/dependencies.md, and no line has none', () => {
    const explained = [...readText('docs/dependencies.md').matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name ?? '');
    expect(sorted(explained)).toEqual(sorted(Object.keys(all)));
  });

  it('are locked without naming a host', () => {
    expect(Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });

  // npm ci refuses a lock that forgets another platform's package, which npm install does where node_modules is older than the lock.
  it('are locked for every platform', () => {
    const forgotten = Object.entries(packages).flatMap(([path, entry]) =>
      Object.keys(entry.optionalDependencies)
        .filter((name) => !isLocked(packages, path, name))
        .map((name) => `${path}: ${name}`),
    );
    expect(forgotten).toEqual([]);
  });

  it('run on the Node that the functions run on', () => {
    for (const name of Object.keys(optionalDependencies).filter((one) => one.startsWith('node-')))
      expect(optionalDependencies[name]).toBe(process.versions.node);
    expect(readText('lib/bundled-function.ts')).toContain(`NODEJS_${process.versions.node.split('.')[0]}_X`);
  });
});

describe('the one command of continuous integration', () => {
  it('is executable and runs the tests of the README', () => {
    expect(statSync(join(ROOT, '.ci/run')).mode & 0o111).not.toBe(0);
    expect(readText('.ci/run')).toContain('npm test');
  });
});

/** Whether the package is locked where Node would look for it from that path, upwards. */
function isLocked(packages: object, path: string, name: string): boolean {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (Object.hasOwn(packages, `${folder === '' ? '' : `${folder}/`}node_modules/${name}`)) return true;
    if (folder === '') return false;
  }
}
