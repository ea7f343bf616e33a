import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

/** n8n-workflow's ES modules do not load in Node; n8n itself uses the CommonJS ones. */
const alias = { 'n8n-workflow': createRequire(import.meta.url).resolve('n8n-workflow') };

/** Tests that share one running n8n (e2e, browser) run in one process, file after file. */
const onRealN8n = {
  fileParallelism: false,
  testTimeout: 120_000,
  hookTimeout: 600_000,
  // What is waited for comes in a moment, but on a busy machine not in Vitest's one second.
  expect: { poll: { timeout: 30_000 } },
  globalSetup: ['tests/e2e/harness/shared-n8n.ts'],
};

const isQuick = process.env['STEWARD_QUICK'] === '1';

/** What the quick run leaves out: seconds each, and seldom the first to fail. */
const slow = [
  'tests/engine/decision/hostile-{tables,texts}.test.ts',
  'tests/**/*.{differential,property}.test.ts',
  'tests/engine/decision/json-rules/export-policies.test.ts',
  'tests/engine/decision/analysis/analyse-table.test.ts',
  'tests/cli/{documentation,process}.test.ts',
  'tests/hub/http/{fuzz,serve.process}.test.ts',
  'tests/hub/{people,operate}/**',
  'tests/engine/identity/resolve/no-chains.test.ts',
];

export default defineConfig({
  test: {
    passWithNoTests: false,
    projects: [
      {
        test: {
          name: 'unit',
          // Threads start sooner, and share what they have loaded; processes keep test files from one another.
          pool: isQuick ? 'threads' : 'forks',
          ...(isQuick && { exclude: slow, isolate: false }),
          include: ['tests/{engine,rules,nodes,hub,editor,cli,examples,host,sentiment}/**/*.test.{ts,tsx}'],
          alias,
          setupFiles: ['tests/property-seed.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'stores',
          include: ['tests/stores/**/*.test.ts'],
          setupFiles: ['tests/property-seed.ts'],
          testTimeout: 60_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'kill',
          include: ['tests/kill/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 3_600_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'scale',
          include: ['tests/scale/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
      { test: { name: 'architecture', include: ['tests/architecture/**/*.test.ts'] } },
      {
        test: {
          name: 'packaging',
          include: ['tests/{bundles,scanner}/**/*.test.ts'],
          globalSetup: ['tests/bundles/build.setup.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      { test: { name: 'e2e', include: ['tests/e2e/**/*.test.ts'], ...onRealN8n } },
      { test: { name: 'browser', include: ['tests/browser/**/*.test.ts'], ...onRealN8n } },
    ],
  },
});
