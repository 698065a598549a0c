import type { Locator } from '@playwright/test';
import { consoleWords as consoleDe } from '../shared/i18n/de/console.ts';
import { dialogWords as dialogsDe } from '../shared/i18n/de/dialogs.ts';
import { consoleWords as consoleEn } from '../shared/i18n/en/console.ts';
import { dialogWords as dialogsEn } from '../shared/i18n/en/dialogs.ts';
import { consoleWords as consoleFr } from '../shared/i18n/fr/console.ts';
import { dialogWords as dialogsFr } from '../shared/i18n/fr/dialogs.ts';
import { expect, test } from './fixtures.ts';
import { writeSmallOldFolder } from './support/old-folder.ts';
import { cutTexts, saidOn } from './support/page-text.ts';
import { line, openRow, row, systemRow } from './support/screen.ts';

type Words = { readonly [key: string]: string | Words };

const dictionaries = {
  fr: { console: consoleFr, dialogs: dialogsFr },
  de: { console: consoleDe, dialogs: dialogsDe },
};

/** The names that are used to get about, as operators of that language know them. */
const names = {
  fr: {
    menus: ['Fichier', 'Mapping', 'Paramètres', 'Affichage', 'Aide'],
    wfm: 'Files d’attente iWFM',
    mapping: 'Mapping',
    scenario: 'Scénario',
    create: 'Appliquer',
  },
  de: {
    menus: ['Datei', 'Zuordnung', 'Einstellungen', 'Ansicht', 'Hilfe'],
    wfm: 'WFM Queues',
    mapping: 'Zugeordnete Kennzahlen',
    scenario: 'Szenario',
    create: 'Übernehmen',
  },
} as const;

function texts(words: Words): string[] {
  return Object.values(words).flatMap((word) => (typeof word === 'string' ? [word] : texts(word)));
}

/** English words and sentences that the language says in another way. */
function englishOnly(language: 'fr' | 'de'): Set<string> {
  const { console: own, dialogs } = dictionaries[language];
  const same = new Set([...texts(own as Words), ...texts(dialogs as Words)]);
  const english = [...texts(consoleEn as Words), ...texts(dialogsEn as Words)];
  return new Set(english.filter((text) => !text.includes('{{') && /[a-z]{3}/.test(text) && !same.has(text)));
}

