import { createHash } from 'node:crypto';
import { readFile, rename } from 'node:fs/promises';
import type { Download, Locator, Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { expect, test } from './fixtures.ts';
import { addEndlessSystem, execSql, sampleDatabase, slowDownSample } from './support/acd.ts';
import { expectClean } from './support/axe.ts';
import { correctFigures, loseFigures } from './support/figures.ts';
import type { TestHome } from './support/home.ts';
import { chooseMenu, dialog, importCalls, pane, runFigure, runPanel } from './support/screen.ts';

/** Two years with a leap day and four clock changes. */
const twoYears = { from: '2023-12-01', to: '2025-11-30', days: 731 };

/** The ACD holds two years: the sample's three months, over and over. */
function fillTwoYears(home: TestHome): void {
  const columns = `queue_key, offered, answered, abandoned, overflow, answered_in_sl, wait_s, talk_s, hold_s, acw_s`;
  const rest = execColumns(home).filter((name) => !columns.includes(name) && !name.startsWith('start_'));
  const all = [...columns.split(', '), ...rest].join(', ');
  execSql(
    sampleDatabase(home),
    `WITH RECURSIVE part (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM part WHERE n < 8)
     INSERT INTO queue_interval (start_local, start_unix, ${all})
     SELECT strftime('%Y-%m-%d %H:%M:%S', start_local, printf('-%d days', n * 91)), start_unix - n * 91 * 86400, ${all}
     FROM part CROSS JOIN queue_interval;`,
  );
}

function execColumns(home: TestHome): string[] {
  const database = new Database(sampleDatabase(home), { readonly: true });
  try {
    const rows = database.prepare("SELECT name FROM pragma_table_info('queue_interval')").all();
    return (rows as { name: string }[]).map(({ name }) => name);
  } finally {
    database.close();
  }
}

/** Every stored value of the home, as one text. */
function storedValues(home: TestHome): { readonly count: number; readonly hash: string } {
  const database = new Database(home.path('wfm.db'), { readonly: true });
  try {
    const hash = createHash('sha256');
    let count = 0;
    const rows = database
      .prepare(
        `SELECT queue_id || ' ' || value_type_id || ' ' || start_utc || ' ' || value AS line FROM interval_value
         ORDER BY queue_id, value_type_id, start_utc`,
      )
      .iterate();
    for (const { line } of rows as Iterable<{ line: string }>) {
      hash.update(`${line}\n`);
      count += 1;
    }
    return { count, hash: hash.digest('hex') };
  } finally {
    database.close();
  }
}

function runPage(page: Page, runId: number): Locator {
  return dialog(page, new RegExp(`^Run ${runId} `));
}

async function daysDone(panel: Locator): Promise<number> {
  const text = (await panel.textContent()) ?? '';
  return Number(/([\d,]+) of [\d,]+ days/.exec(text)?.[1]?.replace(',', '') ?? Number.NaN);
}

async function textOf(download: Download): Promise<string> {
  return readFile(await download.path(), 'utf8');
}

test.describe('Runs', () => {
  test('a two-year import is started, the window reloaded twice, cancelled, resumed, undone', async ({
    home,
    openConsole,
  }) => {
    test.setTimeout(300_000);
    fillTwoYears(home);
    await home.xlinkJson('import', '--calls', '--from', '2025-10-20', '--to', '2025-11-20');
    correctFigures(home);
    await slowDownSample(home, 200_000);
    const before = storedValues(home);
    expect(before.count).toBeGreaterThan(10_000);

    const page = await openConsole();
    await importCalls(page, twoYears);
    const panel = runPanel(page);
    await expect(panel).toContainText(`of ${twoYears.days} days`);
    await expect.poll(() => daysDone(panel)).toBeGreaterThan(5);

    // What goes on in the engine is shown again by itself, and has not begun anew.
    for (const _ of ['first', 'second']) {
      const seen = await daysDone(panel);
      await page.reload();
      await expect(panel.getByRole('status')).toHaveText('running');
      expect(await daysDone(panel)).toBeGreaterThanOrEqual(seen);
      await expect.poll(() => daysDone(panel)).toBeGreaterThan(seen);
    }

    // Its page: a calendar of two years, and the way to cancel.
    await panel.getByRole('button', { name: 'Details…' }).click();
    const running = runPage(page, 2);
    await expect(running.locator('[data-day]')).toHaveCount(twoYears.days);
    await expect(running.getByRole('button', { name: 'Friday, 1 December 2023: done' })).toBeVisible();
    await running.getByRole('button', { name: 'Cancel import' }).click();
    await expect(running.getByRole('status').first()).toHaveText('cancelled');
    await expect(running).toContainText(/\d+ days were not imported\./);
    await expect(running.getByRole('button', { name: 'Sunday, 30 November 2025: to do' })).toBeVisible();

    // The rest without waiting for the source.
    execSql(
      sampleDatabase(home),
      'DROP VIEW slow_interval; CREATE VIEW slow_interval AS SELECT * FROM queue_interval;',
    );
    await running.getByRole('button', { name: 'Resume' }).click();
    await expect(running.getByRole('status').first()).toHaveText(/^(running|completed)/);
    await expect(running).toContainText(`${twoYears.days} of ${twoYears.days} days`, { timeout: 200_000 });
    await expect(running.getByRole('status').first()).toHaveText(/^completed/);
    const after = storedValues(home);
    expect(after.count).toBeGreaterThan(before.count * 10);

    // Taken back, everything is what it was: what was not there, and what the ACD had corrected.
    await running.getByRole('button', { name: 'Undo…' }).click();
    const question = dialog(page, 'Take back run 2?');
    await expect(question).toContainText(/[\d,]+ values get back what was there before\. On 7\d\d days\./);
    await expect(question).not.toContainText('stay');
    await question.getByRole('button', { name: 'Take back' }).click();
    const undo = page.getByRole('region', { name: /^(Taking back an import|Undo of an import)$/ });
    await expect(undo.getByText('undo of run 2')).toBeVisible();
    await expect(undo.getByRole('status')).toHaveText('completed', { timeout: 120_000 });
    expect(storedValues(home)).toEqual(before);

    // Both say so, here and in the history.
    await undo.getByRole('button', { name: 'Close' }).click();
    await chooseMenu(page, 'File', 'Import runs…');
    const history = dialog(page, 'Import runs').getByRole('grid');
    await expect(history.getByRole('row').nth(1)).toContainText('undo of 2');
    await expect(history.getByRole('row').nth(2)).toContainText('taken back by 3');
    await history.getByRole('button', { name: 'Show run 2' }).click();
    await expect(runPage(page, 2)).toContainText('taken back by run 3');
    await expect(runPage(page, 2).getByRole('button', { name: 'Undo…' })).toHaveCount(0);
  });

  test('a preview shows what would change, down to the interval, and is then imported', async ({
    home,
    openConsole,
  }) => {
    await home.xlinkJson('import', '--calls', '--from', '2025-11-10', '--to', '2025-11-14');
    correctFigures(home);
    const before = storedValues(home);
    const page = await openConsole();
    await page.keyboard.press('Control+i');
    const asking = dialog(page, 'Import call data');
    await asking.getByLabel('From day').fill('2025-11-10');
    await asking.getByLabel('To day').fill('2025-11-14');
    await asking.getByRole('button', { name: 'Preview' }).click();
    const panel = runPanel(page);
    await expect(panel).toContainText('Preview: nothing was written.');
    const toWrite = await runFigure(page, 'values to write').textContent();
    expect(storedValues(home)).toEqual(before);

    await panel.getByRole('button', { name: 'Show changes…' }).click();
    const preview = runPage(page, 2);
    const days = preview.getByRole('grid', { name: 'Days on which values would change' });
    await expect(days.getByRole('row')).toHaveCount(3);
    await days.focus();
    await page.keyboard.press('Enter');
    const values = preview.getByRole('grid', { name: 'Values changed on 11 November 2025' });
    await expect(values.getByRole('row', { name: /Hotline Calls offered .* \+288 96$/ })).toBeVisible();
    await values.getByRole('button', { name: 'Queue' }).click();
    await values.getByRole('row', { name: /Hotline Calls offered/ }).dblclick();
    const intervals = preview.getByRole('grid', { name: /^Intervals of Hotline › Calls offered/ });
    await expect(intervals.getByRole('row').nth(1)).toContainText(/00:00 .*\+3$/);
    await intervals.focus();
    await page.keyboard.press('Backspace');
    await expect(values).toBeVisible();

    const csv = page.waitForEvent('download');
    await preview.getByRole('button', { name: 'Changes as CSV' }).click();
    const lines = (await textOf(await csv)).trim().split('\n');
    expect(lines.length).toBeGreaterThan(96);
    expect(lines.join('\n')).toContain('Hotline');

    await preview.getByRole('button', { name: 'Import now' }).click();
    await expect(panel.getByRole('status')).toHaveText(/^completed/);
    await expect(runFigure(page, 'values written')).toHaveText(toWrite!);
    expect(storedValues(home).hash).not.toBe(before.hash);
  });

  test('Write null values asks first: by queue and day, and for each day without any row', async ({
    home,
    openConsole,
  }) => {
    await home.xlinkJson('import', '--calls', '--from', '2025-11-15', '--to', '2025-11-19');
    const before = storedValues(home);
    loseFigures(home);
    const page = await openConsole();
    const begin = async () => {
      await page.keyboard.press('Control+i');
      const asking = dialog(page, 'Import call data');
      await asking.getByLabel('From day').fill('2025-11-15');
      await asking.getByLabel('To day').fill('2025-11-19');
      await asking.getByRole('checkbox', { name: 'Write null values' }).check();
      await asking.getByRole('button', { name: 'Import', exact: true }).click();
    };
    const question = dialog(page, 'Set stored values to 0?');

    // Left by Escape, nothing is written.
    await begin();
    await expect(question.getByRole('grid').getByRole('row')).toHaveCount(4);
    await expect(
      question.getByRole('row', { name: /18 November 2025 Hotline Sample ACD \d+/ }),
    ).toBeVisible();
    const sunday = question.getByRole('checkbox', { name: /^Sunday, 16 November 2025/ });
    await expect(sunday).not.toBeChecked();
    await page.keyboard.press('Escape');
    await expect(question).toBeHidden();
    expect(storedValues(home)).toEqual(before);

    // Its preview still offers the import, which asks again.
    await runPanel(page).getByRole('button', { name: 'Show changes…' }).click();
    await runPage(page, 2).getByRole('button', { name: 'Import now' }).click();
    await expect(question.getByRole('grid').getByRole('row')).toHaveCount(4);
    await question.getByRole('button', { name: 'Set to 0 and import' }).click();
    await expect(runPanel(page)).toContainText(/[\d,]+ values were written/);
    const zeroed = storedZeroes(home);
    expect(zeroed.tuesday).toBeGreaterThan(0);
    expect(zeroed.sundayOthers).toBeGreaterThan(0);

    // Ticked, the Sunday becomes 0 as well; what is asked about now is that day alone.
    await begin();
    await expect(question).toContainText('No stored value would become 0 on the days the source returned');
    await sunday.check();
    await question.getByRole('button', { name: 'Set to 0 and import' }).click();
    await expect(runPanel(page)).toContainText(/[\d,]+ values were written/);
    expect(storedZeroes(home).sundayOthers).toBe(0);
  });

  test('few values become 0 without a question', async ({ home, openConsole }) => {
    await home.xlinkJson('import', '--calls', '--from', '2025-11-18', '--to', '2025-11-18');
    execSql(
      sampleDatabase(home),
      `DELETE FROM queue_interval WHERE start_local = '2025-11-18 14:00:00' AND queue_key = 101;`,
    );
    const page = await openConsole();
    await page.keyboard.press('Control+i');
    const asking = dialog(page, 'Import call data');
    await asking.getByLabel('From day').fill('2025-11-18');
    await asking.getByLabel('To day').fill('2025-11-18');
    await asking.getByRole('checkbox', { name: 'Write null values' }).check();
    await asking.getByRole('button', { name: 'Import', exact: true }).click();
    // Two runs, each with a time of its own: what is found out first, then the import.
    await expect(runPanel(page)).toBeVisible();
    await expect(runPanel(page).getByText('preview', { exact: true })).toHaveCount(0);
    await expect(runPanel(page)).toContainText(/^Import of call data.*\d values were written\./);
    await expect(dialog(page, 'Set stored values to 0?')).toHaveCount(0);
  });

  test('a run of another program is shown by itself, followed and cancelled', async ({
    home,
    openConsole,
  }) => {
    await addEndlessSystem(home);
    const elsewhere = home.xlink(
      'import',
      '--calls',
      '--from',
      '2025-11-17',
      '--to',
      '2025-11-18',
      '--system',
      'Slow',
    );
    await expect.poll(async () => (await home.xlinkJson<{ runs: unknown[] }>('runs')).runs.length).toBe(1);
    const page = await openConsole();
    const panel = runPanel(page);
    await expect(panel.getByRole('status')).toHaveText('running');
    await panel.getByRole('button', { name: 'Details…' }).click();
    await expect(runPage(page, 1)).toContainText('started by the command line');
    await runPage(page, 1).getByRole('button', { name: 'Cancel import' }).click();
    await expect(runPage(page, 1).getByRole('status').first()).toHaveText('cancelled');
    await elsewhere;
  });

  test('problems stand by cause with the ways to their places; the report is saved as a file', async ({
    home,
    openConsole,
  }) => {
    await home.write('2.BAS', 'Sub Main()\r\n  Result = Para1 / (Minutes - Minutes)\r\nEnd Sub\r\n');
    await home.xlinkJson('import', '--calls', '--from', '2025-11-17', '--to', '2025-11-19');
    const page = await openConsole();
    await page.getByRole('button', { name: /^Last import/ }).click();
    await runPanel(page).getByRole('button', { name: 'Details…' }).click();
    const run = runPage(page, 1);
    const causes = run.getByRole('region', { name: 'Causes' });
    await expect(causes.getByRole('heading')).toHaveCount(1);
    await expect(causes.getByRole('heading')).toContainText(/zero.*288 ×/);
    await expect(causes.getByRole('listitem')).toHaveCount(3);

    // A day of the calendar shows its own, by mouse and by keyboard.
    await run.getByRole('button', { name: 'Tuesday, 18 November 2025: with problems' }).click();
    await expect(run.getByRole('listitem')).toHaveCount(1);
    await expect(run.getByRole('listitem')).toContainText('18 Nov 2025');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(run.getByRole('listitem')).toContainText('19 Nov 2025');
    await run.getByRole('button', { name: 'All days' }).first().click();
    await expect(causes.getByRole('listitem')).toHaveCount(3);

    for (const [name, start] of [
      ['Web page (HTML)', /^<!doctype html>/i],
      ['Table (CSV)', /./],
      ['Data (JSON)', /^\{/],
    ] as const) {
      const saved = page.waitForEvent('download');
      await run.getByRole('button', { name: 'Export report' }).click();
      await page.getByRole('menuitem', { name }).click();
      const text = await textOf(await saved);
      expect(text).toMatch(start);
      expect(text).toContain('SCENARIO_DIVISION_BY_ZERO');
    }

    await causes
      .getByRole('button', { name: /^Show the script of/ })
      .first()
      .click();
    const scenario = dialog(page, /^Scenario/);
    await expect(scenario).toContainText('Para1 / (Minutes - Minutes)');
    await page.keyboard.press('Escape');
    await expect(scenario).toBeHidden();
    // The panel is the way back.
    await runPanel(page).getByRole('button', { name: 'Details…' }).click();
    await causes
      .getByRole('button', { name: /^Show the interval of/ })
      .last()
      .click();
    await expect(
      pane(page, 'Mapping').getByRole('heading', { name: 'Customer service › Hotline › Calls answered' }),
    ).toBeVisible();
  });

  test('a run of the history has a menu, by mouse and by key, with what applies and the keys for it', async ({
    home,
    openConsole,
  }) => {
    await home.xlinkJson('import', '--calls', '--from', '2025-11-03', '--to', '2025-11-04');
    await home.xlinkJson('import', '--calls', '--from', '2025-11-05', '--to', '2025-11-05', '--dry-run');
    await addEndlessSystem(home);
    const page = await openConsole();
    await chooseMenu(page, 'File', 'Import runs…');
    const history = dialog(page, 'Import runs');
    const grid = history.getByRole('grid');
    const rows = grid.getByRole('row');
    const menu = page.getByRole('menu', { name: 'Runs, the newest first' });
    await history.getByRole('button', { name: 'Previews' }).click();
    await expect(rows).toHaveCount(3);

    // By mouse, of a preview: the same can be imported.
    await rows.nth(1).click({ button: 'right' });
    await expect(menu.getByRole('menuitem')).toHaveText([
      /^Details…\s*Enter$/,
      /^Import now\s*Ctrl Enter$/,
      /^Export report/,
    ]);
    await page.keyboard.press('Escape');
    await expect(menu).toHaveCount(0);
    await expect(grid).toBeFocused();

    // By key, of an import: it can be taken back; the report is saved from the menu and by its key.
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+F10');
    await expect(menu.getByRole('menuitem')).toHaveText([
      /^Details…\s*Enter$/,
      /^Undo…\s*Ctrl Z$/,
      /^Export report/,
    ]);
    const fromMenu = page.waitForEvent('download');
    await menu.getByRole('menuitem', { name: 'Export report' }).click();
    await page.getByRole('menuitem', { name: 'Table (CSV)' }).click();
    expect((await fromMenu).suggestedFilename()).toMatch(/\.csv$/);
    await expect(grid).toBeFocused();
    const byKey = page.waitForEvent('download');
    await page.keyboard.press('Control+s');
    expect((await byKey).suggestedFilename()).toMatch(/\.html$/);
    await page.keyboard.press('Control+z');
    await expect(dialog(page, 'Take back run 1?')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(grid).toBeFocused();

    // One that is under way is cancelled, and resumed.
    const elsewhere = home.xlink(
      ...['import', '--calls', '--from', '2025-11-17', '--to', '2025-11-18', '--system', 'Slow'],
    );
    await expect(rows.nth(1)).toContainText('running');
    await page.keyboard.press('Home');
    await page.keyboard.press('ContextMenu');
    await expect(menu.getByRole('menuitem')).toHaveText([/^Details…\s*Enter$/, /^Cancel import\s*Del$/]);
    await page.keyboard.press('Escape');
    await expect(grid).toBeFocused();
    await page.keyboard.press('Delete');
    await expect(rows.nth(1)).toContainText('cancelled');
    await elsewhere;
    await page.keyboard.press('ContextMenu');
    await menu.getByRole('menuitem', { name: 'Resume' }).click();
    await expect(rows.nth(1)).toContainText('running');
    await expect(grid).toBeFocused();
    await page.keyboard.press('Delete');
    await expect(rows.nth(1)).toContainText('cancelled');
  });

  test('the status bar leads to each of several running imports', async ({ home, openConsole }, testInfo) => {
    await addEndlessSystem(home);
    await slowDownSample(home, 3_000_000);
    const days = ['--from', '2025-11-01', '--to', '2025-11-30'];
    const slow = home.xlink('import', '--calls', ...days, '--system', 'Slow');
    const sample = home.xlink('import', '--calls', ...days, '--system', 'Sample ACD');
    const page = await openConsole();
    await page.getByRole('button', { name: '2 imports running' }).click();
    const entries = page.getByRole('menu').getByRole('menuitem');
    await expect(entries).toHaveText([/^Run 2 ·/, /^Run 1 ·/, 'Import runs…']);
    await expectClean(page, 'the menu of running imports', testInfo.project.name === 'electron');
    await entries.filter({ hasText: 'Slow · 1 – 30 Nov 2025' }).click();
    const panel = runPanel(page);
    await expect(panel).toContainText('of 30 days');
    await panel.getByRole('button', { name: 'Cancel import' }).click();
    await expect(panel.getByRole('status')).toHaveText('cancelled');
    await slow;
    await page.getByRole('button', { name: 'Import running' }).click();
    await expect(panel.getByRole('status')).toHaveText('running');
    await panel.getByRole('button', { name: 'Cancel import' }).click();
    await expect(panel.getByRole('status')).toHaveText('cancelled');
    await sample;
  });

  test('the page of a run whose source was away says what was not imported and why, and resumes it', async ({
    home,
    openConsole,
  }) => {
    const file = sampleDatabase(home);
    await rename(file, `${file}.away`);
    await home.xlink('import', '--calls', '--from', '2025-11-17', '--to', '2025-11-19');
    const page = await openConsole();
    await page.getByRole('button', { name: /^Last import .*failed$/ }).click();
    await runPanel(page).getByRole('button', { name: 'Details…' }).click();
    const run = runPage(page, 1);
    await expect(run).toContainText('0 of 3 days');
    await expect(run).toContainText('3 days were not imported.');
    await expect(run.getByRole('region', { name: 'Causes' })).toContainText('cannot be opened');
    await run.getByRole('button', { name: 'Wednesday, 19 November 2025: failed' }).click();
    await expect(run).toContainText('This day was not imported.');

    await rename(`${file}.away`, file);
    await run.getByRole('button', { name: 'Resume' }).click();
    await expect(run.getByRole('status').first()).toHaveText(/^completed/);
    await expect(run).toContainText('3 of 3 days');
    await expect(run.getByRole('button', { name: 'Resume' })).toHaveCount(0);
  });

  test('the history is filtered and gone through by keyboard', async ({ home, openConsole }) => {
    await home.xlinkJson('import', '--calls', '--from', '2025-11-03', '--to', '2025-11-04');
    await home.xlinkJson('import', '--calls', '--from', '2025-11-05', '--to', '2025-11-05', '--dry-run');
    await home.write('2.BAS', 'Sub Main()\r\n  Result = Para1 / 0\r\nEnd Sub\r\n');
    await home.xlinkJson('import', '--calls', '--from', '2025-10-10', '--to', '2025-10-10');
    const page = await openConsole();
    await chooseMenu(page, 'File', 'Import runs…');
    const history = dialog(page, 'Import runs');
    const rows = history.getByRole('grid').getByRole('row');
    await expect(history.getByRole('grid')).toBeFocused();
    await expect(rows).toHaveCount(3);
    await expect(rows.nth(1)).toContainText('completed with problems');
    await expect(rows.nth(1)).toContainText('command line');

    await history.getByRole('button', { name: 'Previews' }).click();
    await expect(rows).toHaveCount(4);
    await history.getByLabel('Status').selectOption({ label: 'completed' });
    await expect(rows).toHaveCount(3);
    await history.getByLabel('Status').selectOption({ label: 'Any status' });
    await history.getByRole('button', { name: 'Only with problems' }).click();
    await expect(rows).toHaveCount(2);
    await history.getByRole('button', { name: 'Only with problems' }).click();
    await history.getByLabel('Started by').selectOption({ label: 'service' });
    await expect(history).toContainText('No run matches the filter.');
    await history.getByLabel('Started by').selectOption({ label: 'Anybody' });

    await history.getByRole('searchbox').fill('oct');
    await expect(rows).toHaveCount(2);
    await history.getByRole('searchbox').press('Escape');
    await history.getByRole('searchbox').press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(runPage(page, 1)).toContainText('3 – 4 November 2025');
    await page.keyboard.press('Escape');
    await expect(history.getByRole('grid')).toBeFocused();
  });
});

/** How many stored values of the Tuesday are 0, and of the Sunday are not. */
function storedZeroes(home: TestHome): { readonly tuesday: number; readonly sundayOthers: number } {
  const database = new Database(home.path('wfm.db'), { readonly: true });
  try {
    const count = (condition: string, from: string, to: string) =>
      (
        database
          .prepare(
            `SELECT count(*) AS count FROM interval_value WHERE start_utc >= ? AND start_utc < ? AND ${condition}`,
          )
          .get(from, to) as { count: number }
      ).count;
    return {
      tuesday: count('value = 0', '2025-11-18T13:00', '2025-11-18T15:00'),
      sundayOthers: count('value <> 0', '2025-11-15T23:00', '2025-11-16T23:00'),
    };
  } finally {
    database.close();
  }
}
