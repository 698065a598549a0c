import type { Page } from '@playwright/test';
import { expect, type TestHome, test } from './fixtures.ts';
import { importCalls, pane, runPanel, selectValueType } from './support/screen.ts';

interface StoredInterval {
  readonly value_type: string;
  readonly start_utc: string;
  readonly start_local: string;
  readonly value: number;
}

/** What the command line says is stored for Emergency › Calls offered on a day. */
async function storedOn(home: TestHome, day: string): Promise<StoredInterval[]> {
  const { intervals } = await home.xlinkJson<{ intervals: StoredInterval[] }>(
    ...['export', 'intervals', '--from', day, '--to', day, '--queue', 'Emergency'],
  );
  return intervals.filter((interval) => interval.value_type === 'Calls offered');
}

function values(page: Page) {
  const card = pane(page, 'Mapping').getByRole('region', { name: 'Imported values' });
  const table = card.getByRole('region', { name: /^Calls offered by interval on/ });
  return {
    card,
    chart: card.getByRole('img'),
    day: card.getByLabel('Day', { exact: true }),
    table,
    rows: table.locator('tbody').getByRole('row'),
    go: (where: string) => card.getByRole('button', { name: where }).click(),
  };
}

test.describe('What was imported', () => {
  test('the selected value type as curve and table, in the zone of its queue', async ({
    home,
    openConsole,
  }) => {
    await home.xlinkJson('import', '--calls', '--from', '2025-11-18', '--to', '2025-11-19');
    const stored = await storedOn(home, '2025-11-19');
    const page = await openConsole({ timeZone: 'Asia/Tokyo' });
    await selectValueType(page, 'Emergency', 'Calls offered');

    const { card, chart, day, rows } = values(page);
    await expect(day).toHaveValue('2025-11-19');
    await expect(card).toContainText(/Wednesday,? 19 November 2025/);
    await expect(card).toContainText('Europe/Paris');
    await expect(rows).toHaveCount(96);
    await expect(rows.nth(0)).toContainText('00:00–00:15');
    await expect(rows.nth(95)).toContainText('23:45–00:00');

    const byTime = new Map(stored.map(({ start_local, value }) => [start_local.slice(11, 16), value]));
    expect(byTime.size).toBeGreaterThan(80);
    const shown = await rows.allInnerTexts();
    for (const text of shown) {
      const [interval, value] = text.split(/\s+/);
      expect(value, interval).toBe(String(byTime.get(interval!.slice(0, 5)) ?? '–'));
    }

    const total = stored.reduce((sum, { value }) => sum + value, 0);
    await expect(card).toContainText(new RegExp(`total\\s*${total}`));
    await expect(chart).toHaveAccessibleName(
      new RegExp(
        `^Calls offered on Wednesday,? 19 November 2025: ${stored.length} of 96 intervals stored, highest \\d+`,
      ),
    );
    await expect(chart.locator('canvas')).toBeVisible();
  });

  test('day by day, to the first and the last, and to a day that is typed', async ({ home, openConsole }) => {
    await home.xlinkJson('import', '--calls', '--from', '2025-11-17', '--to', '2025-11-19');
    const page = await openConsole();
    await selectValueType(page, 'Emergency', 'Calls offered');
    const { card, day, go } = values(page);
    await expect(day).toHaveValue('2025-11-19');
    await go('Previous day');
    await expect(day).toHaveValue('2025-11-18');
    await expect(card).toContainText(/Tuesday,? 18 November 2025/);
    await go('First day with values');
    await expect(day).toHaveValue('2025-11-17');
    await go('Previous day');
    await expect(card).toContainText('Nothing is stored for this day.');
    await expect(card).toContainText('Values are there from 17 November 2025 to 19 November 2025.');
    await go('Last day with values');
    await expect(day).toHaveValue('2025-11-19');
    await day.fill('2025-11-18');
    await expect(card).toContainText(/Tuesday,? 18 November 2025/);
  });

  test('a day of 25 hours shows the repeated hour twice, told apart by its offset', async ({
    home,
    openConsole,
  }) => {
    await home.xlinkJson('import', '--calls', '--from', '2025-10-26', '--to', '2025-10-26');
    const stored = await storedOn(home, '2025-10-26');
    const page = await openConsole();
    await selectValueType(page, 'Emergency', 'Calls offered');
    const { rows, table } = values(page);
    await expect(rows).toHaveCount(100);
    const repeated = table.getByRole('row').filter({ hasText: /02:\d\d–/ });
    await expect(repeated).toHaveCount(8);
    await expect(repeated.filter({ hasText: '+02:00' })).toHaveCount(4);
    await expect(repeated.filter({ hasText: '+01:00' })).toHaveCount(4);

    // Each of the two has its own figure.
    for (const [offset, startUtc] of [
      ['+02:00', '2025-10-26T00:00'],
      ['+01:00', '2025-10-26T01:00'],
    ] as const) {
      const value = stored.find(({ start_utc }) => start_utc.startsWith(startUtc))?.value;
      const first = repeated.filter({ hasText: '02:00–02:15' }).filter({ hasText: offset });
      await expect(first.getByRole('cell').last()).toHaveText(String(value ?? '–'));
    }
  });

  test('an import fills the curve while it is looked at', async ({ openConsole }) => {
    const page = await openConsole();
    await selectValueType(page, 'Emergency', 'Calls offered');
    const { card, rows } = values(page);
    await expect(card).toContainText('Nothing has been imported for this value type yet.');
    await importCalls(page, { from: '2025-11-19', to: '2025-11-19' });
    await expect(runPanel(page).getByRole('status')).toHaveText('completed');
    await expect(rows).toHaveCount(96);
  });
});
