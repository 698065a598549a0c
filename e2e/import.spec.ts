import { expect, test } from './fixtures.ts';
import { addEndlessSystem, queryOne, sampleDatabase } from './support/acd.ts';
import {
  chooseMenu,
  dialog,
  importCalls,
  pane,
  row,
  runFigure,
  runPanel,
  selectValueType,
} from './support/screen.ts';

interface ImportedRun {
  readonly runId: number;
  readonly status: string;
  readonly rowsRead: number;
  readonly valuesWritten: number;
  readonly valuesUnchanged: number;
  readonly problems: readonly { readonly code: string }[];
}

/** A week without a clock change. */
const week = { from: '2025-11-17', to: '2025-11-23' };

const english = new Intl.NumberFormat('en-GB');

test.describe('Import of call data', () => {
  test('the flag, two days and OK: progress, and at the end a report that stays', async ({
    home,
    openConsole,
  }) => {
    const page = await openConsole();
    await importCalls(page, week);
    const panel = runPanel(page);
    await expect(panel.getByRole('status')).toHaveText('completed');
    await expect(panel).toContainText(/17\s*–\s*23 November 2025/);
    await expect(panel).toContainText('7 of 7 days');
    await expect(panel.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '100');
    await expect(panel.getByRole('img', { name: 'Days of Sample ACD: 7 done' })).toBeVisible();

    // The figures are those of the recorded run.
    const [run] = await home.xlinkJson<ImportedRun[]>('runs').then((answer) => runsOf(answer));
    expect(run).toMatchObject({ status: 'completed', valuesUnchanged: 0 });
    expect(run!.valuesWritten).toBeGreaterThan(1000);
    await expect(runFigure(page, 'rows read')).toHaveText(english.format(run!.rowsRead));
    await expect(runFigure(page, 'values written')).toHaveText(english.format(run!.valuesWritten));
    await expect(runFigure(page, 'unchanged')).toHaveText('0');
    await expect(runFigure(page, 'problems')).toHaveText('0');
    await expect(panel).toContainText(`${english.format(run!.valuesWritten)} values were written.`);

    // What was stored is what the source has.
    const { stdout } = await home.xlink(
      '--json',
      'export',
      'intervals',
      '--from',
      week.from,
      '--to',
      week.to,
      '--queue',
      'Hotline',
    );
    const { intervals } = JSON.parse(stdout) as { intervals: { value_type: string; value: number }[] };
    const offered = intervals.filter((interval) => interval.value_type === 'Calls offered');
    const { sum } = queryOne<{ sum: number }>(
      sampleDatabase(home),
      `SELECT sum(offered) AS sum FROM queue_interval JOIN queue USING (queue_key)
       WHERE name = 'CS Hotline' AND start_local >= '2025-11-17' AND start_local < '2025-11-24'`,
    );
    expect(sum).toBeGreaterThan(0);
    expect(offered.reduce((total, { value }) => total + value, 0)).toBe(sum);

    // The report stays through other work, and comes back after it was closed.
    await selectValueType(page, 'Hotline', 'Calls offered');
    await expect(panel).toBeVisible();
    await panel.getByRole('button', { name: 'Copy report' }).click();
    await panel.getByRole('button', { name: 'Close' }).click();
    await expect(panel).toBeHidden();
    await page.getByRole('button', { name: /^Last import/ }).click();
    await expect(panel).toContainText('7 of 7 days');
  });

  test('a second import of the same days changes nothing and says so', async ({ home, openConsole }) => {
    const page = await openConsole();
    await importCalls(page, week);
    await expect(runPanel(page).getByRole('status')).toHaveText('completed');
    const written = await runFigure(page, 'values written').textContent();

    await importCalls(page, week);
    await expect(runPanel(page)).toContainText(
      'Nothing changed: what is stored equals what the source returned.',
    );
    await expect(runFigure(page, 'values written')).toHaveText('0');
    await expect(runFigure(page, 'unchanged')).toHaveText(written!);

    await chooseMenu(page, 'File', 'Import runs…');
    const runs = dialog(page, 'Import runs').getByRole('row');
    await expect(runs).toHaveCount(3);
    await expect(runs.nth(1)).toContainText('completed');
    expect(runsOf(await home.xlinkJson('runs')).map(({ status }) => status)).toEqual([
      'completed',
      'completed',
    ]);
  });

  test('a preview reads and computes, and writes nothing', async ({ home, openConsole }) => {
    const page = await openConsole();
    await page.getByRole('toolbar').getByRole('button', { name: 'Import call data' }).click();
    const asking = dialog(page, 'Import call data');
    await asking.getByLabel('From day').fill('2025-11-17');
    await asking.getByLabel('To day').fill('2025-11-17');
    await asking.getByRole('button', { name: 'Preview' }).click();
    await expect(runPanel(page)).toContainText('Preview: nothing was written.');
    await expect(runFigure(page, 'values to write')).not.toHaveText('0');
    const { stdout } = await home.xlink('export', 'intervals', '--from', '2025-11-17', '--to', '2025-11-17');
    expect(stdout.trim().split('\n')).toHaveLength(1);
  });

  test('days that make no sense cannot be confirmed, and the reason stands beside them', async ({
    openConsole,
  }) => {
    const page = await openConsole();
    await page.keyboard.press('Control+i');
    const asking = dialog(page, 'Import call data');
    await asking.getByLabel('From day').fill('2025-11-20');
    await asking.getByLabel('To day').fill('2025-11-10');
    await expect(asking).toContainText('The first day is after the last.');
    await asking.getByRole('button', { name: 'Import', exact: true }).click({ force: true });
    await expect(asking).toBeVisible();
    await asking.getByLabel('To day').fill('2025-11-20');
    await asking.getByRole('checkbox', { name: 'Sample ACD' }).uncheck();
    await expect(asking).toContainText('Choose at least one system.');
    await page.keyboard.press('Escape');
    await expect(asking).toBeHidden();
  });

  test('a script that divides by zero is a problem with its place, and the rest goes on', async ({
    home,
    openConsole,
  }) => {
    await home.write(
      '2.BAS',
      ['Dim Result As Long', 'Sub Main()', '  Result = Para1 / (Minutes - Minutes)', 'End Sub', ''].join(
        '\r\n',
      ),
    );
    const page = await openConsole();
    await importCalls(page, { from: '2025-11-17', to: '2025-11-17' });
    const panel = runPanel(page);
    await expect(panel.getByRole('status')).toHaveText('completed with problems');
    const problems = panel.getByRole('region', { name: 'Problems' }).getByRole('listitem');
    await expect(problems).toHaveCount(1);
    await expect(problems.first()).toContainText('Hotline');
    await expect(problems.first()).toContainText('Calls answered');
    await expect(problems.first()).toContainText(/2\.BAS, line 3, column \d+/);
    await expect(problems.first()).toContainText(/zero/i);

    // The way there.
    await problems.first().getByRole('button', { name: 'Show' }).click();
    await expect(
      pane(page, 'Mapping').getByRole('heading', { name: 'Customer service › Hotline › Calls answered' }),
    ).toBeVisible();

    const { stdout } = await home.xlink(
      '--json',
      'export',
      'intervals',
      '--from',
      '2025-11-17',
      '--to',
      '2025-11-17',
    );
    const { intervals } = JSON.parse(stdout) as { intervals: { queue: string; value_type: string }[] };
    const stored = new Set(intervals.map(({ queue, value_type }) => `${queue} › ${value_type}`));
    expect(stored).not.toContain('Hotline › Calls answered');
    expect(stored).toContain('Hotline › Calls offered');
    expect(stored).toContain('Emergency › Calls answered');
  });

  test('Cancel stops an import also while a statement runs', async ({ home, openConsole }) => {
    await addEndlessSystem(home);
    const page = await openConsole();
    await importCalls(page, { from: '2025-11-17', to: '2025-11-19', without: ['Sample ACD'] });
    const panel = runPanel(page);
    await expect(panel.getByRole('status')).toHaveText('running');
    await expect(panel).toContainText(/0 of 3 days · reading 17 November 2025/);
    await expect(page.getByRole('button', { name: 'Import running' })).toBeVisible();

    const cancelledAtMs = Date.now();
    await panel.getByRole('button', { name: 'Cancel import' }).click();
    await expect(panel.getByRole('status')).toHaveText('cancelled');
    // The promise is two seconds; what is held here leaves room for a busy machine.
    expect(Date.now() - cancelledAtMs).toBeLessThan(10_000);
    await expect(panel).toContainText('3 days were not imported.');

    const [run] = runsOf(await home.xlinkJson('runs'));
    expect(run).toMatchObject({ status: 'cancelled', valuesWritten: 0 });
    // The engine works on: another import is not kept waiting by the one that was stopped.
    await importCalls(page, { from: '2025-11-17', to: '2025-11-17', without: ['Slow'] });
    await expect(panel.getByRole('status')).toHaveText('completed');
  });

  test('an import goes on while the page is reloaded', async ({ home, openConsole }) => {
    await addEndlessSystem(home);
    const page = await openConsole();
    await importCalls(page, { from: '2025-11-17', to: '2025-11-17', without: ['Sample ACD'] });
    await expect(runPanel(page).getByRole('status')).toHaveText('running');
    await page.reload();
    await expect(row(page, 'WFM queues', 'Hotline')).toBeVisible();
    // Its panel is there again by itself; hidden, the status bar leads back to it.
    await expect(runPanel(page).getByRole('status')).toHaveText('running');
    await runPanel(page).getByRole('button', { name: 'Hide, keep running' }).click();
    await page.getByRole('button', { name: 'Import running' }).click();
    await expect(runPanel(page).getByRole('status')).toHaveText('running');
    await runPanel(page).getByRole('button', { name: 'Cancel import' }).click();
    await expect(runPanel(page).getByRole('status')).toHaveText('cancelled');
  });
});

/** The runs in the answer of `xlink runs --json`, the newest first. */
function runsOf(answer: unknown): ImportedRun[] {
  return (answer as { runs: ImportedRun[] }).runs;
}
