import { expect, test } from './fixtures.ts';
import { execSql } from './support/acd.ts';
import { expectClean } from './support/axe.ts';
import { writeSmallOldFolder } from './support/old-folder.ts';
import {
  chooseContextMenu,
  chooseMenu,
  dialog,
  line,
  menuItem,
  openRow,
  row,
  runPanel,
  selectValueType,
  systemRow,
} from './support/screen.ts';

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the ways of mapping, ${theme}`, async ({ openConsole }, testInfo) => {
    const page = await openConsole({ theme });
    const check = (screen: string) => expectClean(page, screen, testInfo.project.name === 'electron');
    const leave = async (title: string | RegExp) => {
      await page.keyboard.press('Escape');
      await expect(dialog(page, title)).toBeHidden();
    };
    await selectValueType(page, 'Hotline', 'Average handling time');
    await openRow(row(page, 'Interface', 'CS Hotline'));
    await line(row(page, 'Interface', 'talk_s')).click();
    await line(row(page, 'Interface', 'acw_s')).click({ modifiers: ['Shift'] });
    await page.keyboard.press('Control+Enter');
    await check('value types taken to be mapped by key');
    await page.keyboard.press('Escape');
    await line(row(page, 'WFM queues', 'Hotline')).click();
    await page.keyboard.press('Control+c');
    await line(row(page, 'WFM queues', 'Complaints')).click();
    await page.keyboard.press('Control+v');
    const copying = dialog(page, 'Copy mapping');
    await expect(copying.getByRole('combobox').first()).toHaveValue('CS Complaints');
    await copying.getByRole('combobox').last().fill('o');
    await check('Copy mapping, choosing a queue');
    await page.keyboard.press('Escape');
    await leave('Copy mapping');
    await line(row(page, 'Interface', 'CS Hotline')).click();
    await page.keyboard.press('Control+h');
    await expect(dialog(page, 'Replace everywhere')).toContainText('stands in');
    await check('Replace everywhere');
    await leave('Replace everywhere');
    await line(row(page, 'Interface', 'CS Complaints')).click();
    await page.keyboard.press('Shift+Enter');
    await expect(row(page, 'WFM queues', 'Complaints')).toHaveAccessibleDescription(/[1-9] of \d mapped/);
    await chooseMenu(page, 'View', 'Changes…');
    await expect(dialog(page, 'Changes').getByRole('row')).toHaveCount(2);
    await check('Changes');
    await leave('Changes');
  });

  test(`axe finds nothing on the screens and dialogs, ${theme}`, async ({ home, openConsole }, testInfo) => {
    test.setTimeout(240_000);
    await home.write('2.BAS', 'Sub Main()\r\n  Result = Para1 / 0\r\nEnd Sub\r\n');
    await home.xlinkJson('import', '--calls', '--from', '2025-11-17', '--to', '2025-11-18');
    await home.write('7.BAS', 'Sub Main()\r\n  Result = \r\nEnd Sub\r\n');
    const page = await openConsole({ theme });
    const check = (screen: string) => expectClean(page, screen, testInfo.project.name === 'electron');
    const leave = async (title: string | RegExp) => {
      await page.keyboard.press('Escape');
      await expect(dialog(page, title)).toBeHidden();
    };
    await expect(row(page, 'Interface', 'CS Hotline')).toBeVisible();
    await check('the window after the start');

    await selectValueType(page, 'Hotline', 'Average handling time');
    await openRow(row(page, 'Interface', 'CS Hotline'));
    await expect(page.getByRole('region', { name: /by interval on/ })).toBeVisible();
    await check('the window with a mapping and its values');

    await page.getByRole('searchbox', { name: 'Filter WFM queues' }).fill('zzz');
    await check('a filter that hides everything');
    await page.getByRole('searchbox', { name: 'Filter WFM queues' }).fill('');

    await page.getByRole('menubar').getByRole('menuitem', { name: 'Settings' }).click();
    await menuItem(page, 'Appearance').click();
    await check('a menu with its submenu');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await line(systemRow(page, 'Sample ACD')).click({ button: 'right' });
    await check('a context menu');
    await page.keyboard.press('Escape');

    await chooseContextMenu(page, systemRow(page, 'Sample ACD'), 'Configuration…');
    const configuration = dialog(page, /^Configuration/);
    await check('Configuration');
    await configuration.getByRole('combobox').fill('Driver=SQLite3;Database=/nowhere/acd.db;NoCreat=1');
    await configuration.getByRole('button', { name: 'Test ODBC' }).click();
    await expect(configuration.getByRole('alert')).toBeVisible();
    await check('Configuration, a test that failed');
    await leave(/^Configuration/);

    await chooseMenu(page, 'Settings', 'External systems…');
    const systems = dialog(page, 'External systems');
    await expect(systems.getByLabel(/QueueSQL$/)).toBeVisible();
    await check('External systems, form');
    await systems.getByRole('tab', { name: 'File' }).click();
    await expect(systems.getByRole('textbox', { name: /^Section of/ })).toBeVisible();
    await check('External systems, file');
    await systems.getByRole('tab', { name: 'Statements' }).click();
    await expect(systems.getByRole('tabpanel')).toContainText('SELECT');
    await check('External systems, statements');
    await systems.getByRole('button', { name: 'Add…' }).click();
    await dialog(page, 'Add an external system').getByRole('button', { name: 'Add', exact: true }).click();
    await check('Add an external system, without a name');
    await leave('Add an external system');
    await systems.getByRole('button', { name: 'Remove', exact: true }).click();
    await check('a question');
    await leave('Remove Sample ACD?');
    await leave('External systems');

    await line(row(page, 'WFM queues', 'Average handling time')).dblclick();
    await expect(dialog(page, /^Scenario/)).toContainText('No faults found.');
    await check('Scenario');
    await leave(/^Scenario/);

    await page.keyboard.press('Control+i');
    await dialog(page, 'Import call data').getByRole('checkbox', { name: 'Write null values' }).check();
    await check('Import call data');
    await leave('Import call data');
    await page.getByRole('button', { name: /^Last import/ }).click();
    await expect(runPanel(page).getByRole('region', { name: 'Problems' })).toBeVisible();
    await check('the report of a run with problems');
    await runPanel(page).getByRole('button', { name: 'Close' }).click();
    await chooseMenu(page, 'File', 'Import runs…');
    await expect(dialog(page, 'Import runs').getByRole('row')).toHaveCount(2);
    await check('Import runs');
    await leave('Import runs');

    await chooseMenu(page, 'File', 'Open Xlink folder…');
    await check('Open Xlink folder');
    await dialog(page, 'Open Xlink folder')
      .getByLabel('Folder')
      .fill(await writeSmallOldFolder(home));
    await page.keyboard.press('Enter');
    await expect(dialog(page, 'Open Xlink folder').getByRole('table')).toHaveCount(2);
    await check('the report on an Xlink folder');
    await leave('Open Xlink folder');

    await page
      .getByRole('toolbar')
      .getByRole('button', { name: /Problems/ })
      .click();
    await expect(dialog(page, 'Problems').getByRole('row').nth(1)).toBeVisible();
    await check('Problems');
    await leave('Problems');
    await chooseMenu(page, 'View', 'Logs', 'call_tree.log');
    await expect(dialog(page, 'call_tree.log').getByRole('region')).toBeVisible();
    await check('a log');
    await leave('call_tree.log');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('import');
    await check('the palette');
    await leave('Search or run a command');
    await chooseMenu(page, 'Help', 'Keyboard shortcuts…');
    await check('Keyboard shortcuts');
    await leave('Keyboard shortcuts');
    await chooseMenu(page, 'Help', 'About Xlink…');
    await check('About Xlink');
    await leave('About Xlink');

    execSql(home.path('sample-acd.db'), 'ALTER TABLE queue RENAME TO queue_moved');
    await page.getByRole('button', { name: 'Read tree again' }).click();
    await expect(systemRow(page, 'Sample ACD')).toHaveAccessibleDescription(/failed/);
    await check('a tree that could not be read');
  });
}

test('axe finds nothing on a home without any system, and the window says what to do first', async ({
  bareHome,
  openConsole,
}, testInfo) => {
  await bareHome.write('isps_ul.ini', '[General]\r\nProtocol=1\r\n');
  const page = await openConsole({ home: bareHome });
  await expect(page.getByRole('button', { name: 'Add external system…' })).toBeVisible();
  await expect(page.getByText('No WFM queue yet')).toBeVisible();
  await expectClean(page, 'an empty home', testInfo.project.name === 'electron');
});
