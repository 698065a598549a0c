import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { encodeText } from '../../shared/domain/ini/bytes.ts';
import { execSql, sampleDatabase, sqliteSource } from '../support/acd.ts';
import type { TestHome } from '../support/home.ts';
import { type Album, chooseOfMenuBar, chooseOfSystem, type Scene, systemLine } from './picture.ts';

/** A database that nobody knows: among others a table with the figures, in which a number stands for the queue. */
const siteDatabase = `
  CREATE TABLE agent (agent_id INTEGER, last_name VARCHAR(40), first_name VARCHAR(40));
  CREATE TABLE agent_state (agent_id INTEGER, since TIMESTAMP, state VARCHAR(10));
  CREATE TABLE setting (name VARCHAR(40), value VARCHAR(200));
  CREATE TABLE queue (queue_id INTEGER, queue_name VARCHAR(40), skill VARCHAR(20));
  INSERT INTO queue VALUES (1, 'Claims', 'CLM'), (2, 'New contracts', 'NEW'), (3, 'Reception', 'REC');
  CREATE TABLE call_statistics (interval_start VARCHAR(20), queue_id INTEGER, calls_offered INTEGER,
    calls_answered INTEGER, calls_abandoned INTEGER, talk_seconds INTEGER, wrap_up_seconds INTEGER,
    longest_wait INTEGER, remark VARCHAR(40));
  WITH RECURSIVE slot (n) AS (SELECT 32 UNION ALL SELECT n + 1 FROM slot WHERE n < 71)
  INSERT INTO call_statistics
    SELECT printf('03/11/2025 %02d:%02d', n / 4, n % 4 * 15), q.queue_id, n % 7 + q.queue_id * 3, n % 7 + q.queue_id * 2,
      q.queue_id, (n % 7 + q.queue_id * 2) * 184, (n % 7 + q.queue_id * 2) * 31, n % 5 * 12, ''
    FROM slot, queue q;
  CREATE VIEW call_statistics_day AS
    SELECT substr(interval_start, 1, 10) AS day, queue_id, sum(calls_offered) AS calls_offered
    FROM call_statistics GROUP BY 1, 2;`;

async function writeDataSources(home: TestHome): Promise<void> {
  await home.writeOdbcIni(
    [
      '[Contact centre]',
      'Description=Figures of the contact centre',
      'Driver=SQLite3',
      `Database=${sampleDatabase(home)}`,
      '[Contact centre archive]',
      'Driver=FreeTDS',
      'Server=archive',
      '[Site statistics]',
      'Driver=SQLite3',
      `Database=${path.join(home.besideFolder, 'site.db')}`,
      '',
    ].join('\n'),
  );
}

/** What an installation of the old product left: Windows-1252, passwords in clear, lines that are no longer right. */
async function writeOldFolder(home: TestHome): Promise<string> {
  const folder = path.join(home.besideFolder, 'ISPS Xlink');
  await mkdir(folder);
  const text = (lines: readonly string[]) =>
    encodeText(lines.map((line) => `${line}\r\n`).join(''), 'windows-1252');
  const script = (body: string) => `Dim Para1 As Long\r\n\r\nSub Main()\r\n  ${body}\r\nEnd Sub\r\n`;
  const files: Record<string, Uint8Array | string> = {
    'ISPS_UL.INI': text([
      '; modifié le 12/03/2019',
      '[DB]',
      '1=iWFM_PROD,0,isps,$$$:5A2B9C',
      '[Avaya CMS]',
      'Source=CMS_PROD',
      'User=cmsro',
      'Pwd=$$$:8F3A',
      'AcdNumber=1',
      '[Réception]',
      'Source=RECEPTION',
      'User=reader',
      'Password=Secret!',
      'QueueSQL=SELECT DISTINCT queue FROM acd_calls ORDER BY queue',
      'CallDataTable=acd_calls',
      'QueueNameColumn=queue',
      'ValueTypes=offered',
      'TimeStampColumn=stamp',
      'TimeStampType=1',
      'Interval=15',
    ]),
    'Acd_map.ini': text([
      'iWFM_PROD:0:17:1=Avaya CMS:1:Split:Sinistres:CALLSOFFERED',
      'iWFM_PROD:0:17:1=$1.BAS',
      'iWFM_PROD:0:17:2=Avaya CMS:1:Split:Sinistres:ACDTIME',
      'iWFM_PROD:0:17:2=$2.BAS',
      'iWFM_PROD:40:18:1=Réception:Accueil:offered',
      'iWFM_PROD:40:18:1=$3.BAS',
      'iWFM_PROD:0:19:1=Hotline Nord:Info:offered',
      'cette ligne n’est pas une affectation',
    ]),
    '1.BAS': script('Result = Para1 * 100'),
    '2.bas': script('If Para1 > 0 Result = Para1 * 100'),
    '3.BAS': script('Result = Para1 * 100'),
    '9.BAS': script('Result = 0'),
    'isps_ul.exe': 'MZ',
  };
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(folder, name), content);
  return folder;
}

