import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, type TestHome, test } from './fixtures.ts';
import { execSql, queryOne, sqliteSource } from './support/acd.ts';
import { chooseContextMenu, chooseMenu, dialog, openRow, row, systemRow } from './support/screen.ts';

/** A database as a site has it: German names, texts for time stamps, keys whose names stand elsewhere. */
const siteDatabase = `
  CREATE TABLE Einstellungen (Name VARCHAR(40), Wert VARCHAR(40));
  CREATE TABLE Mitarbeiter (Nr INTEGER, Name VARCHAR(40));
  CREATE TABLE Warteschlangen (Nr INTEGER, Bezeichnung VARCHAR(40));
  INSERT INTO Warteschlangen VALUES (1, 'Vertrieb'), (2, 'Technik');
  CREATE TABLE Anrufstatistik (Beginn VARCHAR(20), Warteschlange_Nr INTEGER, Angeboten INTEGER, Angenommen INTEGER, "Summe Gesprächszeit" INTEGER, Bemerkung VARCHAR(20));
  WITH RECURSIVE slot (n) AS (SELECT 32 UNION ALL SELECT n + 1 FROM slot WHERE n < 71)
  INSERT INTO Anrufstatistik SELECT printf('24.11.2025 %02d:%02d', n / 4, n % 4 * 15), q.Nr, n % 7 + q.Nr, n % 5, n * 10, ''
    FROM slot, Warteschlangen q;
  CREATE TABLE reports (started VARCHAR(20), queue VARCHAR(20), offered INTEGER);
  INSERT INTO reports SELECT replace(Beginn, '24.11.2025', '03/04/2025'), 'Sales', Angeboten FROM Anrufstatistik;
  CREATE TABLE leer (stamp TIMESTAMP, queue VARCHAR(20), calls INTEGER);`;

/** Adds the system *Site*, of which nothing but the data source is known. Gives the file of its database. */
async function addSite(home: TestHome, sql = siteDatabase): Promise<string> {
  const file = path.join(home.besideFolder, 'site.db');
  execSql(file, sql);
  const settings = await home.text('isps_ul.ini');
  await home.write(
    'isps_ul.ini',
    `${settings}\r\n[Site]\r\nSource=${sqliteSource(file)}\r\nTimeZone=Europe/Berlin\r\n`,
  );
  await home.loadWfm({
    externalSystems: [{ name: 'Site', interface: 'universal', phoneLink: true, timeLink: false }],
  });
  return file;
}

async function openSearch(page: Page, system = 'Site'): Promise<Locator> {
  await chooseContextMenu(page, systemRow(page, system), 'Find my tables…');
  const search = dialog(page, `Find my tables · ${system}`);
  await expect(search).toBeVisible();
  return search;
}

const role = (search: Locator, column: string) =>
  search.getByRole('combobox', { name: `Role of ${column}`, exact: true });

const selectedTable = (search: Locator) =>
  search.getByRole('listbox', { name: 'Tables and views' }).getByRole('option', { selected: true });

/** A key as it will be written. */
const key = (search: Locator, name: string) =>
  search
    .getByRole('region', { name: 'Keys as they will be written' })
    .getByRole('row')
    .filter({ has: search.page().getByRole('rowheader', { name, exact: true }) })
    .getByRole('cell')
    .first();

