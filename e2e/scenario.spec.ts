import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, type TestHome, test } from './fixtures.ts';
import { dialog, line, row, selectValueType } from './support/screen.ts';

const title = 'Scenario · Hotline › Average handling time';

interface ScenarioWindow {
  readonly window: Locator;
  readonly script: Locator;
  /** Replaces the whole text, as typing would. */
  readonly write: (lines: readonly string[]) => Promise<void>;
  readonly lines: () => Promise<string[]>;
  readonly ok: () => Promise<void>;
}

function scenarioWindow(page: Page, name: string | RegExp = title): ScenarioWindow {
  const window = dialog(page, name);
  const script = window.getByRole('textbox', { name: 'Script' });
  return {
    window,
    script,
    async write(lines) {
      await script.press('Control+a');
      await page.keyboard.press('Delete');
      await page.keyboard.insertText(lines.join('\n'));
    },
    lines: async () => (await script.locator('.cm-line').allTextContents()).map((text) => text.trimEnd()),
    async ok() {
      await window.getByRole('button', { name: 'OK' }).click();
      await expect(window).toBeHidden();
    },
  };
}

async function openScenario(page: Page): Promise<ScenarioWindow> {
  await selectValueType(page, 'Hotline', 'Average handling time');
  return reopen(page);
}

async function reopen(page: Page): Promise<ScenarioWindow> {
  await line(row(page, 'WFM queues', 'Average handling time')).dblclick();
  const opened = scenarioWindow(page);
  await expect(opened.script).toBeFocused();
  return opened;
}

const withoutThen = [
  'Sub Main()',
  '  If Para4 > 0',
  '    Result = Para1 / Para4 * 100',
  '  End If',
  'End Sub',
];
const guarded = withoutThen.with(1, '  If Para4 > 0 Then');

test.describe('Quick fixes', () => {
  test('a missing Then is put in with Ctrl+. at the line, and taken back with Ctrl+Z', async ({
    openConsole,
  }) => {
    const page = await openConsole();
    const { window, script, write, lines } = await openScenario(page);
    await write(withoutThen);
    const finding = window.getByRole('listitem').filter({ hasText: 'Then is missing' });
    await expect(finding).toContainText('line 2, column 15');

    await finding.getByRole('button', { name: /^error/ }).click();
    await page.keyboard.press('Control+.');
    await expect(page.getByRole('listbox', { name: 'Completions' }).getByRole('option')).toHaveText([
      'Add Then',
    ]);
    await page.keyboard.press('Enter');
    expect(await lines()).toEqual(guarded);
    await expect(finding).toHaveCount(0);

    await script.press('Control+z');
    expect(await lines()).toEqual(withoutThen);
    await finding.getByRole('button', { name: 'Add Then' }).click();
    await expect(script).toBeFocused();
    expect(await lines()).toEqual(guarded);
  });

  test('a division without a guard, a Para that is not mapped, a name with a blank each have theirs', async ({
    openConsole,
  }) => {
    const page = await openConsole();
    const { window, script, write } = await openScenario(page);
    const fix = (text: string | RegExp, name: string) =>
      window.getByRole('listitem').filter({ hasText: text }).getByRole('button', { name, exact: true });

    await write(['Sub Main()', '  Dim my total As Long', '  Result = Para5', 'End Sub']);
    await fix('A name has no blank', 'Write mytotal').click();
    await expect(script).toContainText('Dim mytotal As Long');
    await fix('Para5 is used, but 4 sources are mapped', 'Use Para4 instead').click();
    await expect(script).toContainText('Result = Para4');

    await write(['Sub Main()', '  Result = Para1 / Para4 * 100', 'End Sub']);
    await fix('Para2, Para3 are mapped and not used', 'Add Para2, Para3 to Result').click();
    await expect(script).toContainText('Result = Para1 / Para4 * 100 + Para2 * 100 + Para3 * 100');
    await fix('Where Para4 is 0', 'Put the line into If Para4 <> 0 Then').click();
    await expect(script).toContainText('If Para4 <> 0 Then    Result = Para1 / Para4 * 100 + Para2');
    await expect(window).toContainText('No faults found.');
  });
});

