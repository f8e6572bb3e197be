import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    globalSetup: 'test/global-setup.ts',
    testTimeout: 90_000,
    hookTimeout: 60_000,
    // Two cores: a worker each, so that the one database server behind the tests is not the bottleneck.
    maxWorkers: 2,
  },
})
