import { expect, test } from './fixtures.ts';
import { chooseMenu, dialog, row, tree } from './support/screen.ts';

test.describe('A dialog', () => {
  test('without a field to begin with has the focus itself, and the first Escape closes it', async ({
    openConsole,
  }) => {
    const page = await openConsole();
    for (let round = 0; round < 3; round += 1) {
      // Nothing has been imported: there is no run to begin with.
      await chooseMenu(page, 'File', 'Import runs');
      const runs = dialog(page, 'Import runs');
      await expect(runs).toBeFocused();
      await expect(page.getByRole('tooltip')).toHaveCount(0);
      await page.keyboard.press('Escape');
      await expect(runs).toBeHidden();
    }
  });

  test('is closed by Escape together with a tooltip that the mouse rests on', async ({ openConsole }) => {
    const page = await openConsole();
    await chooseMenu(page, 'File', 'Import runs');
    const runs = dialog(page, 'Import runs');
    await runs.getByRole('button', { name: 'Close' }).first().hover();
    await expect(page.getByRole('tooltip')).toHaveText('Close');
    await page.keyboard.press('Escape');
    await expect(runs).toBeHidden();
    await expect(page.getByRole('tooltip')).toHaveCount(0);
  });

  test('gives the focus back before the next key', async ({ openConsole }) => {
    const page = await openConsole();
    await expect(row(page, 'WFM queues', 'Customer service')).toBeVisible();
    await page.keyboard.press('Control+2');
    await page.keyboard.press('Home');
    for (const name of ['Hotline', 'Orders', 'Billing']) {
      await page.keyboard.press('Control+i');
      await expect(dialog(page, 'Import call data').getByLabel('From day')).toBeFocused();
      await page.keyboard.press('Escape');
      await page.keyboard.press('ArrowDown');
      await expect(dialog(page, 'Import call data')).toBeHidden();
      const cursor = await tree(page, 'WFM queues').getAttribute('aria-activedescendant');
      await expect(row(page, 'WFM queues', name)).toHaveId(cursor ?? '');
    }
  });

  test('comes once, however often its button is pressed', async ({ openConsole }) => {
    const page = await openConsole();
    await page.getByRole('toolbar').getByRole('button', { name: 'Import call data' }).dblclick();
    await expect(dialog(page, 'Import call data').getByLabel('From day')).toBeFocused();
    await expect(page.locator('[role=dialog]')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(page.locator('[role=dialog]')).toHaveCount(0);
  });
});
