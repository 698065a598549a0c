import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, type TestHome, test } from './fixtures.ts';
import { execSql, sqliteSource } from './support/acd.ts';
import { row, systemRow, tree } from './support/screen.ts';

interface Size {
  readonly externalQueues: number;
  readonly wfmQueues: number;
  /** WFM queues whose value types are all mapped. */
  readonly mapped?: number;
}

const usualSize: Size = { externalQueues: 2_000, wfmQueues: 2_000 };
const largestSize: Size = { externalQueues: 20_000, wfmQueues: 5_000, mapped: 2_000 };

/** Few enough to be drawn at once, whatever the tree holds. */
const mostRowsInPage = 120;

/** `Queue 0001`; wide enough for all. */
const numbered = (name: string, number: number, { externalQueues }: Size) =>
  `${name} ${String(number).padStart(externalQueues > 9_999 ? 5 : 4, '0')}`;

async function makeBigCentre(home: TestHome, size: Size): Promise<void> {
  const { externalQueues, wfmQueues, mapped = 0 } = size;
  const width = externalQueues > 9_999 ? 5 : 4;
  const file = path.join(home.besideFolder, 'big.db');
  const figures = Array.from({ length: 10 }, (_, index) => `figure_${index + 1}`);
  execSql(
    file,
    `CREATE TABLE queue (name VARCHAR(20));
     WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${externalQueues})
     INSERT INTO queue SELECT printf('Queue %0${width}d', i) FROM n;
     CREATE TABLE call (queue VARCHAR(20), start_unix INTEGER, ${figures.map((name) => `${name} INTEGER`).join(', ')});`,
  );
  const section = [
    '[Big centre]',
    `Source=${sqliteSource(file)}`,
    'QueueSQL=SELECT name FROM queue ORDER BY name',
    'CallDataTable=call',
    'QueueNameColumn=queue',
    `ValueTypes=${figures.join(';')}`,
    'TimeStampColumn=start_unix',
    'TimeStampType=1',
    '',
  ];
  await home.write('isps_ul.ini', ['[DB]', '1=Big,0,,', '', ...section].join('\r\n'));
  await home.loadWfm({
    queues: [
      { id: 2, name: 'All', timeZone: 'Europe/Paris', intervalMinutes: 15 },
      ...Array.from({ length: wfmQueues }, (_, index) => ({
        id: 1001 + index,
        name: numbered('WFM', index + 1, size),
        parent: 'All',
        timeZone: 'Europe/Paris',
        intervalMinutes: 15 as const,
      })),
    ],
    valueTypes: figures.map((name, index) => ({ id: index + 1, name })),
    externalSystems: [{ name: 'Big centre', interface: 'universal', phoneLink: true, timeLink: false }],
  });
  if (mapped === 0) return;
  const lines = Array.from({ length: mapped }, (_, queue) =>
    figures.map(
      (figure, index) =>
        `Big:2:${1001 + queue}:${index + 1}=Big centre:${numbered('Queue', queue + 1, size)}:${figure}\r\n`,
    ),
  );
  await home.write('acd_map.ini', lines.flat().join(''));
}

/**
 * Types into the filter of a pane and gives for each key how long it took, in ms, until the pane showed what it asked
 * for: from the key to the last change of the page before the next one.
 */
async function typeTimed(page: Page, title: string, filter: string, text: string): Promise<number[]> {
  const field = page.getByRole('searchbox', { name: filter });
  await field.focus();
  await page.getByRole('region', { name: title }).evaluate((region) => {
    const { performance, MutationObserver } = region.ownerDocument.defaultView!.window;
    const log = { keys: [] as number[], changes: [] as number[] };
    Object.assign(region, { log });
    region.addEventListener('keydown', () => log.keys.push(performance.now()), true);
    new MutationObserver(() => log.changes.push(performance.now())).observe(region, {
      attributes: true,
      characterData: true,
      childList: true,
      subtree: true,
    });
  });
  await page.keyboard.type(text, { delay: 400 });
  await page.waitForTimeout(600);
  const log = await page
    .getByRole('region', { name: title })
    .evaluate((region) => (region as unknown as { log: { keys: number[]; changes: number[] } }).log);
  return log.keys.map((key, index) => {
    const next = log.keys[index + 1] ?? Number.POSITIVE_INFINITY;
    const last = log.changes.findLast((change) => change >= key && change < next) ?? key;
    return Math.round(last - key);
  });
}

/** The stretches of the tree's window, in pixels from its top, that no row covers in the next frame. */
async function blanks(treeElement: Locator): Promise<string[]> {
  return treeElement.evaluate(
    (element) =>
      new Promise<string[]>((resolve) => {
        element.ownerDocument.defaultView!.requestAnimationFrame(() => {
          const { top, bottom } = element.getBoundingClientRect();
          const boxes = [...element.querySelectorAll('[role=treeitem]')]
            .map((item) => item.getBoundingClientRect())
            .sort((a, b) => a.top - b.top);
          const found: string[] = [];
          let covered = top + 3;
          for (const box of boxes) {
            if (box.top > covered + 3 && covered < bottom) found.push(`${covered - top}–${box.top - top}`);
            covered = Math.max(covered, box.bottom);
          }
          if (covered < bottom - 10) found.push(`${covered - top}–${bottom - top}`);
          resolve(found);
        });
      }),
  );
}

