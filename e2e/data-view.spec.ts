import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { parquetReadObjects } from 'hyparquet';
import { expect, type TestHome, test } from './fixtures.ts';
import { expectClean } from './support/axe.ts';
import { browserOnly } from './support/browser-only.ts';
import { cutTexts, saidOn } from './support/page-text.ts';
import {
  chooseContextMenu,
  chooseMenu,
  dialog,
  importCalls,
  row,
  runPanel,
  selectValueType,
} from './support/screen.ts';

interface StoredInterval {
  readonly queue: string;
  readonly value_type: string;
  readonly start_utc: string;
  readonly start_local: string;
  readonly value: number;
}

/** What the command line says is stored. */
async function stored(
  home: TestHome,
  from: string,
  to: string,
  ...more: string[]
): Promise<StoredInterval[]> {
  const { intervals } = await home.xlinkJson<{ intervals: StoredInterval[] }>(
    ...['export', '--from', from, '--to', to, ...more],
  );
  return intervals;
}

const sumOf = (intervals: readonly StoredInterval[]) => intervals.reduce((sum, { value }) => sum + value, 0);

function dataView(page: Page) {
  const view = dialog(page, 'Data');
  const option = (list: string) => (name: string) =>
    view.getByRole('listbox', { name: list }).getByRole('option', { name, exact: true });
  return {
    view,
    queue: option('WFM queues'),
    valueType: option('Value types'),
    span: (name: string) => view.getByRole('button', { name, exact: true }),
    date: view.getByLabel('Day shown'),
    legend: (unit = 'Counts') => view.getByRole('table', { name: `Curves: ${unit}` }),
    table: (unit = 'Counts') => view.getByRole('region', { name: new RegExp(`^${unit} by time`) }),
    chart: view.getByRole('img'),
    map: view.getByRole('grid'),
  };
}

/** The view at Hotline › Calls offered. */
async function openAtHotline(page: Page) {
  await chooseContextMenu(page, await selectValueType(page, 'Hotline', 'Calls offered'), 'Show data');
  const own = dataView(page);
  await expect(own.legend()).toContainText('Calls offered');
  return own;
}

async function cells(of: Locator): Promise<string[]> {
  return of.getByRole('cell').allInnerTexts();
}

