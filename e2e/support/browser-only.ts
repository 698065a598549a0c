import { test } from '@playwright/test';

/** Leaves the running test out in the desktop window, and prints why: a report of Playwright's does not. */
export function browserOnly(reason: string): void {
  const { project, title } = test.info();
  if (project.name !== 'electron') return;
  console.warn(`Left out in the desktop window: "${title}", because ${reason}.`);
  test.skip(true, reason);
}