test('Words are completed with their signature, and explained by F1, which is spoken', async ({
  openConsole,
}) => {
  const page = await openConsole();
  const { script, write, lines } = await openScenario(page);
  await write(['Sub Main()', '  Result = ']);
  await script.press('Control+End');
  await page.keyboard.type('Para4 * Roun');
  const completions = page.getByRole('listbox', { name: 'Completions' });
  const chosen = completions.getByRole('option', { selected: true });
  await expect(chosen).toHaveText(/^RoundRound\(number/);
  // Enter is not taken in the first moment of a list that came up under one's hands.
  await chosen.click();
  expect(await lines()).toEqual(['Sub Main()', '  Result = Para4 * Round']);
  await page.keyboard.press('F1');
  await expect(page.locator('.cm-word-help')).toContainText('Round(number');
  await expect(page.locator('[aria-live]').filter({ hasText: 'Round(number' })).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.locator('.cm-word-help')).toBeHidden();
  for (let times = 0; times < 'ara4 * Round'.length; times++) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('F1');
  await expect(page.locator('.cm-word-help')).toContainText('Sample ACD › CS Hotline › answered');
});

test('A template replaces what the program wrote, and asks before it replaces what a person wrote', async ({
  openConsole,
}) => {
  const page = await openConsole();
  const { window, script, write, lines } = await openScenario(page);
  const choose = async (name: RegExp) => {
    await window.getByRole('button', { name: 'Templates' }).click();
    await page.getByRole('menuitem', { name }).click();
  };
  const question = dialog(page, 'Replace the script by the template?');

  await write(guarded);
  await choose(/^Only from/);
  await question.getByRole('button', { name: 'Cancel' }).click();
  expect(await lines()).toEqual(guarded);
  await choose(/^Only from/);
  await question.getByRole('button', { name: 'Replace' }).click();
  await expect(script).toContainText('If Minutes >= 480 And Minutes < 1080 Then');
  await expect(window).toContainText('No faults found.');

  // One template after the other: nobody wrote it.
  await choose(/^Sum/);
  await expect(question).toBeHidden();
  await expect(script).toContainText('Result = (Para1 + Para2 + Para3 + Para4) * 100');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  expect(await lines()).toEqual(guarded);

  await choose(/^Other figures/);
  await question.getByRole('button', { name: 'Insert' }).click();
  expect((await lines()).slice(-3)).toEqual([
    '      Result = (Para1 + Para2 + Para3 + Para4) * 100',
    '  End Select',
    'End Sub',
  ]);
  await expect(script).toContainText('Select Case Weekday');
  await expect(window).toContainText('No faults found.');
});

/** What the command line says is stored for Hotline › Average handling time, by local time. */
async function storedOn(home: TestHome, day: string): Promise<Map<string, number>> {
  const { intervals } = await home.xlinkJson<{
    intervals: { value_type: string; start_local: string; value: number }[];
  }>(...['export', 'intervals', '--from', day, '--to', day, '--queue', 'Hotline']);
  return new Map(
    intervals
      .filter(({ value_type }) => value_type === 'Average handling time')
      .map(({ start_local, value }) => [start_local.slice(11, 16), value]),
  );
}

test('Test runs the unsaved script over a day, as an import would', async ({ home, openConsole }) => {
  const page = await openConsole();
  const { window, write, ok } = await openScenario(page);
  await write([
    'Sub Main()',
    '  If Para4 > 0 Then Result = Para1 / Para4 * 100 : Print "answered"; Para4',
    'End Sub',
  ]);
  await page.keyboard.press('F5');
  await window.getByLabel('Day', { exact: true }).fill('2025-11-19');
  const table = window.getByRole('region', { name: /^Average handling time on .*19 November 2025/ });
  await expect(table.locator('tbody').getByRole('row')).toHaveCount(96);
  await expect(window.getByRole('region', { name: 'What the script printed' })).toContainText('answered');
  await expect(window.locator('.preview')).toHaveAttribute('aria-busy', 'false');
  const rows = await table
    .locator('tbody tr')
    .evaluateAll((all) =>
      all.map((one) => [...one.querySelectorAll('td')].map((cell) => cell.textContent ?? '')),
    );

  await ok();
  await home.xlinkJson('import', '--calls', '--from', '2025-11-19', '--to', '2025-11-19');
  const stored = await storedOn(home, '2025-11-19');
  expect(stored.size).toBeGreaterThan(40);
  const shown = rows.flatMap(([interval = '', , , , , result = '']) =>
    result === '–' ? [] : [[interval.slice(0, 5), Number(result.replaceAll(',', ''))] as const],
  );
  expect(new Map(shown)).toEqual(stored);
});

