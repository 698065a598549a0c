import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type TestHome, test } from './fixtures.ts';
import { execSql, sampleDatabase, sqliteSource } from './support/acd.ts';
import { chooseContextMenu, dialog, systemRow } from './support/screen.ts';

const title = 'Configuration · Sample ACD';

/** Two data sources as an administrator writes them: one that works, one whose database was moved away. */
async function writeDataSources(home: TestHome): Promise<void> {
  await home.writeOdbcIni(
    [
      '[Contact_centre]',
      'Description=Sample of the contact centre',
      'Driver=SQLite3',
      `Database=${sampleDatabase(home)}`,
      '',
      '[Archive]',
      'Driver=SQLite3',
      `Database=${path.join(home.besideFolder, 'moved-away', 'acd.db')}`,
      '',
    ].join('\n'),
  );
}

test.describe('Configuration of an external system', () => {
  test('a data source is chosen from those found, tested and saved; the tree is read again', async ({
    home,
    openConsole,
  }) => {
    await writeDataSources(home);
    const before = await home.text('isps_ul.ini');
    const page = await openConsole();
    const system = systemRow(page, 'Sample ACD');
    await expect(system).toHaveAccessibleDescription(/connected/);

    await chooseContextMenu(page, system, 'Configuration…');
    const configuration = dialog(page, title);
    const source = configuration.getByRole('combobox', { name: 'Data source' });
    await expect(source).toHaveValue(/^Driver=SQLite3;/);
    await configuration.getByRole('button', { name: 'Data sources found' }).click();
    const found = page.getByRole('listbox', { name: 'Data sources found' }).getByRole('option');
    await expect(found).toContainText(['Archive', 'Contact_centre']);
    await found.filter({ hasText: 'Contact_centre' }).click();
    await expect(source).toHaveValue('Contact_centre');

    await configuration.getByRole('button', { name: 'Test ODBC' }).click();
    await expect(configuration.getByRole('status')).toContainText(/The connection works: .*sqlite/i);
    const steps = configuration.getByRole('region', { name: 'Steps of the test' }).getByRole('listitem');
    await expect(steps).toContainText([
      /^1Driver manager · done.*unixODBC/,
      /^2Data source · done.*"Contact_centre": user data source, 64-bit, in /,
      /^3Driver loads · done.*SQLite3, .*64-bit/,
      /^4Login · done.*Connected to SQLite/,
      /^5Clock of the server · skipped.*The database is a file/,
      /^6Read right: /,
      /QueueSQL · done.*12 rows, the first one: /,
      /QueueMappingSQL|First rows/,
    ]);
    await expect(steps.last()).toContainText(/Rows of yesterday · done.*No row of \d{1,2} \w+ \d{4}/);
    expect(await home.text('isps_ul.ini'), 'a test saves nothing').toBe(before);

    await configuration.getByRole('button', { name: 'OK' }).click();
    await expect(configuration).toBeHidden();
    const sourceLine = /^Source=.*$/m;
    await expect
      .poll(() => home.text('isps_ul.ini'))
      .toBe(before.replace(sourceLine, 'Source=Contact_centre'));
    await expect(system).toHaveAccessibleDescription(/connected, 12 queues/);
    expect(await home.text('logs/isps_ul.log')).toContain('system Sample ACD: configuration changed');
  });

  test('what is odd about a data source is said where it is chosen', async ({ home, openConsole }) => {
    const oldDriver = path.join(home.besideFolder, 'libold.so');
    const header = Buffer.alloc(64);
    header.write('\x7fELF\x01', 'latin1');
    await writeFile(oldDriver, header);
    await home.writeOdbcIni(
      [
        '[Contact_centre]',
        'Driver=SQLite3',
        `Database=${sampleDatabase(home)}`,
        '[Old one]',
        `Driver=${oldDriver}`,
        '[Stranger]',
        'Driver=FreeTDS',
        '',
      ].join('\n'),
    );
    const page = await openConsole();
    await chooseContextMenu(page, systemRow(page, 'Sample ACD'), 'Configuration…');
    const configuration = dialog(page, title);
    const source = configuration.getByRole('combobox', { name: 'Data source' });
    await expect(source).toHaveValue(/^Driver=SQLite3;/);
    await configuration.getByRole('button', { name: 'Data sources found' }).click();
    const found = page.getByRole('listbox', { name: 'Data sources found' }).getByRole('option');
    await expect(found.filter({ hasText: 'Contact_centre' })).toHaveText('Contact_centreSQLite364 bituser');
    await expect(found.filter({ hasText: 'Stranger' })).toContainText(
      'Its driver "FreeTDS" is not registered on this machine. Registered are: ',
    );
    const old = found.filter({ hasText: 'Old one' });
    await expect(old).toContainText('is 32-bit, this program is 64-bit and cannot load it');
    await old.click();
    await expect(configuration).toContainText('is 32-bit, this program is 64-bit and cannot load it');

    await configuration.getByRole('button', { name: 'Test ODBC' }).click();
    const steps = configuration.getByRole('region', { name: 'Steps of the test' }).getByRole('listitem');
    await expect(steps.nth(2)).toContainText('Driver loads · failed');
    await expect(steps.nth(2).getByRole('alert')).toContainText('ODBC_ARCHITECTURE');
    await expect(steps.nth(3)).toContainText('Login · skipped');
  });

  test('a statement that fails stops no other, and the report can be handed on without the password', async ({
    home,
    openConsole,
  }) => {
    const password = 'n0t;f0r{mail}';
    const page = await openConsole();
    await home.write(
      'isps_ul.ini',
      (await home.text('isps_ul.ini')).replace(/^QueueSQL=.*$/m, 'QueueSQL=SELECT x FROM nowhere'),
    );
    await chooseContextMenu(page, systemRow(page, 'Sample ACD'), 'Configuration…');
    const configuration = dialog(page, title);
    await expect(configuration.getByRole('combobox', { name: 'Data source' })).toHaveValue(/^Driver=/);
    await configuration.getByLabel('Password').fill(password);
    await configuration.getByRole('button', { name: 'Test ODBC' }).click();
    await expect(configuration.getByRole('status')).toHaveText('The connection works, but 1 step failed.');
    const failed = configuration.getByRole('listitem').filter({ hasText: 'Statement: QueueSQL · failed' });
    await expect(failed.getByRole('alert')).toContainText('no such table: nowhere');
    await expect(configuration.getByRole('listitem').last()).toContainText('Rows of yesterday · done');

    await configuration.getByRole('button', { name: 'Copy report' }).click();
    await expect(configuration.getByRole('button', { name: 'Copied' })).toBeVisible();
    const report = await page.evaluate(() => navigator.clipboard.readText());
    expect(report).toMatch(/^Test ODBC: Sample ACD, \d{4}-\d\d-\d\d \d\d:\d\d UTC\n/);
    expect(report).toContain('SELECT x FROM nowhere');
    expect(report).not.toContain('f0r');
    expect(report).not.toMatch(/Driver=|Database=|PWD=/i);
  });

  test('the name of a data source that does not exist is answered with those that do', async ({
    home,
    openConsole,
  }) => {
    await writeDataSources(home);
    const page = await openConsole();
    await chooseContextMenu(page, systemRow(page, 'Sample ACD'), 'Configuration…');
    const configuration = dialog(page, title);
    await configuration.getByRole('combobox', { name: 'Data source' }).fill('Contact_center');
    await configuration.getByRole('button', { name: 'Test ODBC' }).click();
    await expect(configuration.getByRole('status')).toContainText('The connection does not work.');
    const reason = configuration.getByRole('alert');
    await expect(reason).toContainText('Contact_center');
    await expect(reason).toContainText('Contact_centre');
    await expect(reason).toContainText('Archive');
  });

  test('a database file that is not there is named', async ({ home, openConsole }) => {
    const page = await openConsole();
    await chooseContextMenu(page, systemRow(page, 'Sample ACD'), 'Configuration…');
    const configuration = dialog(page, title);
    const nowhere = path.join(home.besideFolder, 'nowhere.db');
    await configuration.getByRole('combobox', { name: 'Data source' }).fill(sqliteSource(nowhere));
    await configuration.getByRole('button', { name: 'Test ODBC' }).click();
    await expect(configuration.getByRole('status')).toContainText('The connection does not work.');
    await expect(configuration.getByRole('alert')).toContainText('HY000');
    await expect(configuration.getByRole('alert')).toContainText('The database file cannot be opened');
    // The way on is in the same place: correct it and test again.
    await configuration
      .getByRole('combobox', { name: 'Data source' })
      .fill(sqliteSource(sampleDatabase(home)));
    await configuration.getByRole('button', { name: 'Test again' }).click();
    await expect(configuration.getByRole('status')).toContainText('The connection works');
    await expect(configuration.getByRole('alert')).toHaveCount(0);
  });

  test('a tree that cannot be read says so in its place, and call_tree.log has the statement and the driver’s words', async ({
    home,
    openConsole,
  }) => {
    const other = path.join(home.besideFolder, 'other.db');
    execSql(other, 'CREATE TABLE something_else (id INTEGER)');
    const page = await openConsole();
    const system = systemRow(page, 'Sample ACD');
    await chooseContextMenu(page, system, 'Configuration…');
    const configuration = dialog(page, title);
    const source = configuration.getByRole('combobox', { name: 'Data source' });
    await expect(source).toHaveValue(/^Driver=SQLite3;/);
    const right = await source.inputValue();
    await source.fill(sqliteSource(other));
    await configuration.getByRole('button', { name: 'OK' }).click();

    await expect(system).toHaveAccessibleDescription(/failed/);
    await expect(system).toContainText('A table or view of the statement does not exist');
    await expect(system).toContainText('no such table: queue');
    await expect(system).toContainText('HY000');
    await expect
      .poll(() => home.text('logs/call_tree.log'))
      .toMatch(/SELECT name, queue_key FROM queue\n.*no such table: queue/);

    // The log opens from the row that failed.
    await system.getByRole('button', { name: 'call_tree.log' }).click();
    const log = dialog(page, 'call_tree.log');
    await expect(log.getByRole('region', { name: 'Text of call_tree.log' })).toContainText(
      'no such table: queue',
    );
    await page.keyboard.press('Escape');

    // And so does the way to put it right.
    await system.getByRole('button', { name: 'Configuration…' }).click();
    await source.fill(right);
    await expect(configuration.getByRole('button', { name: 'OK' })).toBeEnabled();
    await page.keyboard.press('Enter');
    await expect(system).toHaveAccessibleDescription(/connected, 12 queues/);
    await expect(system).not.toContainText('does not exist');
  });

  test('a password is stored encrypted and is nowhere to be read again', async ({ home, openConsole }) => {
    const password = 'Geheim-7391-été';
    const page = await openConsole();
    const system = systemRow(page, 'Sample ACD');
    await chooseContextMenu(page, system, 'Configuration…');
    const configuration = dialog(page, title);
    await configuration.getByLabel('User').fill('reader');
    await configuration.getByLabel('Password').fill(password);
    await configuration.getByRole('button', { name: 'Test ODBC' }).click();
    await expect(configuration.getByRole('status')).toContainText('The connection works');
    await configuration.getByRole('button', { name: 'OK' }).click();
    await expect(configuration).toBeHidden();
    await expect(system).toHaveAccessibleDescription(/connected/);

    await chooseContextMenu(page, system, 'Configuration…');
    await expect(configuration).toContainText('Stored, encrypted');
    // A failing connection has the most to say; it must not say this.
    await configuration
      .getByRole('combobox', { name: 'Data source' })
      .fill('Driver=SQLite3;Database=/nowhere/a.db;NoCreat=1');
    await configuration.getByRole('button', { name: 'OK' }).click();
    await expect(system).toHaveAccessibleDescription(/failed/);
    expect(await page.content()).not.toContain(password);

    const names = await home.files();
    expect(names).toEqual(expect.arrayContaining(['secrets.json', 'logs/call_tree.log', 'logs/isps_ul.log']));
    for (const name of names) {
      const bytes = await home.bytes(name);
      expect(bytes.includes(Buffer.from(password, 'utf8')), `${name} holds the password`).toBe(false);
      expect(bytes.includes(Buffer.from(password, 'latin1')), `${name} holds the password`).toBe(false);
    }
    expect(await home.text('isps_ul.ini')).toContain('User=reader\r\n');
  });
});
