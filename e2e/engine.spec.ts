import type { Page } from '@playwright/test';
import { expect, type TestHome, test } from './fixtures.ts';
import { slowDownSample } from './support/acd.ts';
import { copyOf } from './support/home.ts';
import { chooseMenu, dialog, importCalls, row, runPanel } from './support/screen.ts';

const range = { from: '2025-10-20', to: '2025-11-08' };

/** The engine's process, from Help > About Xlink…. */
async function enginePid(page: Page): Promise<number> {
  await chooseMenu(page, 'Help', 'About Xlink…');
  const about = dialog(page, 'About Xlink');
  const pid = Number(
    await about
      .locator('dt', { hasText: 'Engine process' })
      .locator('xpath=following-sibling::dd[1]')
      .textContent(),
  );
  await page.keyboard.press('Escape');
  await expect(about).toBeHidden();
  return pid;
}

async function storedValues(home: TestHome): Promise<string> {
  const { stdout } = await home.xlink('export', 'intervals', '--from', range.from, '--to', range.to);
  return stdout;
}

test.describe('An engine that dies', () => {
  test('by SIGKILL during an import: the console says so, the engine comes back, the import is resumed', async ({
    home,
    sample,
    openConsole,
  }) => {
    // Twenty days that last long enough to be cut off; the figures are the sample's all the same.
    await slowDownSample(home, 800_000);
    const page = await openConsole();
    const killed = await enginePid(page);
    await importCalls(page, range);
    const panel = runPanel(page);
    await expect(panel).toContainText(/[3-9] of 20 days/);

    // Both may be gone again in a moment, so they are waited for before the blow falls.
    const said = Promise.all([
      page
        .getByRole('alert')
        .filter({ hasText: 'The engine stopped and is being started again.' })
        .first()
        .waitFor(),
      page.getByRole('status').filter({ hasText: 'Engine: restarting' }).waitFor(),
    ]);
    process.kill(killed, 'SIGKILL');
    await said;

    await expect(page.getByRole('status').filter({ hasText: 'Engine: running' })).toBeVisible();
    await expect(panel.getByRole('status')).toHaveText('interrupted');
    await expect(panel).toContainText('The engine is back. Resume goes on with the days that are left.');
    await expect(row(page, 'Interface', 'CS Hotline')).toBeVisible();
    expect(await enginePid(page)).not.toBe(killed);

    await panel.getByRole('button', { name: 'Resume' }).click();
    await expect(panel.getByRole('status')).toHaveText('completed', { timeout: 60_000 });
    await expect(panel).toContainText('20 of 20 days');

    // The store is as if nothing had happened.
    const undisturbed = await copyOf(sample);
    try {
      await undisturbed.xlinkJson('import', '--calls', '--from', range.from, '--to', range.to);
      const expected = await storedValues(undisturbed);
      expect(expected.split('\n').length).toBeGreaterThan(10_000);
      expect(await storedValues(home)).toBe(expected);
    } finally {
      await undisturbed.remove();
    }
    const { runs } = await home.xlinkJson<{ runs: { status: string }[] }>('runs');
    expect(runs.map(({ status }) => status)).toEqual(['completed']);
  });

  test('while nothing runs: it comes back by itself, and work goes on where it was', async ({
    openConsole,
  }) => {
    const page = await openConsole();
    await expect(row(page, 'Interface', 'CS Hotline')).toBeVisible();
    const pid = await enginePid(page);
    process.kill(pid, 'SIGKILL');
    await expect.poll(() => enginePid(page)).not.toBe(pid);
    await expect(page.getByRole('alert').filter({ hasText: 'The engine stopped' })).toBeHidden();
    await importCalls(page, { from: '2025-11-18', to: '2025-11-18' });
    await expect(runPanel(page).getByRole('status')).toHaveText('completed');
  });
});