test.describe('The Data view', () => {
  test('a day of a value type, beside the week before, as curve and as table, in the zone of its queue', async ({
    home,
    openConsole,
  }) => {
    await home.xlinkJson('import', '--calls', '--from', '2025-11-11', '--to', '2025-11-18');
    const only = ['--queue', 'Hotline', '--value-type', 'Calls offered'];
    const day = await stored(home, '2025-11-18', '2025-11-18', ...only);
    const before = await stored(home, '2025-11-11', '2025-11-11', ...only);
    const page = await openConsole({ timeZone: 'Asia/Tokyo' });
    const { view, date, legend, table, chart, span } = await openAtHotline(page);
    await expect(date).toHaveValue('2025-11-18');
    await expect(view).toContainText(/Tuesday,? 18 November 2025/);
    await expect(view).toContainText('sum per 15 min · times in Europe/Paris');

    const figures = await cells(legend().getByRole('row').nth(1));
    expect(figures.slice(0, 2).map(Number)).toEqual([sumOf(day), sumOf(before)]);
    const change = (sumOf(day) / sumOf(before) - 1) * 100;
    expect(figures[2]).toBe(`${change < 0 ? '−' : '+'}${Math.abs(change).toFixed(1)} %`);

    const rows = table().locator('tbody').getByRole('row');
    await expect(rows).toHaveCount(96);
    const valueAt = (intervals: readonly StoredInterval[], time: string) =>
      String(intervals.find(({ start_local }) => start_local.slice(11, 16) === time)?.value ?? '–');
    for (const text of await rows.allInnerTexts()) {
      const [interval = '', value, weekBefore] = text.split(/\s+/);
      const time = interval.slice(0, 5);
      expect([value, weekBefore], interval).toEqual([valueAt(day, time), valueAt(before, time)]);
    }
    await expect(chart).toHaveAccessibleName(
      /^Counts, Tuesday,? 18 November 2025: Calls offered highest \d+ at/,
    );
    await expect(chart.locator('canvas')).toBeVisible();

    // A pointer on the curve shows where it is in the table.
    await chart.hover();
    await expect(rows.and(page.locator('.is-hovered'))).toHaveCount(1);

    await view.getByRole('checkbox', { name: 'Week before' }).uncheck();
    await expect(legend().getByRole('columnheader')).toHaveText(['Curve', 'Sum']);

    await span('Week').click();
    await expect(view).toContainText('sum per hour');
    await expect(rows).toHaveCount(7 * 24);
    await span('Month').click();
    await expect(view).toContainText('November 2025');
    await expect(rows).toHaveCount(30);
    const month = await stored(home, '2025-11-01', '2025-11-30', ...only);
    await expect(legend().getByRole('row').nth(1).getByRole('cell').first()).toHaveText(
      new Intl.NumberFormat('en-GB').format(sumOf(month)),
    );
  });

  test('several queues and value types: a chart for each unit, one curve set off from the others', async ({
    home,
    openConsole,
  }) => {
    await home.xlinkJson('import', '--calls', '--from', '2025-11-18', '--to', '2025-11-18');
    const page = await openConsole();
    const { view, queue, valueType, legend, table, chart } = await openAtHotline(page);
    await queue('Billing').click();
    await valueType('Average handling time').click();
    await expect(chart).toHaveCount(2);
    const names = (unit?: string) => legend(unit).locator('tbody').getByRole('row');
    await expect(names()).toHaveCount(2);
    await expect(names().nth(1)).toContainText('Billing');
    // An average cannot be added up: what is shown is the mean of the intervals, and said to be.
    await expect(legend('Seconds').getByRole('columnheader').nth(1)).toHaveText('Mean');
    await expect(view).toContainText('mean of the intervals per 15 min');
    const handling = await stored(
      home,
      ...([
        '2025-11-18',
        '2025-11-18',
        '--queue',
        'Billing',
        '--value-type',
        'Average handling time',
      ] as const),
    );
    await expect(names('Seconds').nth(1).getByRole('cell').first()).toHaveText(
      (sumOf(handling) / handling.length).toFixed(1),
    );
    await expect(table('Seconds').getByRole('columnheader')).toHaveCount(5);

    const setOff = legend().getByRole('button', { name: '2 Billing', exact: true });
    await setOff.click();
    await expect(setOff).toHaveAttribute('aria-pressed', 'true');

    for (const name of ['Orders', 'Complaints', 'Appointments', 'Internet', 'Mobile'])
      await queue(name).click();
    await expect(view).toContainText('14 curves cannot be told apart. Choose up to 12');
    await expect(chart).toHaveCount(0);
    await queue('Hotline').dblclick();
    await expect(chart).toHaveCount(2);
  });

  test('the day of 25 hours shows its repeated hour twice; the heat map takes both as hours', async ({
    home,
    openConsole,
  }) => {
    await home.xlinkJson('import', '--calls', '--from', '2025-10-26', '--to', '2025-10-26');
    const page = await openConsole();
    const { table, map, view } = await openAtHotline(page);
    const rows = table().locator('tbody').getByRole('row');
    await expect(rows).toHaveCount(100);
    await expect(rows.filter({ hasText: /^02:\d\d–.* \+02:00/ })).toHaveCount(4);
    await expect(rows.filter({ hasText: /^02:\d\d–.* \+01:00/ })).toHaveCount(4);
    const sunday = map.getByRole('row').filter({ hasText: 'Sunday' });
    await sunday.getByRole('gridcell').nth(2).hover();
    await expect(view).toContainText(/Sunday 02:00–03:00: \d.* · from 2 days/);
  });

  test('is worked by keyboard alone', async ({ home, openConsole }) => {
    await home.xlinkJson('import', '--calls', '--from', '2025-11-10', '--to', '2025-11-18');
    const page = await openConsole();
    await selectValueType(page, 'Hotline', 'Calls offered');
    await page.keyboard.press('Control+d');
    const { view, queue, valueType, date, legend, map, span } = dataView(page);
    const queues = view.getByRole('listbox', { name: 'WFM queues' });
    await expect(queues).toBeFocused();
    await expect(queue('Hotline')).toHaveAttribute('aria-selected', 'true');

    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await expect(queue('Orders')).toHaveAttribute('aria-selected', 'true');
    await expect(legend().locator('tbody').getByRole('row')).toHaveCount(2);
    await page.keyboard.press('Enter');
    await expect(queue('Hotline')).toHaveAttribute('aria-selected', 'false');
    await page.keyboard.press('Tab');
    await page.keyboard.press('End');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(valueType('Calls answered')).toHaveAttribute('aria-selected', 'true');
    await expect(valueType('Calls offered')).toHaveAttribute('aria-selected', 'false');

    await page.keyboard.press('Shift+PageUp');
    await expect(date).toHaveValue('2025-11-17');
    await page.keyboard.press('Shift+PageDown');
    await page.keyboard.press('Shift+PageDown');
    await expect(date).toHaveValue('2025-11-19');
    await page.keyboard.press('Shift+Home');
    const today = await page.evaluate(
      "new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format()",
    );
    await expect(date).toHaveValue(String(today));
    await expect(view).toContainText('Nothing is stored for these days.');
    await expect(view).toContainText('Values are there from 10 November 2025 to 18 November 2025.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(span('Week')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(span('Week')).toHaveAttribute('aria-pressed', 'true');

    await map.getByRole('gridcell').and(page.locator('[tabindex="0"]')).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    for (let hour = 0; hour < 10; hour += 1) await page.keyboard.press('ArrowRight');
    await expect(view).toContainText(/Tuesday 10:00–11:00: \d/);
    await page.keyboard.press('Escape');
    await expect(view).toBeHidden();

    // It is found as it was left, by the palette too.
    await page.keyboard.press('Control+k');
    await page.keyboard.type('data');
    await page.getByRole('option', { name: /^Data…/ }).click();
    await expect(queue('Orders')).toHaveAttribute('aria-selected', 'true');
    await expect(span('Week')).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('Escape');

    // A queue's own menu shows that queue, with the value types that were shown last.
    await chooseContextMenu(page, row(page, 'WFM queues', 'Hotline'), 'Show data');
    await expect(queue('Hotline')).toHaveAttribute('aria-selected', 'true');
    await expect(queue('Orders')).toHaveAttribute('aria-selected', 'false');
    await expect(valueType('Calls answered')).toHaveAttribute('aria-selected', 'true');
  });

  test('an interval that a problem points to is marked, from the card of the day on', async ({
    home,
    openConsole,
  }) => {
    // Minute 600 of the day: ten o'clock.
    await home.write('2.BAS', 'Sub Main()\r\n  Result = Para1 / (Minutes - 600)\r\nEnd Sub\r\n');
    const page = await openConsole();
    await importCalls(page, { from: '2025-11-17', to: '2025-11-18' });
    await runPanel(page).getByRole('button', { name: 'Details…' }).click();
    const cause = page.getByRole('dialog').getByRole('button', { name: /^Show the interval of.*10:00/ });
    await cause.first().click();
    await page.getByRole('button', { name: 'Show this day in Data' }).click();
    const { date, table } = dataView(page);
    await expect(date).toHaveValue(/^2025-11-1[78]$/);
    const marked = table().locator('[aria-current=time]');
    await expect(marked).toContainText('10:00–10:15');
    await expect(marked).toBeInViewport();
  });

  test('says what to do where nothing is stored yet', async ({ openConsole }) => {
    const page = await openConsole();
    await chooseMenu(page, 'View', 'Data…');
    const { view, queue } = dataView(page);
    await expect(view).toContainText('Nothing has been imported for what is chosen yet.');
    await queue('Hotline').click();
    await expect(view).toContainText('Choose at least one queue and one value type.');
    await queue('Orders').click();
    await view.getByRole('button', { name: 'Import call data…' }).click();
    await expect(dialog(page, 'Import call data')).toBeVisible();
  });

  test('saves the intervals shown as CSV and as Parquet', async ({ home, openConsole }) => {
    browserOnly('the desktop window asks where to save, outside of the page');
    await home.xlinkJson('import', '--calls', '--from', '2025-10-20', '--to', '2025-10-27');
    const page = await openConsole();
    const { view, queue, span, date } = await openAtHotline(page);
    await queue('Billing').click();
    await span('Week').click();
    await date.fill('2025-10-26');
    await expect(view).toContainText('20 – 26 October 2025');
    const save = async (label: string) => {
      const download = page.waitForEvent('download');
      await view.getByRole('button', { name: label }).click();
      const file = await download;
      await expect(view.getByRole('status').filter({ hasText: file.suggestedFilename() })).toBeVisible();
      return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
    };
    const week = await stored(home, '2025-10-20', '2025-10-26', '--value-type', 'Calls offered');
    const wanted = ['Hotline', 'Billing'].flatMap((name) =>
      week.filter((interval) => interval.queue === name),
    );
    expect(wanted.length).toBe(2 * (6 * 96 + 100));

    const csv = await save('Export CSV');
    expect(csv.name).toBe('xlink-2025-10-20_2025-10-26.csv');
    const [head, ...lines] = csv.bytes.toString().trimEnd().split('\n');
    expect(head).toMatch(/^queue_id,queue,value_type_id,value_type,start_utc,start_local,time_zone,/);
    expect(
      lines.map((line) => {
        const cell = line.split(',');
        return [cell[1], cell[3], cell[4], cell[5], Number(cell.at(-1))];
      }),
    ).toEqual(
      wanted.map(({ queue: name, value_type, start_utc, start_local, value }) => [
        ...[name, value_type, start_utc, start_local, value],
      ]),
    );

    const parquet = await save('Export Parquet');
    expect(parquet.name).toBe('xlink-2025-10-20_2025-10-26.parquet');
    const { buffer, byteOffset, byteLength } = parquet.bytes;
    const rows = await parquetReadObjects({
      file: buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer,
    });
    expect(
      rows.map(({ queue: name, start_utc, value }) => [
        ...[name, (start_utc as Date).toISOString().replace('.000Z', 'Z'), value],
      ]),
    ).toEqual(wanted.map(({ queue: name, start_utc, value }) => [name, start_utc, value]));
  });

  test('is filled by an import while it is looked at', async ({ home, openConsole }) => {
    await home.xlinkJson('import', '--calls', '--from', '2025-11-17', '--to', '2025-11-17');
    const page = await openConsole();
    const { view, date, legend } = await openAtHotline(page);
    await date.fill('2025-11-18');
    await expect(view).toContainText('Nothing is stored for these days.');
    await home.xlinkJson('import', '--calls', '--from', '2025-11-18', '--to', '2025-11-18');
    await expect(legend().getByRole('row').nth(1).getByRole('cell').first()).toHaveText(/^\d{3}$/);
  });

  for (const theme of ['light', 'dark'] as const) {
    test(`axe finds nothing on it, ${theme}`, async ({ home, openConsole }, testInfo) => {
      await home.xlinkJson('import', '--calls', '--from', '2025-11-03', '--to', '2025-11-18');
      const page = await openConsole({ theme });
      const { valueType, span, map, view } = await openAtHotline(page);
      const check = (screen: string) => expectClean(page, screen, testInfo.project.name === 'electron');
      await valueType('Calls answered').click();
      await valueType('Service level').click();
      await expect(map).toContainText('Monday');
      await check('Data, a day');
      await span('Week').click();
      await view.getByRole('combobox', { name: 'By', exact: true }).selectOption('15 minutes');
      await expect(map.getByRole('columnheader')).toHaveCount(97);
      await check('Data, a week, the heat map by quarter hours');
    });
  }

  for (const [language, title] of [
    ['fr', 'Données'],
    ['de', 'Daten'],
  ] as const) {
    test(`${language} at 1024×700: everything fits`, async ({ home, openConsole }) => {
      await home.xlinkJson('import', '--calls', '--from', '2025-11-03', '--to', '2025-11-18');
      const page = await openConsole({ language, viewport: { width: 1024, height: 700 } });
      await page.keyboard.press('Control+d');
      const view = page.getByRole('dialog', { name: title });
      await expect(view.getByRole('grid')).toBeVisible();
      await expect(view.getByRole('img')).toBeVisible();
      expect.soft(await cutTexts(page), 'cut texts').toEqual([]);
      expect.soft((await saidOn(page)).filter((text) => /\{\{|^\w+\.\w+\.\w+$/.test(text))).toEqual([]);
      const overflow = await view.evaluate((element) =>
        [...element.querySelectorAll('.data-view__charts, .dialog__body, .heat__scroll')]
          .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
          .map(({ className }) => className),
      );
      expect(overflow, 'wider than their room').toEqual([]);
    });
  }
});
