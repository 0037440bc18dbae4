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
});
const { lockfileVersion, packages } = z
  .object({ lockfileVersion: z.int(), packages: z.record(z.string(), Entry) })
  .parse(JSON.parse(readText('package-lock.json')));
const locked = Object.entries(packages).filter(([path]) => path !== '');
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
const Manifest = z.object({ allowScripts: z.record(z.string(), z.boolean()), dependencies: z.record(z.string(), z.string()) });
const { allowScripts, dependencies } = Manifest.parse(JSON.parse(readText('package.json')));

describe('every package that is installed', () => {
  it('is seen by this test', () => {
    expect(lockfileVersion).toBe(3);
    expect(locked.length).toBeGreaterThan(300);
  });

  it('is of one version, out of the registry, and held to the hash of its content, which npm ci compares', () => {
    // What is in another’s bundle comes in that one’s archive, under its hash.
    const loose = locked.filter(
      ([, { version, integrity, inBundle, link, resolved }]) =>
        link ||
        resolved !== undefined ||
        !/^\d+\.\d+\.\d+/.test(version ?? '') ||
        !(inBundle || /^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? '')),
    );
    expect(loose.map(([path]) => path)).toEqual([]);
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
