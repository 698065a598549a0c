import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { sampleDatabase, sqliteSource } from './support/acd.ts';
import { chooseMenu, dialog, openRow, row, systemRow } from './support/screen.ts';

/** A field of the form by the key that it writes. */
function field(form: Locator, key: string): Locator {
  return form.getByLabel(new RegExp(`\\b${key}$`));
}

function fileEditor(page: Page, name: string): Locator {
  return page.getByRole('textbox', { name: `Section of ${name} in isps_ul.ini` });
}

/** The list of systems with the question for a new one open over it. */
async function askToAdd(page: Page): Promise<{ readonly systems: Locator; readonly adding: Locator }> {
  await chooseMenu(page, 'Settings', 'External systems…');
  const systems = dialog(page, 'External systems');
  await systems.getByRole('button', { name: 'Add…' }).click();
  return { systems, adding: dialog(page, 'Add an external system') };
}

/** The lines of an editor as they stand in the file. */
async function editorLines(editor: Locator): Promise<string[]> {
  return (await editor.locator('.cm-line').allTextContents()).filter((text) => text !== '');
}

const keys = {
  QueueSQL: 'SELECT name FROM queue ORDER BY name',
  QueueMappingSQL: 'SELECT name, queue_key FROM queue',
  CallDataTable: 'queue_interval',
  QueueNameColumn: 'queue_key',
  QueueNameType: '1',
  ValueTypes: 'offered;answered;talk_s + hold_s',
  ValueTypeFunctions: 'SUM',
  TimeStampColumn: 'start_local',
  TimeStampType: '0',
  TimeStampFormat: 'yyyy-mm-dd HH:MM:SS',
  Interval: '15',
  TimeZone: 'Europe/Paris',
};