test('Test says in which intervals a script fails, with the line, and leads there', async ({
  openConsole,
}) => {
  const page = await openConsole();
  const { window, script, write } = await openScenario(page);
  await write([
    'Sub Main()',
    '  If Minutes >= 600 Then',
    '    Result = 1 / (Minutes - 600)',
    '  End If',
    'End Sub',
  ]);
  await window.getByRole('button', { name: 'Test' }).click();
  const failures = window.getByRole('list', { name: 'Errors of the script' });
  await expect(failures).toContainText('at 10:00');
  await failures.getByRole('button', { name: 'line 3, column 16' }).click();
  await expect(script).toBeFocused();
  await page.keyboard.type('+ 0 ');
  await expect(script).toContainText('Result = 1 + 0 / (Minutes - 600)');
});

test('A run of one interval is walked through in both directions, by keys alone', async ({ openConsole }) => {
  const page = await openConsole();
  const { window, write } = await openScenario(page);
  await write([
    'Dim total As Double',
    'Sub Main()',
    '  total = Twice(Para1)',
    '  Print total',
    '  Result = total * 100',
    'End Sub',
    'Function Twice(n As Double) As Double',
    '  Twice = n * 2',
    'End Function',
  ]);
  const status = window.getByRole('status').filter({ hasText: /^Step|^End/ });
  const variable = (name: string) =>
    window.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
  const marked = window.locator('[aria-current=step]');

  await page.keyboard.press('F10');
  await expect(window.getByRole('tab', { name: 'Steps' })).toHaveAttribute('aria-selected', 'true');
  await expect(status).toContainText('Step 1 of 6, line 3: total = Twice(Para1)');
  await expect(marked).toHaveText('  total = Twice(Para1)');
  await expect(variable('total').getByRole('cell').first()).toHaveText('0');

  await page.keyboard.press('F11');
  await expect(status).toContainText('line 8: Twice = n * 2');
  await expect(variable('n').getByRole('cell').first()).toHaveText('10');
  await page.keyboard.press('Shift+F10');
  await expect(status).toContainText('line 3');
  await page.keyboard.press('F10');
  await expect(status).toContainText('line 4: Print total');
  // What the step changed is spoken with it.
  await expect(status).toContainText('Changed: total = 20');
  await expect(variable('total')).toContainText('changed');

  await page.keyboard.press('F5');
  await expect(status.first()).toContainText('End of the script.');
  await expect(marked).toHaveCount(0);
  await expect(window.getByRole('region', { name: 'What the script printed' })).toContainText('20');
  await expect(window.getByRole('status').filter({ hasText: 'stored as' })).toContainText('20.00');
  await page.keyboard.press('Shift+F10');
  await page.keyboard.press('Shift+F10');
  await expect(status).toContainText('line 5: Result = total * 100');
  await page.keyboard.press('Shift+F5');
  await expect(status).toContainText('Step 1 of 6');
});

test('An interval of the day is stepped through from its row of the test', async ({ openConsole }) => {
  const page = await openConsole();
  const { window } = await openScenario(page);
  await page.keyboard.press('F5');
  await window.getByLabel('Day', { exact: true }).fill('2025-11-19');
  const row10 = window.getByRole('row', { name: /^10:00–10:15/ });
  const answered = await row10.getByRole('cell').nth(4).textContent();
  await row10.getByRole('button', { name: 'Step through 10:00' }).click();
  await expect(window.getByRole('combobox', { name: 'Values' })).toContainText(/10:00–10:15/);
  await expect(
    window
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: 'Para4', exact: true }) })
      .getByRole('cell')
      .first(),
  ).toHaveText(answered ?? '');
  await page.keyboard.press('F10');
  await expect(window.getByRole('status').filter({ hasText: /^Step/ })).toContainText('Step 2');
});

test('Undo of a script goes on after its window was closed and opened again', async ({
  home,
  openConsole,
}) => {
  const before = await home.text('4.BAS');
  const page = await openConsole();
  const first = await openScenario(page);
  await first.write(guarded);
  await first.ok();
  expect(await home.text('4.BAS')).toBe(guarded.join('\r\n'));

  const second = await reopen(page);
  expect(await second.lines()).toEqual(guarded);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  expect((await second.lines()).join('\r\n')).toBe(before);
  await second.ok();
  expect(await home.text('4.BAS')).toBe(before);

  // What was discarded is not lost either.
  const third = await reopen(page);
  await third.write(['Sub Main()', 'End Sub']);
  await third.window.getByRole('button', { name: 'Cancel' }).click();
  await dialog(page, 'Leave without saving?').getByRole('button', { name: 'Discard changes' }).click();
  const fourth = await reopen(page);
  expect((await fourth.lines()).join('\r\n')).toBe(before);
  await page.keyboard.press('Control+z');
  expect(await fourth.lines()).toEqual(['Sub Main()', 'End Sub']);
});

