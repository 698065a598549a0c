import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import {
  chooseContextMenu,
  closeRow,
  dialog,
  line,
  openRow,
  pane,
  row,
  selectValueType,
  sources,
} from './support/screen.ts';

/** Left side of the lines of Complaints › Calls offered: database, parent queue, queue, value type. */
const complaintsOffered = 'Sample:1001:1005:1';

/** What Create writes for one source and for two, as in `docs/` and in the files of the old product. */
const template = (paras: readonly string[], result: string) =>
  [
    'Dim Result As Long',
    'Dim Weekday As Long',
    'Dim Minutes As Long',
    ...paras.map((para) => `Dim ${para} As Long`),
    '',
    'Sub Main()',
    `  Result = ${result}`,
    'End Sub',
    '',
  ].join('\r\n');

/** Complaints › Calls offered is selected, and the external queue of the complaints is open. */
async function prepareComplaints(page: Page): Promise<void> {
  await selectValueType(page, 'Complaints', 'Calls offered');
  await openRow(row(page, 'Interface', 'CS Complaints'));
}

test.describe('Mapping', () => {
  test('click a value type, double-click an external one: it is mapped, and acd_map.ini has one line more', async ({
    home,
    openConsole,
  }) => {
    const before = await home.text('acd_map.ini');
    const page = await openConsole();
    await prepareComplaints(page);
    await expect(pane(page, 'Mapping')).toContainText('No source yet');

    await line(row(page, 'Interface', 'offered')).dblclick();
    await expect(sources(page)).toHaveText([/Para1.*Sample ACD.*CS Complaints.*offered/]);
    await expect(row(page, 'WFM queues', 'Calls offered')).toHaveAccessibleDescription('1 source');
    await expect(row(page, 'WFM queues', 'Complaints')).toHaveAccessibleDescription('1 of 7 mapped');
    await expect(row(page, 'Interface', 'offered')).toHaveAccessibleDescription('mapped to Complaints');
    expect(await home.text('acd_map.ini')).toBe(
      `${before}${complaintsOffered}=Sample ACD:CS Complaints:offered\r\n`,
    );

    // The order of the lines is the order of Para1, Para2.
    await line(row(page, 'Interface', 'overflow')).dblclick();
    await expect(sources(page)).toHaveCount(2);
    expect(await home.text('acd_map.ini')).toBe(
      `${before}${complaintsOffered}=Sample ACD:CS Complaints:offered\r\n${complaintsOffered}=Sample ACD:CS Complaints:overflow\r\n`,
    );
  });

  test('drag, Enter and the context menu do the same', async ({ home, openConsole }) => {
    const before = await home.text('acd_map.ini');
    const page = await openConsole();
    await prepareComplaints(page);

    // Dragged onto a value type that is not the selected one: it becomes the selected one.
    await line(row(page, 'Interface', 'answered')).dragTo(line(row(page, 'WFM queues', 'Calls answered')));
    await expect(row(page, 'WFM queues', 'Calls answered')).toHaveAccessibleDescription('1 source');
    await expect(sources(page)).toHaveText([/Para1.*answered/]);

    await line(row(page, 'WFM queues', 'Calls abandoned')).click();
    await line(row(page, 'Interface', 'abandoned')).click();
    await page.keyboard.press('Enter');
    await expect(row(page, 'WFM queues', 'Calls abandoned')).toHaveAccessibleDescription('1 source');

    await line(row(page, 'WFM queues', 'Calls overflowed')).click();
    await chooseContextMenu(page, row(page, 'Interface', 'overflow'), 'Map to Complaints › Calls overflowed');
    await expect(row(page, 'WFM queues', 'Calls overflowed')).toHaveAccessibleDescription('1 source');

    // Onto the list of sources, too.
    await line(row(page, 'Interface', 'abandoned')).dragTo(page.getByRole('listbox', { name: 'Sources' }));
    await expect(sources(page)).toHaveText([/Para1.*overflow/, /Para2.*abandoned/]);

    const left = 'Sample:1001:1005';
    expect(await home.text('acd_map.ini')).toBe(
      [
        `${before}${left}:2=Sample ACD:CS Complaints:answered`,
        `${left}:3=Sample ACD:CS Complaints:abandoned`,
        `${left}:7=Sample ACD:CS Complaints:overflow`,
        `${left}:7=Sample ACD:CS Complaints:abandoned`,
        '',
      ].join('\r\n'),
    );
  });

  test('the scenario window: Create writes the default script, OK saves it as the next number', async ({
    home,
    openConsole,
  }) => {
    const page = await openConsole();
    await prepareComplaints(page);
    await line(row(page, 'Interface', 'offered')).dblclick();
    await line(row(page, 'Interface', 'overflow')).dblclick();
    await expect(sources(page)).toHaveCount(2);
    const mapped = await home.text('acd_map.ini');

    await line(row(page, 'WFM queues', 'Calls offered')).dblclick();
    const scenario = dialog(page, 'Scenario · Complaints › Calls offered');
    await scenario.getByRole('button', { name: 'Create' }).click();
    await expect(scenario.getByRole('textbox', { name: 'Script' })).toContainText(
      'Result = (Para1 + Para2) * 100',
    );
    await expect(scenario).toContainText('No faults found.');
    expect((await home.files()).includes('20.BAS'), 'nothing is written before OK').toBe(false);
    await scenario.getByRole('button', { name: 'OK' }).click();
    await expect(scenario).toBeHidden();

    expect(await home.text('acd_map.ini')).toBe(`${mapped}${complaintsOffered}=$20.BAS\r\n`);
    expect(await home.text('20.BAS')).toBe(template(['Para1', 'Para2'], '(Para1 + Para2) * 100'));
    await expect(pane(page, 'Mapping').getByRole('region', { name: '20.BAS' })).toContainText(
      '(Para1 + Para2) * 100',
    );
  });

  test('Create asks before it replaces a script', async ({ home, openConsole }) => {
    const page = await openConsole();
    await selectValueType(page, 'Hotline', 'Service level');
    const before = await home.text('5.BAS');
    await line(row(page, 'WFM queues', 'Service level')).dblclick();
    const scenario = dialog(page, 'Scenario · Hotline › Service level');
    const script = scenario.getByRole('textbox', { name: 'Script' });
    const question = dialog(page, 'Replace the script by the default one?');

    await scenario.getByRole('button', { name: 'Create' }).click();
    await question.getByRole('button', { name: 'Cancel' }).click();
    await expect(script).toContainText('(Para1 / Para2) * 100 * 100');

    await scenario.getByRole('button', { name: 'Create' }).click();
    await question.getByRole('button', { name: 'Replace' }).click();
    await expect(script).toContainText('Result = (Para1 + Para2) * 100');
    expect(await home.text('5.BAS')).toBe(before);
    await scenario.getByRole('button', { name: 'OK' }).click();
    await expect.poll(() => home.text('5.BAS')).toBe(template(['Para1', 'Para2'], '(Para1 + Para2) * 100'));
    // While the window is open, Ctrl+Z is the editor's.
    await expect(scenario).toBeHidden();

    await page.keyboard.press('Control+z');
    await expect.poll(() => home.text('5.BAS')).toBe(before);
  });

  test('a script is typed, checked as it is typed and tried out; an emptied one is deleted', async ({
    home,
    openConsole,
  }) => {
    const page = await openConsole();
    await selectValueType(page, 'Orders', 'Calls offered');
    await line(row(page, 'WFM queues', 'Calls offered')).dblclick();
    const scenario = dialog(page, 'Scenario · Orders › Calls offered');
    const script = scenario.getByRole('textbox', { name: 'Script' });
    await script.press('Control+a');
    await script.press('Delete');
    await page.keyboard.insertText('Sub Main()\n  Result = Para1 * * 100\nEnd Sub\n');
    await expect(scenario).toContainText(/line 2, column \d+/);
    await script.press('Control+a');
    await script.press('Delete');
    await page.keyboard.insertText('Sub Main()\n  Result = Para1 / 3 * 100\nEnd Sub\n');
    await expect(scenario).toContainText('No faults found.');
    await scenario.getByLabel('Para1').fill('100');
    // Decimals are cut off, not rounded: 33.333… is stored as 33.33.
    await expect(scenario.getByRole('status').filter({ hasText: 'stored as' })).toContainText('33.33');
    await page.keyboard.press('Enter');
    await expect(scenario).toBeHidden();
    expect(await home.text('6.BAS')).toBe('Sub Main()\r\n  Result = Para1 / 3 * 100\r\nEnd Sub\r\n');

    const mapped = await home.text('acd_map.ini');
    await line(row(page, 'WFM queues', 'Calls offered')).dblclick();
    await script.press('Control+a');
    await page.keyboard.press('Delete');
    await expect(scenario).toContainText('The script is empty: OK deletes it.');
    await scenario.getByRole('button', { name: 'OK' }).click();
    await expect.poll(async () => (await home.files()).includes('6.BAS')).toBe(false);
    expect(await home.text('acd_map.ini')).toBe(mapped.replace('Sample:1001:1003:1=$6.BAS\r\n', ''));
  });

  test('sources are removed by double click and by Delete, and moved by drag and by Alt with arrows', async ({
    home,
    openConsole,
  }) => {
    const before = await home.text('acd_map.ini');
    const left = 'Sample:1001:1002:4';
    const [talk, hold, wrapUp, answered] = ['talk_s', 'hold_s', 'acw_s', 'answered'].map(
      (figure) => `${left}=Sample ACD:CS Hotline:${figure}\r\n`,
    ) as [string, string, string, string];
    const whole = talk + hold + wrapUp + answered;
    const page = await openConsole();
    await selectValueType(page, 'Hotline', 'Average handling time');
    await expect(sources(page)).toHaveCount(4);

    await sources(page).nth(1).dblclick();
    await expect(sources(page)).toHaveText([/Para1.*talk_s/, /Para2.*acw_s/, /Para3.*answered/]);
    expect(await home.text('acd_map.ini')).toBe(before.replace(whole, talk + wrapUp + answered));

    await sources(page).nth(0).click();
    await page.keyboard.press('Delete');
    await expect(sources(page)).toHaveText([/Para1.*acw_s/, /Para2.*answered/]);
    expect(await home.text('acd_map.ini')).toBe(before.replace(whole, wrapUp + answered));

    await sources(page).nth(1).click();
    await page.keyboard.press('Alt+ArrowUp');
    await expect(sources(page)).toHaveText([/Para1.*answered/, /Para2.*acw_s/]);
    expect(await home.text('acd_map.ini')).toBe(before.replace(whole, answered + wrapUp));

    await sources(page)
      .nth(0)
      .dragTo(sources(page).nth(1), { targetPosition: { x: 60, y: 20 } });
    await expect(sources(page)).toHaveText([/Para1.*acw_s/, /Para2.*answered/]);
    expect(await home.text('acd_map.ini')).toBe(before.replace(whole, wrapUp + answered));
  });

  test('undo and redo give back the same bytes, step by step', async ({ home, openConsole }) => {
    const page = await openConsole();
    await prepareComplaints(page);
    const states = [await home.text('acd_map.ini')];
    const remember = async () => states.push(await home.text('acd_map.ini'));

    await line(row(page, 'Interface', 'offered')).dblclick();
    await expect(sources(page)).toHaveCount(1);
    await remember();
    await pane(page, 'Mapping').getByRole('button', { name: 'Create' }).click();
    await expect(pane(page, 'Mapping').getByRole('region', { name: '20.BAS' })).toBeVisible();
    await remember();
    expect(await home.text('20.BAS')).toBe(template(['Para1'], 'Para1 * 100'));
    await sources(page).first().click();
    await page.keyboard.press('Delete');
    await expect(sources(page)).toHaveCount(0);
    await remember();
    await line(row(page, 'WFM queues', 'Calls offered')).click();
    await openRow(row(page, 'WFM queues', 'Orders'));
    await closeRow(row(page, 'WFM queues', 'Orders'));

    const [start, mapped, scripted, removed] = states as [string, string, string, string];
    expect(new Set(states).size).toBe(4);
    for (const state of [scripted, mapped, start]) {
      await page.getByRole('button', { name: /^Undo: / }).click();
      await expect.poll(() => home.text('acd_map.ini')).toBe(state);
    }
    expect((await home.files()).includes('20.BAS')).toBe(false);
    await expect(row(page, 'WFM queues', 'Complaints')).toHaveAccessibleDescription('0 of 7 mapped');
    for (const state of [mapped, scripted, removed]) {
      await page.keyboard.press('Control+y');
      await expect.poll(() => home.text('acd_map.ini')).toBe(state);
    }
    for (const state of [scripted, mapped, start]) {
      await page.keyboard.press('Control+z');
      await expect.poll(() => home.text('acd_map.ini')).toBe(state);
    }
    await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled();
  });

  test('a mapping changed by hand in the file is seen without a restart', async ({ home, openConsole }) => {
    const page = await openConsole();
    await expect(row(page, 'WFM queues', 'Complaints')).toHaveAccessibleDescription('0 of 7 mapped');
    const before = await home.text('acd_map.ini');
    await home.write('acd_map.ini', `${before}${complaintsOffered}=Sample ACD:CS Complaints:offered\r\n`);
    await expect(row(page, 'WFM queues', 'Complaints')).toHaveAccessibleDescription('1 of 7 mapped');
  });
});
