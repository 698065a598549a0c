import { mkdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { dataAlbum } from './screenshots/data.ts';
import { mappingAlbum } from './screenshots/mapping.ts';
import { type PictureLook, words } from './screenshots/picture.ts';
import { runsAlbum } from './screenshots/runs.ts';
import { setupAlbum } from './screenshots/setup.ts';
import { windowAlbum } from './screenshots/window.ts';
import { chromiumLaunch, rememberPreferences } from './support/browser.ts';
import { copyOf, sampleTemplate } from './support/home.ts';
import { projectFolder, serveConsole } from './support/program.ts';

/**
 * `npx node e2e/take-screenshots.ts [LOOK] [ALBUM]`: pictures of the console for `docs/screenshots`, from the built
 * program on the sample; both arguments are parts of names. The same build gives the same pictures, but for the times
 * of imports and tests.
 */
const folder = process.env.XLINK_SCREENSHOTS ?? path.join(projectFolder, 'docs', 'screenshots');

const albums = [windowAlbum, mappingAlbum, setupAlbum, dataAlbum, runsAlbum];

const looks: readonly PictureLook[] = (['light', 'dark'] as const).flatMap((theme) =>
  [
    { width: 1440, height: 900 },
    { width: 1024, height: 700 },
  ].flatMap((viewport) => (['en', 'fr'] as const).map((language) => ({ theme, viewport, language }))),
);

const inDetail = ['light-1440x900-en', 'dark-1024x700-fr'];

async function openPage(browser: Browser, url: string, look: PictureLook): Promise<Page> {
  const context = await browser.newContext({
    locale: words[look.language].locale,
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

/** Waits until the caret does not blink into a picture and the letters are there. */
async function shoot(page: Page, name: string): Promise<void> {
  await page.evaluate('document.fonts.ready');
  await page.screenshot({ path: path.join(folder, `${name}.png`), caret: 'hide', animations: 'disabled' });
  console.log(`${name}.png`);
}

const [wantedLook = '', wantedAlbum = ''] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const template = await sampleTemplate();
// Its own controls, those for dates, write as in America: a headless Chromium speaks no other language.
const browser = await chromium.launch(chromiumLaunch);
try {
  for (const look of looks) {
    const name = `${look.theme}-${look.viewport.width}x${look.viewport.height}-${look.language}`;
    if (!name.includes(wantedLook)) continue;
    for (const album of albums) {
      const detailed = inDetail.includes(name);
      if (!album.name.includes(wantedAlbum) || !(album.ofEveryLook || detailed)) continue;
      // The folder stands in the status bar of every picture.
      const home = await copyOf(template, path.join(os.tmpdir(), 'xlink'));
      await album.prepare(home);
      const server = await serveConsole(home.folder, home.env);
      const page = await openPage(browser, server.url, look);
      const take = (what?: string) => shoot(page, what === undefined ? name : `${name}-${what}`);
      try {
        await album.takeAll({ page, home, words: words[look.language], take }, detailed);
      } finally {
        await page.context().close();
        await server.stop();
        await home.remove();
      }
    }
  }
} finally {
  await browser.close();
  await template.remove();
}