test('A script keeps the encoding of its file and has CRLF', async ({ home, openConsole }) => {
  // Windows-1252: é is one byte.
  await home.write('4.BAS', "' Durée par appel traité\r\nSub Main()\r\n  Result = Para1\r\nEnd Sub\r\n");
  const page = await openConsole();
  const { script, ok } = await openScenario(page);
  await expect(script).toContainText("' Durée par appel traité");
  await script.press('Control+Home');
  await page.keyboard.type("' Größe\n");
  await ok();
  expect(await home.text('4.BAS')).toBe(
    "' Größe\r\n' Durée par appel traité\r\nSub Main()\r\n  Result = Para1\r\nEnd Sub\r\n",
  );
});

test('A script that somebody else changed meanwhile is not written over', async ({ home, openConsole }) => {
  const page = await openConsole();
  const { window, script, write } = await openScenario(page);
  await write(guarded);
  const theirs = 'Sub Main()\r\n  Result = 7\r\nEnd Sub\r\n';
  await home.write('4.BAS', theirs);
  const notice = window.getByRole('alert').filter({ hasText: 'changed outside' });
  await expect(notice).toContainText('Result = 7');
  await expect(window.getByRole('button', { name: 'OK' })).toBeDisabled();
  await script.press('Control+Enter');
  expect(await home.text('4.BAS')).toBe(theirs);

  await notice.getByRole('button', { name: 'Keep mine' }).click();
  await window.getByRole('button', { name: 'OK' }).click();
  await expect(window).toBeHidden();
  expect(await home.text('4.BAS')).toBe(guarded.join('\r\n'));
});

for (const [language, theme, valueType] of [
  ['en', 'light', 'Average handling time'],
  ['fr', 'dark', 'Average handling time'],
  ['de', 'light', 'Average handling time'],
] as const) {
  test(`Axe finds nothing and nothing is cut off at 1024×700, ${language}, ${theme}`, async ({
    openConsole,
  }, testInfo) => {
    const page = await openConsole({ language, theme, viewport: { width: 1024, height: 700 } });
    const wfm = page.getByRole('tree').nth(1);
    await wfm.getByRole('treeitem', { name: 'Hotline', exact: true }).locator('.tree__line').dblclick();
    await wfm.getByRole('treeitem', { name: valueType, exact: true }).locator('.tree__line').dblclick();
    const window = page.getByRole('dialog');
    const script = window.locator('.cm-content');
    await expect(script).toBeFocused();
    const look = async (what: string) => {
      const axe = new AxeBuilder({ page }).withTags([
        'wcag2a',
        'wcag2aa',
        'wcag21a',
        'wcag21aa',
        'best-practice',
      ]);
      if (testInfo.project.name === 'electron') axe.setLegacyMode(true);
      const { violations } = await axe.analyze();
      expect
        .soft(
          violations.map(({ id, nodes }) => ({
            id,
            places: nodes.slice(0, 4).map(({ target }) => target.join(' ')),
          })),
          what,
        )
        .toEqual([]);
      const cut = await window.evaluate((element) =>
        [...element.querySelectorAll('button, label, h3, p, .dialog__foot, .scenario__tools, .tabs__list')]
          .filter((one) => !one.matches('.visually-hidden') && one.clientWidth > 1)
          .filter((one) => one.scrollWidth > one.clientWidth)
          .map((one) => `${one.textContent?.slice(0, 40)} ${one.scrollWidth} > ${one.clientWidth}`),
      );
      expect.soft(cut, what).toEqual([]);
    };

    await page.keyboard.press('F5');
    await expect(window.locator('.day-table tbody tr').nth(40)).toBeVisible();
    await look('test');
    await page.keyboard.press('F10');
    await page.keyboard.press('F10');
    await expect(window.locator('[aria-current=step]')).toBeVisible();
    await look('steps');
    await script.press('Control+a');
    await page.keyboard.press('Delete');
    await page.keyboard.insertText(withoutThen.join('\n'));
    await expect(window.locator('.scenario-finding').first()).toBeVisible();
    await window.getByRole('tab').first().click();
    await look('error');
    const foot = await window.locator('.dialog__foot').boundingBox();
    expect((foot?.y ?? 0) + (foot?.height ?? 0)).toBeLessThanOrEqual(700);
  });
}
