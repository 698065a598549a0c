import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, type TestHome, test } from './fixtures.ts';
import { execSql, sqliteSource } from './support/acd.ts';
import { row, systemRow, tree } from './support/screen.ts';

const queueCount = 2_000;

/** Few enough to be drawn at once, whatever the tree holds. */
const mostRowsInPage = 120;

async function makeBigCentre(home: TestHome): Promise<void> {
  const file = path.join(home.besideFolder, 'big.db');
  const figures = Array.from({ length: 10 }, (_, index) => `figure_${index + 1}`);
  execSql(
    file,
    `CREATE TABLE queue (name VARCHAR(20));
     WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${queueCount})
     INSERT INTO queue SELECT printf('Queue %04d', i) FROM n;
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
      ...Array.from({ length: queueCount }, (_, index) => ({
        id: 1001 + index,
        name: `WFM ${String(index + 1).padStart(4, '0')}`,
        parent: 'All',
        timeZone: 'Europe/Paris',
        intervalMinutes: 15 as const,
      })),
    ],
    valueTypes: figures.map((name, index) => ({ id: index + 1, name })),
    externalSystems: [{ name: 'Big centre', interface: 'universal', phoneLink: true, timeLink: false }],
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
  await makeBigCentre(bareHome);
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
