import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stage } from 'aws-cdk-lib';
import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { WhereaboutsStack } from '../../lib/stack.ts';
import { makeStack, PROD } from './synthesize.ts';

const Report = z.object({
  pluginReports: z.array(z.object({ pluginName: z.string(), violations: z.array(z.object({ ruleName: z.string() })) })),
});

/** The rules that CDK's own validation finds broken, as `cdk synth` would; here they are listed instead of thrown. */
function findBroken(settings: Record<string, string>, change: (stack: WhereaboutsStack) => void = () => {}): string[] {
  const outdir = mkdtempSync(join(tmpdir(), 'validation-'));
  try {
    const stack = makeStack({ ...settings, '@aws-cdk/core:failSynthOnValidationErrors': 'false' }, { outdir, isValidated: true });
    change(stack);
    Stage.of(stack)?.synth();
    const { pluginReports } = Report.parse(JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8')));
    return pluginReports.flatMap(({ violations }) => violations.map(({ ruleName }) => ruleName));
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

const stages = [
  ['dev', {}],
  ['prod', PROD],
  ['sovereign prod', { ...PROD, region: 'eusc-de-east-1' }],
] as const;

describe("CDK's validation of templates", () => {
  test.each(stages)('finds nothing in %s', (_, settings) => {
    expect(findBroken(settings)).toEqual([]);
  });

  test('looks at the template, and would find what is wrong', () => {
    const spoil = (stack: WhereaboutsStack) => {
      for (const one of stack.node.findAll()) if (one instanceof CfnFunction) one.timeout = -1;
    };
    // A number below the smallest that is allowed.
    expect(findBroken({}, spoil)).toEqual(['F3034']);
  });
});
