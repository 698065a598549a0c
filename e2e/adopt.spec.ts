import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { encodeText } from '#shared/domain/ini/bytes.ts';
import { expect, type TestHome, test } from './fixtures.ts';
import { execSql, sqliteSource } from './support/acd.ts';
import { chooseContextMenu, chooseMenu, dialog, openRow, row, systemRow } from './support/screen.ts';

const secret = 'T0p;S3cret';

/** What an installation of the old product left: Windows-1252, capitals in names, lines that are no longer right. */
async function writeOldFolder(home: TestHome): Promise<string> {
  const folder = path.join(home.besideFolder, 'ISPS Xlink');
  await mkdir(folder);
  const database = path.join(home.besideFolder, 'old-acd.db');
  execSql(
    database,
    `CREATE TABLE acd_calls (stamp INTEGER, queue VARCHAR(40), offered INTEGER);
     INSERT INTO acd_calls VALUES (1772434800, 'Réclamations', 12), (1772434800, 'Verkauf', 5);`,
  );
  const lines = (all: readonly string[]) =>
    encodeText(all.map((line) => `${line}\r\n`).join(''), 'windows-1252');
  const files: Record<string, Uint8Array | string> = {
    'ISPS_UL.INI': lines([
      '; geändert am 12.03.2019',
      '[DB]',
      '1=iWFM_PROD,0,isps,$$$:5A2B9C',
      '[Hotline Süd]',
      `Source=${sqliteSource(database)}`,
      `Pwd=${secret}`,
      'QueueSQL=SELECT DISTINCT queue FROM acd_calls ORDER BY queue',
      'CallDataTable=acd_calls',
      'QueueNameColumn=queue',
      'ValueTypes=offered',
      'TimeStampColumn=stamp',
      'TimeStampType=1',
      'Interval=15',
      '[Telefonanlage]',
      'Source=CMS_DSN',
      'Password=$$$:8F3A',
    ]),
    'Acd_map.ini': lines([
      'iWFM_PROD:0:17:1=Hotline Süd:Réclamations:offered',
      'iWFM_PROD:0:17:1=$1.BAS',
      'iWFM_PROD:40:18:1=Hotline Süd:Verkauf:offered',
      'iWFM_PROD:40:18:1=$2.BAS',
      'iWFM_PROD:0:19:1=Hotline Nord:Info:offered',
      'dies ist keine Zuordnung',
    ]),
    '1.BAS': 'Dim Para1 As Long\r\nSub Main()\r\n  Result = Para1 * 100\r\nEnd Sub\r\n',
    '2.bas': 'Sub Main()\r\n  Result = Para1 *\r\nEnd Sub\r\n',
    'isps_ul.exe': 'MZ',
  };
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(folder, name), content);
  return folder;
}

async function fingerprintOf(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).sort();
  const all = names.map(async (name) => {
    const file = path.join(folder, name);
    const hash = createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
    return `${name} ${hash} ${(await stat(file)).mtimeMs}`;
  });
  return [`. ${(await stat(folder)).mtimeMs}`, ...(await Promise.all(all))];
}

