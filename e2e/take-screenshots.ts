import { mkdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { consoleWords as consoleEn } from '../shared/i18n/en/console.ts';
import { dialogWords as dialogsEn } from '../shared/i18n/en/dialogs.ts';
import { consoleWords as consoleFr } from '../shared/i18n/fr/console.ts';
import { dialogWords as dialogsFr } from '../shared/i18n/fr/dialogs.ts';
import { slowDownSample } from './support/acd.ts';
import { chromiumLaunch, type Look, rememberPreferences } from './support/browser.ts';
import { copyOf, sampleTemplate, type TestHome } from './support/home.ts';
import { projectFolder, serveConsole } from './support/program.ts';
import { line, openRow, row, sources } from './support/screen.ts';

/**
 * `node_modules/.bin/node e2e/take-screenshots.ts`: pictures of the console for `docs/screenshots`, from the built
 * program on the sample. The same build gives the same pictures, but for the times of imports.
 */
const folder = path.join(projectFolder, 'docs', 'screenshots');

const words = {
  en: { console: consoleEn, dialogs: dialogsEn, locale: 'en-GB' },
  fr: { console: consoleFr, dialogs: dialogsFr, locale: 'fr-FR' },
} as const;

const looks = (['light', 'dark'] as const).flatMap((theme) =>
  [
    { width: 1440, height: 900 },
    { width: 1024, height: 700 },
  ].flatMap((viewport) => (['en', 'fr'] as const).map((language) => ({ theme, viewport, language }))),
);

/** The looks of which the dialogs are taken as well: the widest room, and the narrowest with the longest words. */
const inDetail = ['light-1440x900-en', 'dark-1024x700-fr'];

/** Takes one picture; all of a look begin with its name. */
type Take = (what?: string) => Promise<void>;

async function openPage(browser: Browser, url: string, look: Look): Promise<Page> {
  const context = await browser.newContext({
    locale: look.language === 'fr' ? words.fr.locale : words.en.locale,
    colorScheme: look.theme,
    reducedMotion: 'reduce',
    timezoneId: 'Europe/Paris',
    viewport: look.viewport,
  });
  await context.addInitScript(rememberPreferences(look));
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

/** Waits until the caret does not blink into a picture and nothing is being read any more. */
async function shoot(page: Page, name: string): Promise<void> {
  await page.evaluate('document.fonts.ready');
  await page.screenshot({ path: path.join(folder, `${name}.png`), caret: 'hide', animations: 'disabled' });
  console.log(`docs/screenshots/${name}.png`);
}

async function takeAll(page: Page, language: 'en' | 'fr', inDetail: boolean, take: Take): Promise<void> {
  const { console: own, dialogs } = words[language];
  const wfm = own.wfm.title;

  // The window: a mapping with its script and the curve of a day.
  await openRow(row(page, own.interface.title, 'CS Hotline'));
  await openRow(row(page, wfm, 'Hotline'));
  await line(row(page, wfm, 'Average handling time')).click();
  await sources(page).nth(3).waitFor();
  const values = page.getByRole('region', { name: dialogs.dayData.title });
  await values.locator('canvas').waitFor();
  await values.locator('tbody tr').nth(40).waitFor();
  await take();
  if (!inDetail) return;

  await line(row(page, wfm, 'Average handling time')).dblclick();
  const scenario = page.getByRole('dialog', { name: new RegExp(`^${dialogs.scenario.title}`) });
  await scenario.getByText(dialogs.scenario.noFindings).waitFor();
  await take('scenario');
  await page.keyboard.press('Escape');

  await page
    .getByRole('tree', { name: own.interface.title })
    .getByRole('treeitem')
    .first()
    .locator('.tree__line')
    .click({ button: 'right' });
  await page.getByRole('menuitem', { name: own.interface.configuration }).first().waitFor();
  await take('menu');
  await page.getByRole('menuitem', { name: own.interface.configuration }).first().click();
  const configuration = page.getByRole('dialog');
  await configuration.getByRole('button', { name: dialogs.configuration.test }).click();
  await configuration.getByRole('button', { name: dialogs.configuration.testAgain }).waitFor();
  await take('configuration');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+i');
  const asking = page.getByRole('dialog', { name: dialogs.import.title });
  await asking.getByLabel(dialogs.import.from).fill('2025-10-01');
  await asking.getByLabel(dialogs.import.to).fill('2025-10-31');
  await take('import');
  await asking.getByRole('button', { name: dialogs.common.ok }).click();
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

  await page.getByRole('menubar').getByRole('menuitem').nth(1).click();
  await page.getByRole('menuitem', { name: own.menu.externalSystems }).click();
  await page
    .getByRole('dialog')
    .getByLabel(/QueueSQL$/)
    .waitFor();
  await take('systems');
}

async function prepareHome(template: TestHome): Promise<TestHome> {
  // The folder stands in the status bar of every picture.
  const home = await copyOf(template, path.join(os.tmpdir(), 'xlink'));
  await home.xlinkJson('import', '--calls', '--from', '2025-11-03', '--to', '2025-11-28');
  // A day of the import that is watched takes a moment, and one of its scripts is wrong on Sundays.
  await slowDownSample(home, 300_000);
  await home.write(
    '12.BAS',
    (await home.text('12.BAS')).replace('If Para4 > 0 Then', 'If Para4 > 0 Or Weekday = 1 Then'),
  );
  return home;
}

const wanted = process.argv[2] ?? '';
await mkdir(folder, { recursive: true });
const template = await sampleTemplate();
// Its own controls, those for dates, write as in America: a headless Chromium speaks no other language.
const browser = await chromium.launch(chromiumLaunch);
try {
  for (const look of looks) {
    const name = `${look.theme}-${look.viewport.width}x${look.viewport.height}-${look.language}`;
    if (!name.includes(wanted)) continue;
    const home = await prepareHome(template);
    const server = await serveConsole(home.folder, home.env);
    const page = await openPage(browser, server.url, look);
    try {
      await takeAll(page, look.language, inDetail.includes(name), (what) =>
        shoot(page, what === undefined ? name : `${name}-${what}`),
      );
    } finally {
      await page.context().close();
      await server.stop();
      await home.remove();
    }
  }
} finally {
  await browser.close();
  await template.remove();
}
