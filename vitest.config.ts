import { defineConfig } from 'vitest/config'
import { apart } from './test/longest.ts'
import { LongestFirst } from './test/order.ts'

// What was compiled stays for the next run.
const both = { testTimeout: 90_000, hookTimeout: 60_000, fsModuleCache: true }

export default defineConfig({
  test: {
    // One server for all.
    globalSetup: 'test/global-setup.ts',
    // Two cores: a worker each, so that the one database server behind the tests is not the bottleneck.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      // Rules and readers: no database.
      { test: { ...both, name: 'rules', include: ['src/**/*.test.{ts,tsx}'], isolate: false } },
      { test: { ...both, name: 'door', include: ['test/**/*.test.{ts,tsx}'], exclude: apart, isolate: false } },
      { test: { ...both, name: 'apart', include: apart } },
    ],
  },
})