async function expectBounded(page: Page): Promise<void> {
  expect(await page.getByRole('treeitem').count()).toBeLessThan(2 * mostRowsInPage);
}

test('2,000 queues with 10 value types each open, scroll without blanks and stay few rows in the page', async ({
  bareHome,
  openConsole,
}) => {
  await makeBigCentre(bareHome, usualSize);
  const page = await openConsole({ home: bareHome });
  const external = tree(page, 'Interface');
  await expect(systemRow(page, 'Big centre')).toHaveAccessibleDescription(/connected, 2,000 queues/);
  await expect(row(page, 'Interface', 'Queue 0001')).toBeVisible();
  await expect(row(page, 'Interface', 'Queue 0001')).toHaveAttribute('aria-setsize', '2000');
  await expectBounded(page);

  // `*` opens all of them: 22,001 rows.
  await row(page, 'Interface', 'Queue 0001').locator('.tree__line').click();
  await page.keyboard.press('*');
  await expect(row(page, 'Interface', 'figure_10').first()).toBeVisible();
  await page.keyboard.press('End');
  await expect(row(page, 'Interface', 'Queue 2000')).toBeVisible();
  await expect(row(page, 'Interface', 'figure_10').last()).toBeInViewport();
  expect(await blanks(external)).toEqual([]);
  await expectBounded(page);
  await page.keyboard.press('Home');
  await expect(systemRow(page, 'Big centre')).toBeInViewport();

  // With the wheel, in steps and in leaps.
  await external.hover();
  for (const deltaY of [120, 120, 480, 960, 5_000, 40_000, 200_000, -300, -90_000, -1_000]) {
    await page.mouse.wheel(0, deltaY);
    await expect.poll(() => blanks(external)).toEqual([]);
    await expectBounded(page);
  }

  // The filter finds one among them all.
  await page.getByRole('searchbox', { name: 'Filter queues and value types' }).fill('queue 1234');
  await expect(row(page, 'Interface', 'Queue 1234')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Interface' }).getByRole('status')).toContainText('hidden');

  // The WFM side is as large, and works the same.
  const wfm = tree(page, 'WFM queues');
  await row(page, 'WFM queues', 'All').locator('.tree__line').click();
  await page.keyboard.press('End');
  await expect(row(page, 'WFM queues', 'WFM 2000')).toBeInViewport();
  expect(await blanks(wfm)).toEqual([]);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.getByRole('tree', { name: 'Interface' }).focus();
  await page.keyboard.type('Queue 1234');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect
    .poll(() => bareHome.text('acd_map.ini').catch(() => ''))
    .toBe('Big:2:3000:1=Big centre:Queue 1234:figure_1\r\n');
});

test('20,000 external and 5,000 WFM queues, 20,000 mappings: filters find what is asked for, key by key', async ({
  bareHome,
  openConsole,
}, testInfo) => {
  test.setTimeout(240_000);
  await makeBigCentre(bareHome, largestSize);
  const page = await openConsole({ home: bareHome });
  await expect(systemRow(page, 'Big centre')).toHaveAccessibleDescription(/connected, 20,000 queues/, {
    timeout: 60_000,
  });
  await expect(row(page, 'WFM queues', 'WFM 00001')).toHaveAccessibleDescription('10 of 10 mapped');
  const times: Record<string, number[]> = {};
  const time = async (title: 'Interface' | 'WFM queues', filter: string, text: string) => {
    times[`${title}: ${text}`] = await typeTimed(page, title, filter, text);
  };

  await time('Interface', 'Filter queues and value types', 'queue 12345');
  await expect(row(page, 'Interface', 'Queue 12345')).toBeVisible();
  await expect(row(page, 'Interface', 'Queue 12344')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await time('Interface', 'Filter queues and value types', 'figure_7');
  await expect(row(page, 'Interface', 'figure_7').first()).toBeVisible();
  await expect(row(page, 'Interface', 'figure_6')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page
    .getByRole('region', { name: 'Interface' })
    .getByRole('button', { name: /^Unmapped 180,000/ })
    .click();
  await time('Interface', 'Filter queues and value types', 'queue 02001');
  await expect(row(page, 'Interface', 'Queue 02001')).toBeVisible();
  await expectBounded(page);

  await time('WFM queues', 'Filter WFM queues', 'wfm 04321');
  await expect(row(page, 'WFM queues', 'WFM 04321')).toBeVisible();
  await page.keyboard.press('Escape');
  await time('WFM queues', 'Filter WFM queues', 'figure_7');
  await expect(row(page, 'WFM queues', 'figure_7').first()).toBeVisible();
  await expectBounded(page);

  // How fast is told, not judged: see docs/performance.md.
  const told = Object.entries(times).map(([what, ms]) => `${what}: ${ms.join(' ')} ms`);
  await testInfo.attach('time of each key', { body: told.join('\n') });
  process.stdout.write(`${told.join('\n')}\n`);
});
