import { defineConfig } from '@playwright/test';
import { electronBinary } from './e2e/support/electron.ts';

/**
 * The console by a person's means. The project `browser` works it in Chromium on its loopback address, the project
 * `electron` works the same specs in the desktop window, where Electron's binary and a display are there.
 */
const electron = electronBinary();
// Workers read this file again; once is enough to be told.
if ('why' in electron && process.env.TEST_WORKER_INDEX === undefined) {
  console.warn(`Left out: the end-to-end tests in the desktop window, because ${electron.why}.`);
}

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: false,
  forbidOnly: process.env.CI !== undefined,
  // A machine that stalls for seconds must not refuse a change; a test that needed it is listed as flaky in the output.
  retries: process.env.CI ? 1 : 0,
  workers: 2,
  // Long enough for two busy cores; nothing waits for it that goes well.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: { actionTimeout: 20_000, navigationTimeout: 30_000, screenshot: 'only-on-failure' },
  projects: [{ name: 'browser' }, ...('path' in electron ? [{ name: 'electron' }] : [])],
});
