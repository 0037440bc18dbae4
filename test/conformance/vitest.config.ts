import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const limits = {
  root: fileURLToPath(new URL('../..', import.meta.url)),
  testTimeout: 1_800_000,
  hookTimeout: 1_800_000,
  // Others' tools, over real time and real sockets: in an unattended run, a failure has to come twice.
  retry: process.env.CI ? 1 : 0,
};
/** They count seconds, and build the same tool. */
const OPA = 'test/conformance/opa*.test.ts';

/** What needs the network or another's tools: two files at a time, then one after the other those that want the machine for themselves. */
export default defineConfig({
  test: {
    projects: [
      {
        test: { ...limits, name: 'others', include: ['test/conformance/**/*.test.ts'], exclude: [OPA], maxWorkers: 2, sequence: { groupOrder: 0 } },
      },
      { test: { ...limits, name: 'opa', include: [OPA], fileParallelism: false, sequence: { groupOrder: 1 } } },
    ],
  },
});
