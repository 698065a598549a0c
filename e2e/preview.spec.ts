import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, type TestHome, test } from './fixtures.ts';
import { execSql, sampleDatabase } from './support/acd.ts';
import { pane, row, selectValueType } from './support/screen.ts';

interface StoredInterval {
  readonly value_type: string;
  readonly start_local: string;
  readonly value: number;
}

/** What the command line says is stored for Hotline on a day, by the time its interval starts. */
async function storedOn(home: TestHome, day: string, valueType: string): Promise<Map<string, number>> {
  const { intervals } = await home.xlinkJson<{ intervals: StoredInterval[] }>(
    ...['export', 'intervals', '--from', day, '--to', day, '--queue', 'Hotline'],
  );
  return new Map(
    intervals
      .filter((interval) => interval.value_type === valueType)
      .map(({ start_local, value }) => [start_local.slice(11, 16), value]),
  );
}

const preview = (page: Page) => pane(page, 'Mapping').getByRole('region', { name: 'Preview', exact: true });
const rows = (card: Locator) => card.locator('tbody').getByRole('row');
/** The row of an interval by its start, as texts of its cells. */
const cells = (card: Locator, start: string) =>
  rows(card)
    .filter({ hasText: `${start}–` })
    .first()
    .getByRole('cell')
    .allInnerTexts();
const script = (...lines: string[]) => ['Sub Main()', ...lines, 'End Sub', ''].join('\r\n');

test('a day beside what is stored: figures, result, stored value and whether they differ', async ({
  home,
  openConsole,
}) => {
  await home.xlinkJson('import', '--calls', '--from', '2025-11-18', '--to', '2025-11-19');
  const stored = await storedOn(home, '2025-11-19', 'Average handling time');
  const page = await openConsole({ timeZone: 'Asia/Tokyo' });
  await selectValueType(page, 'Hotline', 'Average handling time');
  const card = preview(page);
  // The last day for which the source has rows, which nobody has imported yet.
  await expect(card.getByLabel('Day', { exact: true })).toHaveValue('2025-11-30');
  await expect(card).toContainText('96 intervals differ');
  await expect(rows(card).first()).toContainText('new');

  await card.getByLabel('Day', { exact: true }).fill('2025-11-19');
  await expect(card).toContainText(/Wednesday,? 19 November 2025/);
  await expect(card).toContainText('Europe/Paris');
  await expect(card).toContainText('all as stored');
  await expect(rows(card)).toHaveCount(96);
  await expect(card.getByRole('img')).toHaveAccessibleName(
    /^Average handling time on .*: result and stored values of 96 intervals; 0 differ\.$/,
  );
  const [interval, ...values] = await cells(card, '10:00');
  const [talk, hold, wrapUp, answered, result, kept, difference] = values;
  expect(interval).toBe('10:00–10:15');
  const seconds = [talk, hold, wrapUp].reduce((sum, text) => sum + Number(text?.replaceAll(',', '')), 0);
  const expected = Math.trunc((seconds / Number(answered)) * 100) / 100;
  expect(Number(result)).toBe(expected);
  expect(Number(kept)).toBe(stored.get('10:00'));
  expect(difference).toBe('as stored');

  // Another script, saved by whomever: the preview is computed anew, and what would change is said in words.
  await home.write(
    '4.BAS',
    script(
      '  If Minutes = 600 Then',
      '    Result = 100',
      '  Else',
      '    Result = (Para1 + Para2 + Para3) / Para4 * 100',
      '  End If',
    ),
  );
  await expect(rows(card).filter({ hasText: '10:00–' })).toContainText(/1\.00.*less/);
  await expect(card.getByRole('list', { name: 'Errors of the script' })).toContainText(
    /line 5, column \d+: .*ivision by zero.*intervals, first at 00:00/,
  );
  await expect(rows(card).first()).toContainText('error in line 5');
});

test('what cannot be previewed says why: nothing mapped, no rows, a source that cannot be read', async ({
  home,
  openConsole,
}) => {
  const page = await openConsole();
  const card = preview(page);
  await selectValueType(page, 'Hotline', 'Calls overflowed');
  await expect(card).toContainText('Nothing is mapped here.');
  await expect(card.getByRole('table')).toHaveCount(0);

  await row(page, 'WFM queues', 'Calls offered').locator('.tree__line').click();
  await expect(rows(card)).toHaveCount(96);
  await card.getByLabel('Day', { exact: true }).fill('2020-02-01');
  await expect(card).toContainText('The source has no rows for this day.');
  await card.getByRole('button', { name: 'Last day with rows' }).click();
  await expect(card.getByRole('img')).toBeVisible();

  execSql(sampleDatabase(home), 'ALTER TABLE queue_interval RENAME TO moved');
  await card.getByRole('button', { name: 'Read the source again' }).click();
  await expect(card.getByRole('alert')).toContainText('no such table: queue_interval');
  await expect(card.getByRole('alert')).toContainText('Para1: Sample ACD:CS Hotline:offered');
  await card.getByRole('button', { name: 'Configuration…' }).click();
  await expect(page.getByRole('dialog', { name: /^Configuration/ })).toBeVisible();
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in a preview with errors and differences, ${theme}`, async ({
    home,
    openConsole,
  }, testInfo) => {
    await home.xlinkJson('import', '--calls', '--from', '2025-11-28', '--to', '2025-11-28');
    await home.write('4.BAS', script('  Result = Para1 / Para4 * 100'));
    const page = await openConsole({ theme });
    await selectValueType(page, 'Hotline', 'Average handling time');
    await preview(page).getByLabel('Day', { exact: true }).fill('2025-11-28');
    await expect(preview(page)).toContainText('less');
    await expect(preview(page)).toContainText('error in line 2');
    const axe = new AxeBuilder({ page });
    if (testInfo.project.name === 'electron') axe.setLegacyMode(true);
    const { violations } = await axe.analyze();
    expect(violations.map(({ id, nodes }) => ({ id, html: nodes[0]?.html }))).toEqual([]);
  });
}
