import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // They only end what hangs, so they are long enough for two busy cores: a dozen commands of the command line, each a
    // process, take five seconds on a free machine and a minute on one that does ten things. Nothing waits that goes well.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // As with Playwright: a machine that stalls for seconds must not refuse a change, and a test that needed it is listed as
    // flaky above the closing line. What a property test found by other values is no matter of the machine.
    retry: { count: process.env.CI ? 1 : 0, condition: /^(?!Property failed)/ },
  },
});
