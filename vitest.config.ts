import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // As with Playwright: a machine that stalls for seconds must not refuse a change, and a test that needed it is listed as
    // flaky above the closing line. What a property test found by other values is no matter of the machine.
    retry: { count: process.env.CI ? 1 : 0, condition: /^(?!Property failed)/ },
  },
});