test.describe('External systems', () => {
  test('a new system is asked for what its ACD needs, and is there at once with connection and password', async ({
    home,
    openConsole,
  }) => {
    const before = await home.text('isps_ul.ini');
    const page = await openConsole();
    const { systems, adding } = await askToAdd(page);
    await expect(adding.getByLabel('Name', { exact: true })).toBeFocused();
    await expect(adding.getByLabel('Interface')).toHaveValue('universal');
    await expect(adding).toContainText('Any database');
    await expect(field(adding, 'QueueMappingSQL'), 'of use to few: it waits in the form').toHaveCount(0);

    await adding.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(adding, 'nothing is saved without a name').toContainText('Enter a name.');
    await adding.getByLabel('Name', { exact: true }).fill('Bank');
    await adding.getByRole('combobox', { name: 'Data source' }).fill(sqliteSource(sampleDatabase(home)));
    await adding.getByLabel('User', { exact: true }).fill('reader');
    await adding.getByLabel('Password').fill('n0t in the file');
    const asked = ['QueueSQL', 'CallDataTable', 'QueueNameColumn', 'ValueTypes', 'TimeStampColumn'] as const;
    for (const key of asked) await field(adding, key).fill(key === 'QueueNameColumn' ? 'queue' : keys[key]);
    await field(adding, 'TimeStampType').selectOption('0');
    await field(adding, 'Interval').fill('soon');
    await adding.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(adding, 'a wrong value is not saved').toContainText('Enter a number.');
    expect(await home.text('isps_ul.ini')).toBe(before);
    await field(adding, 'Interval').fill('15');
    await adding.getByRole('button', { name: 'Add', exact: true }).click();

    await expect(adding).toBeHidden();
    await expect(systems.getByRole('option', { name: /^Bank/ })).toHaveAttribute('aria-selected', 'true');
    const written = await home.text('isps_ul.ini');
    expect(written.startsWith(before), 'what was there stays as it is, byte for byte').toBe(true);
    expect(written.slice(before.length).split('\r\n').filter(Boolean)).toEqual([
      '[Bank]',
      `Source=${sqliteSource(sampleDatabase(home))}`,
      'User=reader',
      `QueueSQL=${keys.QueueSQL}`,
      'CallDataTable=queue_interval',
      'QueueNameColumn=queue',
      `ValueTypes=${keys.ValueTypes}`,
      'TimeStampColumn=start_local',
      'TimeStampType=0',
      'Interval=15',
    ]);
    expect(await home.text('secrets.json')).not.toContain('n0t in the file');
  });

  test('a standard interface says what it is for and asks for little: the tables of its ACD are known', async ({
    home,
    openConsole,
  }) => {
    const before = await home.text('isps_ul.ini');
    const page = await openConsole();
    const { systems, adding } = await askToAdd(page);
    await adding.getByLabel('Name', { exact: true }).fill('CMS');
    await field(adding, 'CallDataTable').fill('of the interface chosen first');
    await adding.getByLabel('Interface').selectOption({ label: 'Avaya CMS' });
    await expect(adding).toContainText('splits and VDNs');
    await expect(field(adding, 'CallDataTable')).toHaveCount(0);
    await expect(field(adding, 'SplitTable')).toHaveCount(0);
    await field(adding, 'TimeZone').fill('11');
    await adding.getByRole('button', { name: 'Add', exact: true }).click();

    await expect(adding).toBeHidden();
    expect((await home.text('isps_ul.ini')).slice(before.length).split('\r\n').filter(Boolean)).toEqual([
      '[CMS]',
      'TimeZone=11',
    ]);
    await expect(systems.getByRole('option', { name: 'CMS Avaya CMS' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await expect(field(systems, 'SplitTable')).toHaveAttribute('placeholder', 'default: root.hsplit');
  });

  test('a Universal system is added, its section written in a form, and its tree read', async ({
    home,
    openConsole,
  }) => {
    const before = await home.text('isps_ul.ini');
    const page = await openConsole();
    const { systems, adding } = await askToAdd(page);
    await adding.getByLabel('Name', { exact: true }).fill('Bank');
    await adding.getByRole('button', { name: 'Add', exact: true }).click();

    await expect(systems.getByRole('option', { name: /^Bank/ })).toHaveAttribute('aria-selected', 'true');
    for (const [key, value] of Object.entries(keys)) {
      const control = field(systems, key);
      if (key === 'QueueNameType' || key === 'TimeStampType') await control.selectOption(value);
      else await control.fill(value);
    }
    await expect(systems.getByText('unsaved')).toBeVisible();

    // The file tab shows the same section as its lines.
    await systems.getByRole('tab', { name: 'File' }).click();
    const lines = Object.entries(keys).map(([key, value]) => `${key}=${value}`);
    await expect
      .poll(async () => (await editorLines(fileEditor(page, 'Bank'))).sort())
      .toEqual([...lines].sort());
    await systems.getByRole('button', { name: 'Save' }).click();
    await expect(systems.getByText('saved', { exact: true })).toBeVisible();

    // Data source and login have their own dialog, which a system has from the start.
    await systems.getByRole('button', { name: 'Configuration…' }).click();
    const configuration = dialog(page, 'Configuration · Bank');
    await configuration
      .getByRole('combobox', { name: 'Data source' })
      .fill(sqliteSource(sampleDatabase(home)));
    await configuration.getByRole('button', { name: 'OK' }).click();
    await systems.getByRole('button', { name: 'Close' }).last().click();
    await expect(systems).toBeHidden();

    const written = await home.text('isps_ul.ini');
    expect(written.startsWith(before), 'what was there stays as it is, byte for byte').toBe(true);
    const section = written
      .slice(before.length)
      .split('\r\n')
      .filter((text) => text !== '');
    expect(section[0]).toBe('[Bank]');
    expect(section.slice(1).sort()).toEqual(
      [...lines, `Source=${sqliteSource(sampleDatabase(home))}`].sort(),
    );

    const bank = systemRow(page, 'Bank');
    await openRow(bank);
    await expect(bank).toHaveAccessibleDescription(/connected, 12 queues/);
    await openRow(row(page, 'Interface', 'TS Mobile').last());
    await expect(row(page, 'Interface', 'talk_s + hold_s')).toBeVisible();
  });

  test('an edit in the file is seen in the form and the other way round, before anything is saved', async ({
    openConsole,
    home,
  }) => {
    const page = await openConsole();
    await chooseMenu(page, 'Settings', 'External systems…');
    const systems = dialog(page, 'External systems');
    await field(systems, 'Interval').fill('30');
    await systems.getByRole('tab', { name: 'File' }).click();
    const editor = fileEditor(page, 'Sample ACD');
    await expect(editor).toContainText('Interval=30');
    await expect(editor).toContainText('; calls');

    await editor.getByText('Interval=30').click();
    await page.keyboard.press('End');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('60');
    await systems.getByRole('tab', { name: 'Form' }).click();
    await expect(field(systems, 'Interval')).toHaveValue('60');

    const before = await home.text('isps_ul.ini');
    await systems.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => home.text('isps_ul.ini')).toBe(before.replace('Interval=15', 'Interval=60'));
  });

  test('an edit of isps_ul.ini by another program is seen at once, without a restart', async ({
    home,
    openConsole,
  }) => {
    const page = await openConsole();
    await chooseMenu(page, 'Settings', 'External systems…');
    const systems = dialog(page, 'External systems');
    await expect(field(systems, 'TimeZone')).toHaveValue('Europe/Paris');
    const settings = await home.text('isps_ul.ini');
    await home.write('isps_ul.ini', settings.replace('TimeZone=Europe/Paris', 'TimeZone=+02:00'));
    await expect(field(systems, 'TimeZone')).toHaveValue('+02:00');
  });

  test('two edits of one section at once: the reader decides, nothing is overwritten blindly', async ({
    home,
    openConsole,
  }) => {
    const page = await openConsole();
    await chooseMenu(page, 'Settings', 'External systems…');
    const systems = dialog(page, 'External systems');
    await field(systems, 'Interval').fill('30');
    const settings = await home.text('isps_ul.ini');
    const theirs = settings.replace('TimeZone=Europe/Paris', 'TimeZone=+02:00');
    await home.write('isps_ul.ini', theirs);

    const warning = systems
      .getByRole('alert')
      .filter({ hasText: 'isps_ul.ini was changed outside meanwhile.' });
    await expect(warning).toBeVisible();
    await expect(systems.getByRole('button', { name: 'Save' })).toBeDisabled();
    await warning.getByRole('button', { name: 'Keep mine' }).click();
    expect(await home.text('isps_ul.ini'), 'still theirs, until it is saved').toBe(theirs);
    await systems.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => home.text('isps_ul.ini')).toBe(settings.replace('Interval=15', 'Interval=30'));
  });

  test('a system is removed only after a question; its mappings stay and are shown as broken', async ({
    home,
    openConsole,
  }) => {
    const page = await openConsole();
    const mapping = await home.text('acd_map.ini');
    await chooseMenu(page, 'Settings', 'External systems…');
    const systems = dialog(page, 'External systems');
    await systems.getByRole('button', { name: 'Remove', exact: true }).click();
    await page
      .getByRole('dialog', { name: 'Remove Sample ACD?' })
      .getByRole('button', { name: 'Cancel' })
      .click();
    expect(await home.text('isps_ul.ini')).toContain('[Sample ACD]');

    await systems.getByRole('button', { name: 'Remove', exact: true }).click();
    await page
      .getByRole('dialog', { name: 'Remove Sample ACD?' })
      .getByRole('button', { name: 'Remove' })
      .click();
    await expect.poll(() => home.text('isps_ul.ini')).not.toContain('[Sample ACD]');
    await page.keyboard.press('Escape');
    expect(await home.text('acd_map.ini')).toBe(mapping);
    await openRow(row(page, 'WFM queues', 'Orders'));
    await expect(row(page, 'WFM queues', 'Calls offered')).toHaveAccessibleDescription(/source unknown/);
  });
});
