import { slowDownSample } from '../support/acd.ts';
import { line, openRow, row, sources } from '../support/screen.ts';
import { type Album, chooseOfMenuBar, systemLine } from './picture.ts';

/** A day's work on the sample: mapping, script, import. */
export const windowAlbum: Album = {
  name: 'window',
  ofEveryLook: true,

  async prepare(home) {
    await home.xlinkJson('import', '--calls', '--from', '2025-11-03', '--to', '2025-11-28');
    // A day of the import that is watched takes a moment, and one of its scripts is wrong on Sundays.
    await slowDownSample(home, 300_000);
    await home.write(
      '12.BAS',
      (await home.text('12.BAS')).replace('If Para4 > 0 Then', 'If Para4 > 0 Or Weekday = 1 Then'),
    );
  },

  async takeAll(scene, inDetail) {
    const { page, take } = scene;
    const { console: own, dialogs } = scene.words;
    const wfm = own.wfm.title;

    // The window: a mapping with its script and what an import of a day would give.
    await openRow(row(page, own.interface.title, 'CS Hotline'));
    await openRow(row(page, wfm, 'Hotline'));
    await line(row(page, wfm, 'Average handling time')).click();
    await sources(page).nth(3).waitFor();
    // A Friday, so that there is something to see.
    const preview = page.getByRole('region', { name: dialogs.preview.title, exact: true });
    await preview.getByLabel(dialogs.dayData.day, { exact: true }).fill('2025-11-28');
    await preview.getByRole('row', { name: /^12:00/ }).waitFor();
    await preview.locator('canvas').waitFor();
    await preview.getByLabel(dialogs.dayData.day, { exact: true }).blur();
    await take();
    if (!inDetail) return;

    await systemLine(scene, 'Sample ACD').click({ button: 'right' });
    await page.getByRole('menuitem', { name: own.interface.configuration }).first().waitFor();
    await take('menu');
    await page.keyboard.press('Escape');

    await page.keyboard.press('Control+i');
    const asking = page.getByRole('dialog', { name: dialogs.import.title });
    await asking.getByLabel(dialogs.import.from).fill('2025-10-01');
    await asking.getByLabel(dialogs.import.to).fill('2025-10-31');
    await take('import');
    await asking.getByRole('button', { name: dialogs.import.act, exact: true }).click();
    // About half of the days are done.
    await page
      .getByRole('progressbar')
      .and(page.locator('[aria-valuenow^="4"], [aria-valuenow^="5"]'))
      .waitFor();
    await take('import-running');
    await page.getByRole('button', { name: dialogs.run.copyReport }).waitFor({ timeout: 120_000 });
    await page
      .getByRole('button', { name: own.status.importRunning, exact: true })
      .waitFor({ state: 'detached' });
    await take('import-report');
    await page.getByRole('button', { name: dialogs.run.hideDone, exact: true }).click();

    await chooseOfMenuBar(scene, own.menu.settings, own.menu.externalSystems);
    await page
      .getByRole('dialog')
      .getByLabel(/QueueSQL$/)
      .waitFor();
    await take('systems');
  },
};
