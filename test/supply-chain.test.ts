import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
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
    for (const name of running) expect(answered).toMatch(new RegExp(`^\\| \`${name}\` \\| .{20,} \\|$`, 'm'));
  });
});

describe('the bill of materials', () => {
  it('is CycloneDX, and names every package of the functions with version, licence and hash', () => {
    const Sbom = z.object({
      bomFormat: z.literal('CycloneDX'),
      components: z.array(
        z.object({
          name: z.string(),
          version: z.string(),
          purl: z.string(),
          licenses: z.array(z.unknown()).min(1),
          hashes: z.array(z.unknown()).min(1),
        }),
      ),
    });
    const written = execFileSync('npm', ['run', '--silent', 'sbom', '--', '--omit', 'dev', '--omit', 'optional'], {
      cwd: ROOT,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    });
    const { components } = Sbom.parse(JSON.parse(written));
    const named = components.map(({ name, version }) => `${name} ${version}`);
    expect(named).toEqual(expect.arrayContaining(Object.entries(dependencies).map(([name, version]) => `${name} ${version}`)));
    expect(components.length).toBeGreaterThan(Object.keys(dependencies).length);
  });
});