async function takeConfiguration(scene: Scene): Promise<void> {
  const { page, home, take } = scene;
  const { console: own, dialogs } = scene.words;
  const { configuration: words } = dialogs;
  await chooseOfSystem(scene, 'Sample ACD', own.interface.configuration);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: words.sourceList }).click();
  await page.getByRole('option').filter({ hasText: 'archive' }).waitFor();
  await take('data-sources');
  await page.getByRole('option').filter({ hasText: 'Contact centre' }).first().click();
  await dialog.getByRole('button', { name: words.test }).click();
  await dialog.getByRole('button', { name: words.testAgain }).waitFor();
  await take('configuration');
  await page.keyboard.press('Escape');

  const settings = await home.text('isps_ul.ini');
  await home.write('isps_ul.ini', settings.replace(/^(QueueSQL=.* FROM )\w+/m, '$1queues_of_old'));
  await chooseOfSystem(scene, 'Sample ACD', own.interface.configuration);
  await dialog.getByRole('button', { name: words.test }).click();
  await dialog.getByRole('button', { name: words.testAgain }).waitFor();
  await dialog.getByRole('listitem').getByRole('alert').scrollIntoViewIfNeeded();
  await take('configuration-failed');
  await page.keyboard.press('Escape');
  await home.write('isps_ul.ini', settings);
}

async function takeProblems(scene: Scene): Promise<void> {
  const { page, home, take } = scene;
  const { console: own, dialogs } = scene.words;
  const settings = await home.text('isps_ul.ini');
  const map = await home.text('acd_map.ini');
  const script = await home.text('2.BAS');
  await home.write(
    'isps_ul.ini',
    settings.replace('Interval=15', 'Interval=17\r\nIntervall=15\r\nPwd=in clear'),
  );
  await home.write('acd_map.ini', map.replace('Sample ACD:CS Hotline:offered', 'Nowhere:CS Hotline:offered'));
  await home.write('2.BAS', script.replace('Result =', 'Result = *'));
  await chooseOfMenuBar(scene, own.menu.view, own.menu.problems);
  const dialog = page.getByRole('dialog', { name: dialogs.problems.title });
  await dialog.getByRole('row').filter({ hasText: 'Interval=17' }).waitFor();
  await take('problems');
  await page.keyboard.press('Escape');
  await home.write('isps_ul.ini', settings);
  await home.write('acd_map.ini', map);
  await home.write('2.BAS', script);
}

async function takeFindTables(scene: Scene): Promise<void> {
  const { page, take } = scene;
  const { console: own, dialogs } = scene.words;
  await chooseOfSystem(scene, 'Site', own.interface.findTables);
  const dialog = page.getByRole('dialog');
  const questions = dialog.getByRole('region', { name: dialogs.findTables.questions });
  await questions.waitFor();
  await take('find-tables-question');
  await questions.getByRole('button').first().click();
  const preview = dialog.getByRole('region', { name: dialogs.findTables.preview });
  await preview.getByRole('row').nth(3).waitFor();
  await preview.scrollIntoViewIfNeeded();
  await take('find-tables');
  await page.keyboard.press('Escape');
}

async function takeAdopt(scene: Scene): Promise<void> {
  const { page, home, take } = scene;
  const { console: own, dialogs } = scene.words;
  const folder = await writeOldFolder(home);
  await chooseOfMenuBar(scene, own.menu.file, own.menu.openFolder);
  const dialog = page.getByRole('dialog', { name: dialogs.adopt.title });
  await dialog.getByLabel(dialogs.adopt.folder, { exact: true }).fill(folder);
  await page.keyboard.press('Enter');
  await dialog.getByRole('region', { name: dialogs.adopt.findings }).getByRole('row').nth(1).waitFor();
  await take('adopt');
  await page.keyboard.press('Escape');
}

async function takeDocumentation(scene: Scene): Promise<void> {
  const { page, take } = scene;
  const { console: own, dialogs } = scene.words;
  await chooseOfMenuBar(scene, own.menu.help, own.menu.documentation);
  const dialog = page.getByRole('dialog', { name: dialogs.documentation.title });
  await dialog.getByRole('option').first().waitFor();
  await dialog.getByRole('table').first().waitFor();
  await take('documentation');
  await page.keyboard.press('Escape');
}

/** Connecting systems and finding out what is wrong with them. */
export const setupAlbum: Album = {
  name: 'setup',

  async prepare(home) {
    await writeDataSources(home);
    execSql(path.join(home.besideFolder, 'site.db'), siteDatabase);
    const settings = await home.text('isps_ul.ini');
    await home.write(
      'isps_ul.ini',
      `${settings}\r\n[Site]\r\nSource=${sqliteSource(path.join(home.besideFolder, 'site.db'))}\r\nTimeZone=Europe/Paris\r\n`,
    );
    await home.loadWfm({
      externalSystems: [{ name: 'Site', interface: 'universal', phoneLink: true, timeLink: false }],
    });
  },

  async takeAll(scene) {
    await systemLine(scene, 'Sample ACD').waitFor();
    await takeConfiguration(scene);
    await takeFindTables(scene);
    await takeProblems(scene);
    await takeAdopt(scene);
    await takeDocumentation(scene);
  },
};
