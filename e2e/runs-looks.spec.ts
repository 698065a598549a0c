import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { expectClean } from './support/axe.ts';
import { correctFigures, loseFigures } from './support/figures.ts';
import type { TestHome } from './support/home.ts';
import { cutTexts } from './support/page-text.ts';
import { chooseMenu, dialog, row } from './support/screen.ts';

test.describe('Runs as they are seen', () => {
  // A dozen screens, each looked at as a whole, take a while where the machine is busy.
  test.describe.configure({ timeout: 300_000 });

  for (const theme of ['light', 'dark'] as const) {
    test(`axe finds nothing on runs and their questions, ${theme}`, async ({
      home,
      openConsole,
    }, testInfo) => {
      await prepareEverything(home);
      const page = await openConsole({ theme });
      await goThroughEverything(page, en, (screen) =>
        expectClean(page, screen, testInfo.project.name === 'electron'),
      );
    });
  }

  test('in French at 1024×700 nothing is cut', async ({ home, openConsole }) => {
    await prepareEverything(home);
    const page = await openConsole({ language: 'fr', viewport: { width: 1024, height: 700 } });
    await goThroughEverything(page, fr, async (screen) => {
      expect.soft(await cutTexts(page), screen).toEqual([]);
      const wider = await page
        .getByRole('dialog')
        .last()
        .evaluate((element) => element.scrollWidth > element.clientWidth);
      expect.soft(wider, `${screen}: wider than its window`).toBe(false);
    });
  });

  test('at twice the size nothing lies over anything else, and the filters say what they are set to', async ({
    home,
    openConsole,
  }) => {
    await home.xlinkJson('import', '--calls', '--from', '2025-11-10', '--to', '2025-11-19');
    const page = await openConsole({ viewport: { width: 720, height: 450 } });
    await chooseMenu(page, en.file, en.runs);
    for (const box of await page.getByRole('toolbar', { name: 'Filter runs' }).getByRole('combobox').all()) {
      expect((await box.boundingBox())?.width).toBeGreaterThan(80);
    }
    await page.getByRole('button', { name: en.show(1) }).click();
    const summary = await page.getByRole('region', { name: 'Summary' }).boundingBox();
    const detail = await page.getByRole('region', { name: 'What the run met and did' }).boundingBox();
    expect(summary!.y + summary!.height).toBeLessThanOrEqual(detail!.y);
    const changes = page.getByRole('tab', { name: en.changes });
    await changes.scrollIntoViewIfNeeded();
    await changes.click();
    await expect(page.getByRole('grid').last().getByRole('row').nth(1)).toBeVisible();
  });
});

async function prepareEverything(home: TestHome): Promise<void> {
  await home.write('2.BAS', 'Sub Main()\r\n  Result = Para1 / (Weekday - 3)\r\nEnd Sub\r\n');
  await home.xlinkJson('import', '--calls', '--from', '2024-10-01', '--to', '2025-11-19');
  correctFigures(home);
  loseFigures(home);
  await home.xlinkJson('import', '--calls', '--from', '2025-11-10', '--to', '2025-11-19');
}

interface Names {
  readonly file: string;
  readonly runs: string;
  readonly show: (runId: number) => string;
  readonly changes: RegExp;
  readonly undo: string;
  readonly takeBack: string;
  readonly importTitle: string;
  readonly fromDay: string;
  readonly toDay: string;
  readonly writeNull: string;
  readonly import: string;
  readonly zeroing: string;
}

const en: Names = {
  file: 'File',
  runs: 'Import runs…',
  show: (runId) => `Show run ${runId}`,
  changes: /^What changed/,
  undo: 'Undo…',
  takeBack: 'Take back',
  importTitle: 'Import call data',
  fromDay: 'From day',
  toDay: 'To day',
  writeNull: 'Write null values',
  import: 'Import',
  zeroing: 'Set stored values to 0?',
};

const fr: Names = {
  file: 'Fichier',
  runs: 'Imports effectués…',
  show: (runId) => `Afficher l’import ${runId}`,
  changes: /^Changements/,
  undo: 'Retirer…',
  takeBack: 'Retirer',
  importTitle: 'Importer les données d’appels',
  fromDay: 'Du jour',
  toDay: 'Au jour',
  writeNull: 'Écrire les valeurs nulles',
  import: 'Importer',
  zeroing: 'Mettre à 0 des valeurs enregistrées ?',
};

async function goThroughEverything(
  page: Page,
  names: Names,
  look: (screen: string) => Promise<void>,
): Promise<void> {
  await expect(row(page, names === en ? 'WFM queues' : 'Files d’attente iWFM', 'Hotline')).toBeVisible();
  await chooseMenu(page, names.file, names.runs);
  await expect(page.getByRole('grid').getByRole('row')).toHaveCount(3);
  await look('the history');
  await page.getByRole('grid').getByRole('row').nth(1).click({ button: 'right' });
  await expect(page.getByRole('menu').getByRole('menuitem')).toHaveCount(3);
  await look('the menu of a run');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await page.getByRole('button', { name: names.show(2) }).click();
  await expect(page.locator('.cause').first()).toBeVisible();
  await look('a run: its problems by cause');
  await page.getByRole('tab', { name: names.changes }).click();
  await expect(page.getByRole('grid').last().getByRole('row').nth(1)).toBeVisible();
  await look('a run: days that changed');
  await page.locator('[data-day="2025-11-12"]').click();
  await page.getByRole('tab', { name: names.changes }).click();
  const values = page.getByRole('grid').last();
  await expect(values.getByRole('row').nth(1)).toBeVisible();
  await look('a run: values of a day');
  await values.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('grid').last()).toHaveAttribute('aria-rowcount', '97');
  await expect(page.getByRole('grid').last().getByRole('row').nth(1)).toBeVisible();
  await look('a run: intervals');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: names.show(1) }).click();
  await expect(page.locator('[data-day="2024-10-01"]')).toBeVisible();
  await look('a run of more than a year');
  await page.getByRole('button', { name: names.undo }).click();
  await expect(page.locator('.undo-plan__note')).toBeVisible();
  await look('the question of undo');
  for (let open = 3; open > 0; open--) {
    await page.keyboard.press('Escape');
    await expect(page.locator('.dialog')).toHaveCount(open - 1);
  }

  await page.keyboard.press('Control+i');
  const asking = dialog(page, names.importTitle);
  await asking.getByLabel(names.fromDay).fill('2025-11-15');
  await asking.getByLabel(names.toDay).fill('2025-11-19');
  await asking.getByRole('checkbox', { name: names.writeNull }).check();
  await look('an import with null values');
  await asking.getByRole('button', { name: names.import, exact: true }).click();
  await expect(dialog(page, names.zeroing).getByRole('checkbox')).toHaveCount(1, { timeout: 60_000 });
  await look('the question of null values');
}
