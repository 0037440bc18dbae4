/** `npm run opa-policy`: the policy of the bundle as the real OPA compiles it, into the job that asks the exports back. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { OPA_EXAMPLE } from '../../domain/policy/opa.ts';
import { buildOpa, VERSION } from './build-opa.ts';

/** The same bytes for the same policy and the same OPA; they hold the path that it was read from, so that is its name alone. */
export function compilePolicy(): { opa: string; rego: string; wasm: string } {
  const folder = mkdtempSync(join(tmpdir(), 'opa-policy-'));
  try {
    const bundle = join(folder, 'bundle.tar.gz');
    writeFileSync(join(folder, 'policy.rego'), OPA_EXAMPLE);
    execFileSync(buildOpa(), ['build', '--target', 'wasm', '--entrypoint', 'whereabouts/verdict', '--output', bundle, 'policy.rego'], {
      cwd: folder,
    });
    const wasm = execFileSync('tar', ['-xzOf', bundle, '/policy.wasm'], { maxBuffer: 10_000_000 });
    const rego = createHash('sha256').update(OPA_EXAMPLE).digest('hex');
    return { opa: VERSION, rego, wasm: gzipSync(wasm, { level: 9 }).toString('base64') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  const file = new URL('../../lambdas/jobs/asked-back/opa-policy.json', import.meta.url);
  writeFileSync(file, `${JSON.stringify(compilePolicy(), null, 2)}\n`);
}
