import { defineConfig } from 'vitest/config'
import { apart } from './test/longest.ts'
import { LongestFirst } from './test/order.ts'

const all = {
  // A machine three times as slow as a usual one fails nothing: these end what hangs, and measure nothing.
  testTimeout: 600_000,
  hookTimeout: 600_000,
  expect: { poll: { timeout: 240_000 } },
  setupFiles: 'test/seed.ts',
  // What was compiled stays for the next run.
  fsModuleCache: true,
  // What a page leaves behind is cleared away less often.
  execArgv: ['--max-semi-space-size=64'],
}

// Each grows to a gigabyte and more. One more than a small machine has cores, where there is room: while one waits for a time or another
// program, the others go on.
const workers = process.availableMemory() > 10 * 1024 ** 3 ? 3 : 2

export default defineConfig({
  test: {
    // One server for all.
    globalSetup: 'test/global-setup.ts',
    maxWorkers: workers,
    sequence: { sequencer: LongestFirst },
    projects: [
      // Rules and readers: no database.
      { test: { ...all, name: 'rules', include: ['src/**/*.test.{ts,tsx}'], isolate: false } },
      { test: { ...all, name: 'door', include: ['test/**/*.test.{ts,tsx}'], exclude: apart, isolate: false } },
      { test: { ...all, name: 'apart', include: apart } },
    ],
  },
})
