import {
  type Browser,
  test as base,
  chromium,
  _electron as electron,
  expect,
  type Page,
} from '@playwright/test';
import { chromiumLaunch, type Look, rememberPreferences, usualLook } from './support/browser.ts';
import { electronBinary } from './support/electron.ts';
import { copyOf, emptyHome, sampleTemplate, type TestHome } from './support/home.ts';
import { programFolder, serveConsole } from './support/program.ts';

export { expect } from '@playwright/test';
export type { TestHome } from './support/home.ts';

export interface OpenOptions extends Partial<Look> {
  readonly home?: TestHome;
  /** Of the reader's computer; the zone of a queue is another matter. */
  readonly timeZone?: string;
}

interface TestFixtures {
  /** A home with the sample contact centre, this test's alone. */
  readonly home: TestHome;
  /** A home without any file. */
  readonly bareHome: TestHome;
  /** Starts the console on a home (the sample's) and gives its page; both end with the test. */
  readonly openConsole: (options?: OpenOptions) => Promise<Page>;
}

interface WorkerFixtures {
  readonly sample: TestHome;
  /** Started when it is first asked for: the tests in the desktop window need none. */
  readonly startedBrowser: () => Promise<Browser>;
}

const locales = { en: 'en-GB', fr: 'fr-FR', de: 'de-DE' } as const;

/** Where a test says nothing else, the reader sits in another zone than the queues: no test may count on them being the same. */
const usualTimeZone = 'America/New_York';

export const test = base.extend<TestFixtures, WorkerFixtures>({
  sample: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern
    async ({}, use) => {
      const template = await sampleTemplate();
      await use(template);
      await template.remove();
    },
    { scope: 'worker' },
  ],

  startedBrowser: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern
    async ({}, use) => {
      let browser: Promise<Browser> | undefined;
      await use(() => {
        browser ??= chromium.launch(chromiumLaunch);
        return browser;
      });
      await (await browser)?.close();
    },
    { scope: 'worker' },
  ],

  home: async ({ sample }, use) => {
    const home = await copyOf(sample);
    await use(home);
    await home.remove();
  },

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern
  bareHome: async ({}, use) => {
    const home = await emptyHome();
    await use(home);
    await home.remove();
  },

  // Both homes are named here so that they are removed after the console on them has ended.
  openConsole: async ({ startedBrowser, home: sampleHome, bareHome: _ }, use, testInfo) => {
    const endings: (() => Promise<unknown>)[] = [];
    const faults: string[] = [];
    const inDesktop = testInfo.project.name === 'electron';

    /** A page that throws or breaks its own policy has a fault, whatever the test looks at. */
    function watch(page: Page): void {
      page.on('pageerror', (error) => faults.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(`${message.text()} (${message.location().url})`);
      });
    }

    async function openWindow(home: TestHome, look: Look, timeZone: string): Promise<Page> {
      const binary = electronBinary();
      if ('why' in binary) throw new Error(binary.why);
      const program = await electron.launch({
        executablePath: binary.path,
        args: [programFolder, '--home', home.folder, `--lang=${locales[look.language]}`],
        env: { ...process.env, ...home.env, TZ: timeZone } as Record<string, string>,
        colorScheme: look.theme,
      });
      endings.unshift(() => program.close());
      const page = await program.firstWindow();
      watch(page);
      await page.setViewportSize(look.viewport);
      await page.evaluate(rememberPreferences(look));
      await page.reload();
      return page;
    }

    async function openInBrowser(home: TestHome, look: Look, timeZone: string): Promise<Page> {
      const server = await serveConsole(home.folder, home.env);
      endings.unshift(async () => {
        await server.stop();
        if (testInfo.status !== testInfo.expectedStatus && server.said() !== '') {
          await testInfo.attach('what the program said', { body: server.said() });
        }
      });
      const browser = await startedBrowser();
      const context = await browser.newContext({
        locale: locales[look.language],
        colorScheme: look.theme,
        // What moves is looked at half-way otherwise.
        reducedMotion: 'reduce',
        timezoneId: timeZone,
        viewport: look.viewport,
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      endings.unshift(() => context.close());
      await context.addInitScript(rememberPreferences(look));
      const page = await context.newPage();
      watch(page);
      await page.goto(server.url);
      return page;
    }

    await use(async ({ home = sampleHome, timeZone = usualTimeZone, ...wanted } = {}) => {
      const look = { ...usualLook, ...wanted };
      const page = await (inDesktop ? openWindow : openInBrowser)(home, look, timeZone);
      await expect(page.getByRole('main')).toBeVisible();
      return page;
    });

    // A test that failed already has its reason; what the page said may explain it.
    if (testInfo.status === testInfo.expectedStatus) expect.soft(faults, 'errors in the page').toEqual([]);
    else if (faults.length > 0) await testInfo.attach('errors in the page', { body: faults.join('\n') });
    for (const end of endings) await end();
  },
});