test.describe('An existing Xlink folder', () => {
  test('is opened with keys alone: what it holds, what is not understood, then a copy that works', async ({
    home,
    openConsole,
  }) => {
    const folder = await writeOldFolder(home);
    const before = await fingerprintOf(folder);
    const page = await openConsole();
    await expect(systemRow(page, 'Sample ACD')).toBeVisible();

    await page.keyboard.press('Control+k');
    await expect(page.getByRole('combobox', { name: 'Search or run a command' })).toBeFocused();
    await page.keyboard.type('Open Xlink folder');
    await page.keyboard.press('Enter');
    const adopt = dialog(page, 'Open Xlink folder');
    await expect(adopt.getByLabel('Folder')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(adopt).toContainText('Enter the path of a folder.');
    await page.keyboard.type(folder);
    await page.keyboard.press('Enter');

    const report = adopt.getByRole('region', { name: 'What was found' });
    await expect(report).toContainText('2 of 3 understood');
    await expect(report).toContainText('With an error: 2.bas');
    await expect(report).toContainText('Windows-1252: ISPS_UL.INI, Acd_map.ini');
    await expect(report).toContainText('WFM does not know the queues 17, 18, 19, 40');
    const systems = adopt.getByRole('region', { name: 'External systems' });
    await expect(systems.getByRole('row', { name: /Hotline Süd/ })).toContainText('in clear');
    await expect(systems.getByRole('row', { name: /Telefonanlage/ })).toContainText('encoded');
    const findings = adopt.getByRole('region', { name: 'Not understood, or odd' });
    await expect(findings).toContainText('"Hotline Nord"');
    await expect(findings.getByRole('row', { name: /2\.bas/i }).first()).toContainText('line 2');

    // The home holds the sample: nothing is replaced before that was said.
    const take = adopt.getByRole('button', { name: 'Copy into the home' });
    await expect(take).toHaveAttribute('aria-disabled', 'true');
    const replace = adopt.getByRole('checkbox', { name: 'Replace what the home holds now' });
    await replace.focus();
    await page.keyboard.press('Space');
    await expect(adopt).toContainText('The home holds the sample');
    await adopt.getByLabel('Time zone of the queues').fill('Europe/Nowhere');
    await expect(adopt).toContainText('Not a time zone.');
    await adopt.getByLabel('Time zone of the queues').fill('Europe/Vienna');
    await page.keyboard.press('Enter');

    await expect(adopt).toContainText('The folder was copied into the home');
    await expect(adopt).toContainText('4 files copied');
    await expect(adopt).toContainText('4 WFM queues made');
    await expect(adopt).toContainText('Enter the passwords of: Telefonanlage');
    await page.keyboard.press('Enter');
    await expect(adopt).toBeHidden();

    await expect(systemRow(page, 'Sample ACD')).toHaveCount(0);
    const hotline = systemRow(page, 'Hotline Süd');
    await openRow(hotline);
    await expect(hotline).toHaveAccessibleDescription(/connected, 2 queues/);
    await expect(row(page, 'WFM queues', 'Queue 17')).toBeVisible();
    await expect(row(page, 'WFM queues', 'Customer service')).toHaveCount(0);

    expect(await fingerprintOf(folder)).toEqual(before);
    expect(await home.text('isps_ul.ini')).not.toContain(secret);
    const kept = (await home.files()).filter((name) => name.startsWith('replaced '));
    expect(kept.map((name) => path.basename(name))).toEqual(
      expect.arrayContaining(['1.BAS', 'acd_map.ini', 'isps_ul.ini']),
    );
  });

  test('that is none is refused where its path stands, and another one can be typed at once', async ({
    home,
    openConsole,
  }) => {
    const page = await openConsole();
    await chooseMenu(page, 'File', 'Open Xlink folder…');
    const adopt = dialog(page, 'Open Xlink folder');
    const field = adopt.getByLabel('Folder');
    await field.fill(path.join(home.besideFolder, 'nowhere'));
    await page.keyboard.press('Enter');
    await expect(adopt.getByRole('alert')).toContainText('There is no folder');
    await field.fill(home.besideFolder);
    await expect(adopt.getByRole('alert')).toHaveCount(0);
    await page.keyboard.press('Enter');
    // The home stands in there.
    await expect(adopt.getByRole('alert')).toContainText('--home');
    await page.keyboard.press('Escape');
    await expect(adopt).toBeHidden();
  });
});

test.describe('A password in the ini', () => {
  test('is moved from Configuration, and from the list of problems', async ({ home, openConsole }) => {
    const settings = await home.text('isps_ul.ini');
    const withPassword = settings.replace('; calls', `Pwd=${secret}\r\n;Password=former\r\n; calls`);
    await home.write('isps_ul.ini', withPassword);
    const page = await openConsole();
    const system = systemRow(page, 'Sample ACD');
    await expect(system).toHaveAccessibleDescription(/connected/);

    await chooseContextMenu(page, system, 'Configuration…');
    const configuration = dialog(page, 'Configuration · Sample ACD');
    await expect(configuration).toContainText('Stored in isps_ul.ini');
    await configuration.getByRole('button', { name: 'Move password' }).click();
    await expect(configuration).toContainText('Stored, encrypted');
    expect(await home.text('isps_ul.ini')).toBe(settings.replace('; calls', ';Password=\r\n; calls'));
    // What was typed meanwhile is saved to the file as it now is.
    await configuration.getByLabel('User').fill('reader');
    await configuration.getByRole('button', { name: 'OK' }).click();
    await expect(configuration).toBeHidden();
    expect(await home.text('isps_ul.ini')).toContain('User=reader');

    await home.write('isps_ul.ini', withPassword);
    await chooseMenu(page, 'View', 'Problems');
    const problems = dialog(page, 'Problems');
    await problems
      .getByRole('row', { name: /password/i })
      .getByRole('button', { name: 'Move password' })
      .click();
    await expect(problems.getByRole('row', { name: /password/i })).toHaveCount(0);
    expect((await home.files()).filter((name) => name.endsWith('isps_ul.ini.previous'))).toEqual([]);
    for (const name of await home.files()) {
      expect((await home.bytes(name)).includes(secret), `${name} holds the password`).toBe(false);
    }
  });
});