test.describe('Find my tables', () => {
  test('proposes table, columns and names, shows the first intervals, and writes the section', async ({
    home,
    openConsole,
  }) => {
    const file = await addSite(home);
    const before = await home.text('isps_ul.ini');
    const page = await openConsole();
    const search = await openSearch(page);

    await expect(selectedTable(search)).toContainText('Anrufstatistik');
    await expect(role(search, 'Beginn')).toHaveValue('stamp');
    await expect(role(search, 'Warteschlange_Nr')).toHaveValue('queue');
    await expect(role(search, 'Angeboten')).toHaveValue('SUM');
    await expect(role(search, 'Bemerkung')).toHaveValue('none');
    await expect(search.getByLabel('Format of the time stamp')).toHaveValue('dd.mm.yyyy HH:MM');
    await expect(search.getByLabel('Each row is')).toHaveValue('15');
    await expect(search.getByLabel('Names of the queues')).toContainText('Bezeichnung from Warteschlangen');
    await expect(search.getByRole('row', { name: /^Beginn/ })).toContainText(
      'Its texts fit dd.mm.yyyy HH:MM',
    );

    await expect(key(search, 'ValueTypes')).toHaveText('Angeboten;Angenommen;""Summe Gesprächszeit""');
    const preview = search.getByRole('region', { name: 'Preview' });
    await expect(preview).toContainText('24 November 2025');
    await expect(preview).toContainText('times in Europe/Berlin');
    const { offered } = queryOne<{ offered: number }>(
      file,
      "SELECT Angeboten AS offered FROM Anrufstatistik WHERE Beginn = '24.11.2025 08:00' AND Warteschlange_Nr = 1",
    );
    await expect(preview.getByRole('row').nth(1)).toContainText(new RegExp(`^08:00Vertrieb${offered}`));

    await search.getByRole('button', { name: 'Write to section' }).click();
    await expect(search).toBeHidden();
    const written = await home.text('isps_ul.ini');
    expect(written.startsWith(before.trimEnd()), 'what was there stays, byte for byte').toBe(true);
    expect(
      written
        .slice(before.trimEnd().length)
        .split('\r\n')
        .filter((line) => line !== ''),
    ).toEqual([
      'CallDataTable=Anrufstatistik',
      'TimeStampColumn=Beginn',
      'TimeStampType=0',
      'TimeStampFormat=dd.mm.yyyy HH:MM',
      'QueueNameColumn=Warteschlange_Nr',
      'QueueNameType=1',
      'QueueSQL=SELECT Bezeichnung FROM Warteschlangen ORDER BY Bezeichnung',
      'QueueMappingSQL=SELECT Bezeichnung, Nr FROM Warteschlangen',
      'RetrieveValueTypesUsing=1',
      expect.stringMatching(/^ValueTypes=Angeboten;Angenommen;""Summe Gespr.+chszeit""$/),
      'ValueTypeFunctions=SUM',
      'Interval=15',
    ]);
    const site = systemRow(page, 'Site');
    await expect(site).toHaveAccessibleDescription(/connected, 2 queues/);
    await openRow(site);
    await openRow(row(page, 'Interface', 'Vertrieb'));
    await expect(row(page, 'Interface', 'Angeboten')).toBeVisible();
  });

  test('asks what is not sure, takes the answer, and goes by keyboard alone', async ({
    home,
    openConsole,
  }) => {
    await addSite(home);
    const page = await openConsole();
    const search = await openSearch(page);
    const filter = search.getByRole('searchbox', { name: 'Filter tables' });
    await filter.fill('repz');
    await expect(selectedTable(search)).toHaveCount(0);
    // The list comes back, and the one who types goes on typing.
    for (const key of ['Backspace', 'Backspace']) await page.keyboard.press(key);
    await expect(filter).toHaveValue('re');
    await page.keyboard.press('p');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await expect(selectedTable(search)).toContainText('reports');

    const questions = search.getByRole('region', { name: 'To decide' });
    await expect(questions).toContainText('Day and month cannot be told apart in started');
    await expect(search.getByText('Choose the column of the time stamp.')).toBeVisible();
    await expect(search.getByRole('button', { name: 'Write to section' })).toBeDisabled();
    await questions.getByRole('button', { name: 'Take mm/dd/yyyy HH:MM' }).press('Enter');
    await expect(questions).toBeHidden();
    await expect(search.getByRole('region', { name: 'Preview' })).toContainText('4 March 2025');

    await role(search, 'offered').focus();
    await page.keyboard.press('ArrowDown');
    await expect(role(search, 'offered')).toHaveValue('COUNT');
    await expect(key(search, 'ValueTypeFunctions')).toHaveText('COUNT');
    await search.getByRole('button', { name: 'Write to section' }).press('Enter');
    await expect(search).toBeHidden();
    expect(await home.text('isps_ul.ini')).toContain('TimeStampFormat=mm/dd/yyyy HH:MM\r\n');
  });

  test('shows what its keys replace, and asks again when the file was changed meanwhile', async ({
    home,
    openConsole,
  }) => {
    const page = await openConsole();
    await chooseMenu(page, 'Settings', 'External systems…');
    await dialog(page, 'External systems').getByRole('button', { name: 'Find my tables…' }).click();
    const search = dialog(page, 'Find my tables · Sample ACD');
    await expect(selectedTable(search)).toContainText('queue_interval');
    await search.getByLabel('Each row is').selectOption('30');
    await expect(key(search, 'Interval')).toHaveText('30');
    await expect(search.getByText(/keys? (is|are) replaced/)).toBeVisible();

    const settings = await home.text('isps_ul.ini');
    await home.write('isps_ul.ini', settings.replace('Interval=15', 'Interval=60'));
    await search.getByRole('button', { name: 'Write to section' }).click();
    await expect(search.getByRole('alert')).toContainText('changed outside meanwhile');
    await expect(key(search, 'Interval').locator('xpath=following-sibling::td')).toHaveText('60');
    await search.getByRole('button', { name: 'Write to section' }).click();
    await expect(search).toBeHidden();
    expect(await home.text('isps_ul.ini')).toContain('Interval=30\r\n');
  });

  test('says what keeps it from reading: no table, no connection, a choice that cannot be read', async ({
    home,
    openConsole,
  }) => {
    const file = await addSite(home, 'CREATE TABLE a (x INTEGER); DROP TABLE a;');
    const page = await openConsole();
    const empty = await openSearch(page);
    await expect(empty).toContainText('No table');
    await page.keyboard.press('Escape');
    await expect(empty).toBeHidden();

    execSql(file, siteDatabase);
    const search = await openSearch(page);
    await role(search, 'Beginn').selectOption('none');
    await expect(search.getByText('Choose the column of the time stamp.')).toBeVisible();
    await role(search, 'Beginn').selectOption('stamp');
    await search.getByLabel('Format of the time stamp').fill('yyyy-mm-dd HH:MM');
    await expect(search.getByRole('alert')).toContainText('is no time stamp of the kind that was chosen');
    await page.keyboard.press('Escape');

    const settings = await home.text('isps_ul.ini');
    await home.write('isps_ul.ini', settings.replace(file, '/nowhere/site.db'));
    const failed = await openSearch(page);
    await expect(failed.getByRole('alert')).toContainText('The tables could not be read');
    await expect(failed.getByRole('alert')).toContainText(/SQLSTATE|HY000|08001|IM0/);
    await expect(failed.getByRole('button', { name: 'Try again' })).toBeVisible();
  });

  for (const [language, theme] of [
    ['en', 'light'],
    ['fr', 'dark'],
    ['de', 'light'],
  ] as const) {
    test(`axe finds nothing and nothing is cut off at 1024×700, ${language}, ${theme}`, async ({
      home,
      openConsole,
    }, testInfo) => {
      await addSite(home);
      const page = await openConsole({ language, theme, viewport: { width: 1024, height: 700 } });
      await systemRow(page, 'Site')
        .locator('.tree__line')
        .first()
        .or(page.getByText('Site', { exact: true }))
        .first()
        .click({ button: 'right' });
      await page
        .getByRole('menuitem', { name: /^(Find my tables|Trouver mes tables|Meine Tabellen finden)/ })
        .click();
      const search = page.getByRole('dialog');
      await expect(search.getByRole('table').nth(2)).toBeVisible();
      const axe = new AxeBuilder({ page }).withTags([
        'wcag2a',
        'wcag2aa',
        'wcag21a',
        'wcag21aa',
        'best-practice',
      ]);
      if (testInfo.project.name === 'electron') axe.setLegacyMode(true);
      const { violations } = await axe.analyze();
      expect(
        violations.map(({ id, nodes }) => ({
          id,
          places: nodes.slice(0, 4).map(({ target }) => target.join(' ')),
        })),
      ).toEqual([]);
      const cut = await search.evaluate((element) =>
        [...element.querySelectorAll('button, label, h3, p, .dialog__foot, .find-tables__panel')]
          .filter((one) => one.clientWidth > 1 && one.scrollWidth > one.clientWidth)
          .map((one) => `${one.textContent?.slice(0, 40)} ${one.scrollWidth} > ${one.clientWidth}`),
      );
      expect(cut).toEqual([]);
      // Everything stays in the window, the buttons at its foot above all.
      const foot = await search.locator('.dialog__foot').boundingBox();
      expect((foot?.y ?? 0) + (foot?.height ?? 0)).toBeLessThanOrEqual(700);
    });
  }
});
