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
const hasRoom = process.availableMemory() > 10 * 1024 ** 3
const workers = hasRoom ? 3 : 2

// A process that takes many files, or one long one, becomes large in any case: with room, it does not clear away on its way there.
const roomy = { ...all, execArgv: [...all.execArgv, ...(hasRoom ? ['--min-semi-space-size=64', '--initial-old-space-size=800'] : [])] }
const shared = { ...roomy, isolate: false }

export default defineConfig({
  test: {
    // One server for all.
    globalSetup: 'test/global-setup.ts',
    maxWorkers: workers,
    sequence: { sequencer: LongestFirst },
    projects: [
      // Rules and readers: no database.
      { test: { ...shared, name: 'rules', include: ['src/**/*.test.{ts,tsx}'] } },
      { test: { ...shared, name: 'door', include: ['test/**/*.test.{ts,tsx}'], exclude: apart } },
      { test: { ...roomy, name: 'apart', include: apart } },
    ],
  },
})
