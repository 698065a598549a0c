import { expect, test } from './fixtures.ts';
import { chooseContextMenu, dialog, importCalls, pane, runPanel, selectValueType } from './support/screen.ts';
import { slowLine } from './support/slow-line.ts';

test.describe('While an answer of the engine is waited for', () => {
  test('days are gone through, and typed, without waiting for the one before', async ({
    home,
    openConsole,
  }) => {
    await home.xlinkJson('import', '--calls', '--from', '2025-11-17', '--to', '2025-11-19');
    const page = await openConsole();
    const line = await slowLine(page);
    await selectValueType(page, 'Emergency', 'Calls offered');
    const card = pane(page, 'Mapping').getByRole('region', { name: 'Imported values' });
    const day = card.getByLabel('Day', { exact: true });
    await expect(day).toHaveValue('2025-11-19');
    await expect(card).toContainText(/Wednesday,? 19 November 2025/);

    line.hold('data.day');
    await card.getByRole('button', { name: 'Previous day' }).click();
    await card.getByRole('button', { name: 'Previous day' }).click();
    await expect(day).toHaveValue('2025-11-17');
    line.letGo('data.day');
    await expect(card).toContainText(/Monday,? 17 November 2025/);

    line.hold('data.day');
    await day.focus();
    await page.keyboard.type('11182025');
    await expect(day).toHaveValue('2025-11-18');
    line.letGo('data.day');
    await expect(card).toContainText(/Tuesday,? 18 November 2025/);
  });

  test('an interval that was jumped to is the one that Data is opened at', async ({ home, openConsole }) => {
    // Minute 600 of the day: ten o'clock.
    await home.write('2.BAS', 'Sub Main()\r\n  Result = Para1 / (Minutes - 600)\r\nEnd Sub\r\n');
    const page = await openConsole();
    const line = await slowLine(page);
    await importCalls(page, { from: '2025-11-17', to: '2025-11-17' });
    await runPanel(page).getByRole('button', { name: 'Details…' }).click();
    const cause = page.getByRole('dialog').getByRole('button', { name: /^Show the interval of.*10:00/ });
    await expect(cause.first()).toBeVisible();
    line.hold('data.day');
    await cause.first().click();
    await page.getByRole('button', { name: 'Show this day in Data' }).click();
    const marked = dialog(page, 'Data').getByRole('region', { name: /^Counts by time/ });
    await expect(marked.locator('[aria-current=time]')).toContainText('10:00–10:15');
    line.letGo('data.day');
  });

  test('the days that are saved are those the view is at', async ({ home, openConsole }) => {
    await home.xlinkJson('import', '--calls', '--from', '2025-11-17', '--to', '2025-11-18');
    const page = await openConsole();
    const line = await slowLine(page);
    await chooseContextMenu(page, await selectValueType(page, 'Hotline', 'Calls offered'), 'Show data');
    const view = dialog(page, 'Data');
    await expect(view).toContainText(/Tuesday,? 18 November 2025/);
    await expect(view.getByRole('table', { name: 'Curves: Counts' })).toContainText('Calls offered');

    line.hold('data.series');
    await view.getByLabel('Day shown').fill('2025-11-17');
    const download = page.waitForEvent('download');
    await view.getByRole('button', { name: 'Export CSV' }).click();
    expect((await download).suggestedFilename()).toBe('xlink-2025-11-17.csv');
    line.letGo('data.series');
  });
});
