import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { dialog, pane, row, runPanel, sources } from './support/screen.ts';

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Tab until it has the focus; fails where Tab does not lead there. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let steps = 0; steps < 40; steps += 1) {
    if (await wanted.evaluate((element) => element === element.ownerDocument.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(wanted).toBeFocused();
}

test('Keys alone: map, write the scenario, undo and redo, import, look at the report', async ({
  home,
  openConsole,
}) => {
  const page = await openConsole();
  const before = await home.text('acd_map.ini');
  await expect(row(page, 'Interface', 'CS Complaints')).toBeVisible();
  await expect(row(page, 'WFM queues', 'Complaints')).toBeVisible();

  // To the WFM queues, by type-ahead to the queue, open it, down to its first value type.
  await press(page, 'Control+2');
  await page.keyboard.type('Compl');
  await press(page, 'ArrowRight', 'ArrowDown');
  await expect(
    pane(page, 'Mapping').getByRole('heading', { name: 'Customer service › Complaints › Calls offered' }),
  ).toBeVisible();

  // To the Interface: the same way to the external value type; Enter maps it.
  await press(page, 'Control+1');
  await page.keyboard.type('CS Compl');
  await press(page, 'ArrowRight', 'ArrowDown', 'Enter');
  await expect(sources(page)).toHaveText([/Para1.*offered/]);
  await page.keyboard.type('ov');
  // The Menu key's menu offers the same.
  await press(page, 'Shift+F10');
  await expect(page.getByRole('menuitem', { name: /^Map to Complaints › Calls offered/ })).toBeFocused();
  await press(page, 'Enter');
  await expect(sources(page)).toHaveText([/Para1.*offered/, /Para2.*overflow/]);

  // To the sources: the second one up, then away, then back by undo.
  await press(page, 'Control+3');
  await expect(page.getByRole('listbox', { name: 'Sources' })).toBeFocused();
  await press(page, 'ArrowDown', 'Alt+ArrowUp');
  await expect(sources(page)).toHaveText([/Para1.*overflow/, /Para2.*offered/]);
  await press(page, 'Delete');
  await expect(sources(page)).toHaveText([/Para1.*offered/]);
  await press(page, 'Control+z', 'Control+z');
  await expect(sources(page)).toHaveText([/Para1.*offered/, /Para2.*overflow/]);

  // F6 goes through the panes; Enter on the value type opens its scenario.
  await press(page, 'Control+2', 'Enter');
  const scenario = dialog(page, 'Scenario · Complaints › Calls offered');
  const script = scenario.getByRole('textbox', { name: 'Script' });
  await expect(script).toBeFocused();
  await tabTo(page, scenario.getByRole('button', { name: 'Create' }));
  await press(page, 'Enter');
  await expect(script).toContainText('Result = (Para1 + Para2) * 100');
  await press(page, 'Control+Enter');
  await expect(scenario).toBeHidden();
  await expect(page.getByRole('tree', { name: 'WFM queues' })).toBeFocused();
  const left = 'Sample:1001:1005:1';
  expect(await home.text('acd_map.ini')).toBe(
    [
      `${before}${left}=Sample ACD:CS Complaints:offered`,
      `${left}=Sample ACD:CS Complaints:overflow`,
      `${left}=$20.BAS`,
      '',
    ].join('\r\n'),
  );

  // Import: a day that reads the same in every order of day and month.
  await press(page, 'Control+i');
  const asking = dialog(page, 'Import call data');
  await expect(asking.getByLabel('From day')).toBeFocused();
  await page.keyboard.type('10102025');
  await tabTo(page, asking.getByLabel('To day'));
  await page.keyboard.type('10102025');
  await expect(asking.getByLabel('From day')).toHaveValue('2025-10-10');
  await expect(asking.getByLabel('To day')).toHaveValue('2025-10-10');
  await press(page, 'Enter');
  await expect(runPanel(page).getByRole('status')).toHaveText('completed');
  await tabTo(page, runPanel(page).getByRole('button', { name: 'Close' }));
  await press(page, 'Enter');
  await expect(runPanel(page)).toBeHidden();
  await expect(
    page.getByRole('region', { name: 'Imported values' }).getByLabel('Day', { exact: true }),
  ).toHaveValue('2025-10-10');

  // Menu bar and palette.
  await press(page, 'F10');
  await expect(page.getByRole('menubar').getByRole('menuitem', { name: 'File' })).toBeFocused();
  await press(page, 'Enter');
  await expect(page.getByRole('menuitem', { name: /^Import runs/ })).toBeVisible();
  await press(page, 'Escape', 'Control+k');
  await expect(page.getByRole('combobox', { name: 'Search or run a command' })).toBeFocused();
  await page.keyboard.type('external systems');
  await press(page, 'Enter');
  await expect(dialog(page, 'External systems')).toBeVisible();
  await press(page, 'Escape');
  await expect(dialog(page, 'External systems')).toBeHidden();
});