for (const language of ['fr', 'de'] as const) {
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 1024, height: 700 },
  ]) {
    test(`${language} at ${viewport.width}×${viewport.height}: no English left over, no text cut`, async ({
      home,
      openConsole,
    }) => {
      await home.xlinkJson('import', '--calls', '--from', '2025-11-17', '--to', '2025-11-18');
      const page = await openConsole({ language, viewport });
      const english = englishOnly(language);
      const { menus, wfm, mapping, scenario, create } = names[language];
      const words = dictionaries[language];
      const check = async (screen: string, within?: Locator) => {
        if (within !== undefined) await expect(within).toBeVisible();
        const said = await saidOn(page);
        expect
          .soft(
            said.filter((text) => english.has(text)),
            `English words: ${screen}`,
          )
          .toEqual([]);
        expect
          .soft(
            said.filter((text) => /\{\{|^\w+\.\w+\.\w+$/.test(text)),
            `unfilled words: ${screen}`,
          )
          .toEqual([]);
        expect.soft(await cutTexts(page), `cut texts: ${screen}`).toEqual([]);
      };
      const leave = async () => {
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0);
      };

      await expect(page.getByRole('menubar').getByRole('menuitem')).toHaveText([...menus]);
      await expect(page.getByRole('region', { name: wfm, exact: true })).toBeVisible();
      await expect(page.getByRole('region', { name: mapping, exact: true })).toBeVisible();
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await openRow(row(page, wfm, 'Hotline'));
      await line(row(page, wfm, 'Service level')).click();
      await expect(page.getByRole('region', { name: words.dialogs.dayData.title })).toBeVisible();
      await expect(
        page.getByRole('region', { name: words.dialogs.preview.title }).getByRole('img'),
      ).toBeVisible();
      await check('the window');

      for (const menu of menus) {
        await page.getByRole('menubar').getByRole('menuitem', { name: menu }).click();
        await check(`menu ${menu}`, page.getByRole('menu'));
        await page.keyboard.press('Escape');
      }
      await page
        .getByRole('tree', { name: words.console.interface.title })
        .getByRole('treeitem')
        .first()
        .locator('.tree__line')
        .click({ button: 'right' });
      await check('context menu of a system', page.getByRole('menu'));
      await page.getByRole('menuitem', { name: words.console.interface.configuration }).first().click();
      await check('configuration', page.getByRole('dialog'));
      await leave();

      await line(row(page, wfm, 'Service level')).dblclick();
      await expect(page.getByRole('dialog', { name: new RegExp(`^${scenario}`) })).toBeVisible();
      await check('scenario', page.getByRole('dialog').getByRole('button', { name: create }));
      await leave();

      await page.getByRole('toolbar').getByRole('button', { name: words.console.interface.matchAll }).click();
      await expect(page.getByRole('treegrid')).toBeFocused();
      await page.keyboard.press('Control+a');
      await page.keyboard.press('ArrowRight');
      await check('match all', page.getByRole('treegrid'));
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: words.dialogs.common.discardChanges }).click();
      await expect(page.getByRole('dialog')).toHaveCount(0);

      await page.keyboard.press('Control+i');
      await check('import', page.getByRole('dialog', { name: words.dialogs.import.title }));
      await leave();
      await page.locator('footer').getByRole('button').first().click();
      await check('report', page.getByRole('region', { name: words.dialogs.run.title.calls }));
      await page.getByRole('button', { name: words.dialogs.run.hideDone, exact: true }).click();

      await page.getByRole('menubar').getByRole('menuitem', { name: menus[2] }).click();
      await page.getByRole('menuitem', { name: words.console.menu.externalSystems }).click();
      await check('external systems', page.getByRole('dialog').getByLabel(/QueueSQL$/));
      await page.getByRole('button', { name: words.dialogs.systems.add }).click();
      await check('a new system', page.getByRole('dialog', { name: words.dialogs.systems.addTitle }));
      await page.keyboard.press('Escape');
      await leave();
      await page.keyboard.press('Control+k');
      await check('palette', page.getByRole('dialog'));
      await leave();
      await page.getByRole('toolbar').getByRole('button', { name: words.console.toolbar.problems }).click();
      await check('problems', page.getByRole('dialog'));
      await leave();
      await page.getByRole('menubar').getByRole('menuitem', { name: menus[4] }).click();
      await page.getByRole('menuitem', { name: words.console.menu.documentation }).click();
      await check('documentation', page.getByRole('dialog').getByRole('table').first());
      await leave();
      await page.getByRole('menubar').getByRole('menuitem', { name: menus[0] }).click();
      await page.getByRole('menuitem', { name: words.console.menu.openFolder }).click();
      await page
        .getByLabel(words.dialogs.adopt.folder, { exact: true })
        .fill(await writeSmallOldFolder(home));
      await page.keyboard.press('Enter');
      await check(
        'report on an Xlink folder',
        page.getByRole('group', { name: words.dialogs.adopt.options }),
      );
      await leave();
      await page.getByRole('menubar').getByRole('menuitem', { name: menus[4] }).click();
      await page.getByRole('menuitem', { name: words.console.menu.shortcuts }).click();
      await check('shortcuts', page.getByRole('dialog'));
    });
  }
}

test('the language is changed in the menu, at once, and remembered', async ({ openConsole }) => {
  const page = await openConsole();
  await page.getByRole('menubar').getByRole('menuitem', { name: 'Settings' }).click();
  await page.getByRole('menuitem', { name: 'Language' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Français' }).click();
  await expect(page.getByRole('region', { name: 'Files d’attente iWFM' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('region', { name: 'Files d’attente iWFM' })).toBeVisible();
  await expect(systemRow(page, 'Sample ACD')).toBeVisible();
});
