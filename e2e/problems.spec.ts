import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { chooseMenu, dialog, row } from './support/screen.ts';

async function openProblems(page: Page): Promise<Locator> {
  await chooseMenu(page, 'View', 'Problems…');
  return dialog(page, 'Problems');
}

/** The line of a finding by what it says. */
function finding(problems: Locator, text: string | RegExp): Locator {
  return problems.getByRole('row').filter({ hasText: text });
}

test.describe('The list of problems', () => {
  test('puts findings together by system and shows those that are wanted', async ({ home, openConsole }) => {
    const settings = await home.text('isps_ul.ini');
    await home.write(
      'isps_ul.ini',
      `${settings.replace('Interval=15', 'Interval=17\r\nIntervall=15')}\r\n[Bank]\r\nSource=Bank\r\n`,
    );
    const page = await openConsole();
    const problems = await openProblems(page);
    await expect(problems.getByRole('rowheader', { name: 'Sample ACD Universal' })).toBeVisible();
    await expect(problems.getByRole('rowheader', { name: 'Bank Universal' })).toBeVisible();
    await expect(finding(problems, 'Interval=17')).toContainText(/isps_ul\.ini:\d+:Interval/);

    await problems.getByRole('button', { name: /^Errors/ }).click();
    await expect(finding(problems, 'Interval=17')).toHaveCount(0);
    await expect(finding(problems, 'Did you mean Interval?')).toBeVisible();
    await problems.getByRole('button', { name: /^Errors/ }).click();

    await problems.getByRole('combobox', { name: 'System' }).selectOption({ label: 'Sample ACD (2)' });
    await expect(problems.getByRole('rowheader')).toHaveText(['Sample ACD Universal']);
    // What is corrected elsewhere goes away by itself, and with it the system that has nothing left.
    await home.write('isps_ul.ini', `${settings}\r\n[Bank]\r\nSource=Bank\r\n`);
    await expect(problems.getByRole('rowheader', { name: 'Bank Universal' })).toBeVisible();
    await expect(problems.getByRole('rowheader', { name: 'Sample ACD Universal' })).toHaveCount(0);
  });

  test('leads to the line of the section, and to the field of a key that is missing', async ({
    home,
    openConsole,
  }) => {
    const settings = await home.text('isps_ul.ini');
    await home.write(
      'isps_ul.ini',
      `${settings.replace('Interval=15', 'Interval=17')}\r\n[Bank]\r\nSource=Bank\r\n`,
    );
    const page = await openConsole();
    const problems = await openProblems(page);
    await finding(problems, 'Interval=17').getByRole('button', { name: 'Show' }).click();
    const systems = dialog(page, 'External systems');
    const editor = systems.getByRole('textbox', { name: 'Section of Sample ACD in isps_ul.ini' });
    await expect(editor).toBeFocused();
    // The cursor stands before the key: what is typed comes there.
    await page.keyboard.type('#');
    await expect(editor).toContainText('#Interval=17');
    await systems.getByRole('button', { name: 'Discard' }).click();
    await systems.getByRole('button', { name: 'Close' }).last().click();

    await finding(problems, 'CallDataTable is missing').getByRole('button', { name: 'Show' }).click();
    await expect(systems.getByRole('option', { name: /^Bank/ })).toHaveAttribute('aria-selected', 'true');
    await expect(systems.getByLabel(/CallDataTable$/)).toBeFocused();
  });

  test('leads to the script, to the mapping and to the connection', async ({ home, openConsole }) => {
    const map = await home.text('acd_map.ini');
    await home.write('2.BAS', 'Sub Main()\r\n  Result = \r\nEnd Sub\r\n');
    await home.write(
      'acd_map.ini',
      map.replace('Sample ACD:CS Hotline:offered', 'Nowhere:CS Hotline:offered'),
    );
    const settings = await home.text('isps_ul.ini');
    await home.write('isps_ul.ini', settings.replace('QueueSQL=', 'Pwd=in clear\r\nQueueSQL='));
    const page = await openConsole();
    const problems = await openProblems(page);

    await finding(problems, 'PASSWORD_IN_INI').getByRole('button', { name: 'Show' }).click();
    const configuration = dialog(page, 'Configuration · Sample ACD');
    await configuration.getByRole('button', { name: 'Cancel' }).click();

    await finding(problems, '2.BAS').first().getByRole('button', { name: 'Show' }).click();
    await expect(problems).toBeHidden();
    const scenario = dialog(page, /^Scenario/);
    await expect(scenario).toContainText('2.BAS');
    await scenario.getByRole('button', { name: 'Cancel' }).click();

    await openProblems(page);
    await finding(problems, 'Nowhere').first().getByRole('button', { name: 'Show' }).click();
    await expect(problems).toBeHidden();
    await expect(row(page, 'WFM queues', 'Calls offered')).toHaveAttribute('aria-selected', 'true');
  });

  test('asks the databases too, when it is told to', async ({ home, openConsole }) => {
    const settings = await home.text('isps_ul.ini');
    await home.write(
      'isps_ul.ini',
      settings.replace('CallDataTable=queue_interval', 'CallDataTable=queue_intervals'),
    );
    const page = await openConsole();
    const problems = await openProblems(page);
    await expect(problems).toContainText('no database was asked');
    await expect(problems).not.toContainText('queue_intervals');
    await problems.getByRole('button', { name: 'Check against the databases' }).click();
    await expect(finding(problems, 'queue_intervals').first()).toBeVisible();
    await expect(problems).toContainText('the databases of the systems were asked');
    await problems.getByRole('button', { name: 'Check again', exact: true }).click();
    await expect(problems).not.toContainText('queue_intervals');
  });
});
