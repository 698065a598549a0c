import { execSql, sampleDatabase } from '../support/acd.ts';
import { type Album, chooseOfMenuBar, type Scene } from './picture.ts';

/** Runs, from the history down to an interval: what they met, what they changed, how they are taken back. */
export const runsAlbum: Album = {
  name: 'runs',

  async prepare(home) {
    // The ACD remembers three months; the months before are empty.
    await home.xlinkJson('import', '--calls', '--from', '2024-01-08', '--to', '2025-11-23');
    // It corrects its figures of some days, and a script is wrong on Sundays.
    execSql(
      sampleDatabase(home),
      `UPDATE queue_interval SET offered = offered + 3, answered = answered + 2, abandoned = abandoned + 1
       WHERE start_local BETWEEN '2025-11-10' AND '2025-11-14' AND queue_key <= 102;
       DELETE FROM queue_interval WHERE start_local BETWEEN '2025-11-16' AND '2025-11-17'
         OR (start_local BETWEEN '2025-11-18 14:00' AND '2025-11-18 16:00' AND queue_key <= 103);`,
    );
    await home.write(
      '12.BAS',
      (await home.text('12.BAS')).replace('If Para4 > 0 Then', 'If Para4 > 0 Or Weekday = 1 Then'),
    );
    await home.xlinkJson('import', '--calls', '--from', '2025-10-01', '--to', '2025-11-23');
    await home.xlinkJson('import', '--calls', '--from', '2025-11-10', '--to', '2025-11-16', '--dry-run');
  },

  async takeAll(scene) {
    const { page, take } = scene;
    const { console: own, dialogs } = scene.words;

    await chooseOfMenuBar(scene, own.menu.file, own.menu.runs);
    const history = page.getByRole('grid', { name: dialogs.runs.table });
    await history.waitFor();
    await page.getByRole('button', { name: dialogs.runs.previews, exact: true }).click();
    await take('runs');

    await openRun(scene, 2);
    await page.getByRole('region', { name: dialogs.runPage.causes }).waitFor();
    await take('run');
    await page.locator('[data-day="2025-11-12"]').click();
    await page.getByRole('tab').last().click();
    const values = page.getByRole('grid').last();
    await values.getByRole('row').nth(1).waitFor();
    await take('run-day');
    await values.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('columnheader', { name: dialogs.runPage.interval, exact: true }).waitFor();
    await page.getByRole('grid').last().getByRole('row').nth(1).waitFor();
    await take('run-intervals');
    await page.keyboard.press('Escape');

    await openRun(scene, 1);
    await page.getByRole('button', { name: dialogs.runPage.undo }).click();
    await page.getByText(dialogs.runPage.undoRun).waitFor();
    await take('undo');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');

    // An import that writes null values begins with finding out what would become 0.
    await page.keyboard.press('Control+i');
    const asking = page.getByRole('dialog', { name: dialogs.import.title });
    await asking.getByLabel(dialogs.import.from).fill('2025-11-15');
    await asking.getByLabel(dialogs.import.to).fill('2025-11-19');
    await asking.getByRole('checkbox', { name: dialogs.import.writeNull }).check();
    await take('import-null');
    await asking.getByRole('button', { name: dialogs.import.act, exact: true }).click();
    await page.getByRole('dialog', { name: dialogs.zeroing.title }).getByRole('checkbox').first().waitFor();
    await take('null');
  },
};

async function openRun({ page, words }: Scene, runId: number): Promise<void> {
  const name = words.dialogs.runs.show.replace('{{runId}}', String(runId));
  await page.getByRole('button', { name, exact: true }).click();
}
