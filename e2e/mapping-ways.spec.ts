import type { Page } from '@playwright/test';
import { sampleWfm } from '../electron/engine/sample/wfm-side.ts';
import { expect, type TestHome, test } from './fixtures.ts';
import {
  chooseContextMenu,
  chooseMenu,
  dialog,
  line,
  menuItem,
  openRow,
  pane,
  row,
  selectValueType,
  sources,
  systemRow,
} from './support/screen.ts';

/** Left side of the lines of Complaints: database, parent queue, queue; the value type follows. */
const complaints = 'Sample:1001:1005';
const entry = (valueType: number, source: string) => `${complaints}:${valueType}=Sample ACD:${source}\r\n`;

/** What a screen reader was told last. */
const said = (page: Page) => page.locator('main > [role=status]');

const undo = (page: Page) => page.getByRole('toolbar').getByRole('button', { name: /^Undo/ });

async function openComplaints(page: Page): Promise<void> {
  await openRow(row(page, 'WFM queues', 'Complaints'));
  await openRow(row(page, 'Interface', 'CS Complaints'));
}

/** With a value type that no external one certainly is. */
async function addTalkTime(home: TestHome): Promise<void> {
  const talkTime = { id: 8, name: 'Talk time', unit: 'seconds' };
  await home.loadWfm({ ...sampleWfm, valueTypes: [...sampleWfm.valueTypes, talkTime] });
}

/** Undone step by step, the file is what it was, byte by byte. */
async function expectUndone(page: Page, home: TestHome, before: string, steps = 1): Promise<void> {
  for (let step = 0; step < steps; step += 1) {
    await expect(undo(page)).toBeEnabled();
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('toolbar').getByRole('button', { name: /^Redo: / })).toBeVisible();
  }
  await expect.poll(() => home.text('acd_map.ini')).toBe(before);
}

test.describe('Several value types at once', () => {
  test('chosen with Ctrl and Shift, dragged onto a WFM value type, are its sources in one step', async ({
    home,
    openConsole,
  }) => {
    const before = await home.text('acd_map.ini');
    const page = await openConsole();
    await openComplaints(page);
    await line(row(page, 'Interface', 'offered')).click();
    await line(row(page, 'Interface', 'overflow')).click({ modifiers: ['ControlOrMeta'] });
    await expect(row(page, 'Interface', 'offered')).toHaveAttribute('aria-selected', 'true');
    await expect(row(page, 'Interface', 'overflow')).toHaveAttribute('aria-selected', 'true');

    await line(row(page, 'Interface', 'overflow')).dragTo(line(row(page, 'WFM queues', 'Calls offered')));
    await expect(sources(page)).toHaveText([/Para1.*offered/, /Para2.*overflow/]);
    expect(await home.text('acd_map.ini')).toBe(
      `${before}${entry(1, 'CS Complaints:offered')}${entry(1, 'CS Complaints:overflow')}`,
    );
    await expect(said(page)).toHaveText('2 value types mapped to Complaints › Calls offered.');
    await expectUndone(page, home, before);
    await expect(sources(page)).toHaveCount(0);
  });

  test('chosen by keys, Enter maps them to the selected WFM value type', async ({ home, openConsole }) => {
    const before = await home.text('acd_map.ini');
    const page = await openConsole();
    await openComplaints(page);
    await line(row(page, 'WFM queues', 'Average handling time')).click();
    await line(row(page, 'Interface', 'talk_s')).click();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(page.getByRole('tree', { name: 'Interface' }).locator('[aria-selected=true]')).toHaveCount(
      3,
    );
    await expect(said(page)).toHaveText('3 value types selected');
    await expect(pane(page, 'Interface')).toContainText(
      'Enter maps 3 value types to Complaints › Average handling time',
    );
    await page.keyboard.press('Enter');
    await expect(sources(page)).toHaveCount(3);
    await expectUndone(page, home, before);
  });

  test('dropped on a WFM queue go to the value types they are called like', async ({ home, openConsole }) => {
    const before = await home.text('acd_map.ini');
    const page = await openConsole();
    await openComplaints(page);
    await line(row(page, 'Interface', 'answered')).click();
    await line(row(page, 'Interface', 'abandoned')).click({ modifiers: ['Shift'] });
    await line(row(page, 'Interface', 'answered')).dragTo(line(row(page, 'WFM queues', 'Complaints')));
    await expect(row(page, 'WFM queues', 'Complaints')).toHaveAccessibleDescription('2 of 7 mapped');
    expect(await home.text('acd_map.ini')).toBe(
      `${before}${entry(2, 'CS Complaints:answered')}${entry(3, 'CS Complaints:abandoned')}`,
    );
  });

  test('are removed together with Delete', async ({ home, openConsole }) => {
    const before = await home.text('acd_map.ini');
    const page = await openConsole();
    await selectValueType(page, 'Hotline', 'Average handling time');
    await expect(sources(page)).toHaveCount(4);
    await openRow(row(page, 'Interface', 'CS Hotline'));
    await line(row(page, 'Interface', 'talk_s')).click();
    await line(row(page, 'Interface', 'hold_s')).click({ modifiers: ['ControlOrMeta'] });
    await page.keyboard.press('Delete');
    await expect(sources(page)).toHaveCount(2);
    await expectUndone(page, home, before);
  });
});

test.describe('A whole queue', () => {
  const certain =
    entry(1, 'CS Complaints:offered') +
    entry(2, 'CS Complaints:answered') +
    entry(3, 'CS Complaints:abandoned') +
    entry(7, 'CS Complaints:overflow');

  test('dragged onto a WFM queue: what is certain is mapped at once, the rest is asked', async ({
    home,
    openConsole,
  }) => {
    await addTalkTime(home);
    const before = await home.text('acd_map.ini');
    const page = await openConsole();
    await expect(row(page, 'WFM queues', 'Complaints')).toBeVisible();
    await line(row(page, 'Interface', 'CS Complaints')).dragTo(line(row(page, 'WFM queues', 'Complaints')));
    const asking = dialog(page, 'Which value types belong together?');
    await expect(asking).toBeVisible();
    await expect.poll(() => home.text('acd_map.ini')).toBe(before + certain);

    const choice = asking.getByRole('combobox', { name: 'External value type for Talk time' });
    await expect(choice.locator('option')).toHaveText(['–', 'talk_s']);
    await expect(choice).toHaveValue('-1');
    await choice.selectOption('talk_s');
    await asking.getByRole('button', { name: 'Map 1' }).click();
    await expect(asking).toBeHidden();
    await expect
      .poll(() => home.text('acd_map.ini'))
      .toBe(`${before}${certain}${entry(8, 'CS Complaints:talk_s')}`);
    await expect(row(page, 'WFM queues', 'Complaints')).toHaveAccessibleDescription('5 of 8 mapped');

    // Asked and answered: dropped again, there is nothing left to do.
    await line(row(page, 'Interface', 'CS Complaints')).dragTo(line(row(page, 'WFM queues', 'Complaints')));
    await expect(said(page)).toHaveText('All of it is mapped to Complaints already.');
    await expectUndone(page, home, before, 2);
  });

  test('a question is left without an answer by Escape', async ({ home, openConsole }) => {
    await addTalkTime(home);
    const before = await home.text('acd_map.ini');
    const page = await openConsole();
    await openRow(row(page, 'WFM queues', 'Complaints'));
    await line(row(page, 'WFM queues', 'Complaints')).click();
    await line(row(page, 'Interface', 'CS Complaints')).click();
    await page.keyboard.press('Shift+Enter');
    await expect(dialog(page, 'Which value types belong together?')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('tree', { name: 'Interface' })).toBeFocused();
    await expect.poll(() => home.text('acd_map.ini')).toBe(before + certain);
  });

  test('on a value type maps the one that certainly belongs to it, and goes nowhere else', async ({
    home,
    openConsole,
  }) => {
    const before = await home.text('acd_map.ini');
    const page = await openConsole();
    await openRow(row(page, 'WFM queues', 'Complaints'));
    await line(row(page, 'Interface', 'CS Complaints')).dragTo(
      line(row(page, 'WFM queues', 'Average handling time')),
    );
    await line(row(page, 'Interface', 'CS Complaints')).dragTo(
      line(row(page, 'WFM queues', 'Calls answered')),
    );
    await expect(sources(page)).toHaveText([/Para1.*answered/]);
    expect(await home.text('acd_map.ini')).toBe(`${before}${entry(2, 'CS Complaints:answered')}`);
  });

  test('shows where it may be dropped, and what that would do', async ({ openConsole }) => {
    const page = await openConsole();
    await openRow(row(page, 'WFM queues', 'Complaints'));
    const from = (await line(row(page, 'Interface', 'CS Complaints')).boundingBox())!;
    const to = (await line(row(page, 'WFM queues', 'Calls answered')).boundingBox())!;
    await page.mouse.move(from.x + 60, from.y + 10);
    await page.mouse.down();
    await page.mouse.move(from.x + 90, from.y + 14, { steps: 4 });
    await page.mouse.move(to.x + 60, to.y + 10, { steps: 6 });
    await expect(row(page, 'WFM queues', 'Calls answered')).toContainText('drop to map');
    await expect(row(page, 'WFM queues', 'Calls offered')).toHaveClass(/wfm--takes/);
    await expect(row(page, 'WFM queues', 'Average handling time')).toHaveClass(/wfm--passive/);
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await expect(row(page, 'WFM queues', 'Calls offered')).not.toHaveClass(/wfm--takes/);
  });
});

test.describe('By keys alone', () => {
  test('value types are taken with Ctrl Enter, carried with the arrows, dropped with Enter, each step spoken', async ({
    home,
    openConsole,
  }) => {
    const before = await home.text('acd_map.ini');
    const page = await openConsole();
    await openComplaints(page);
    await page.keyboard.press('Control+1');
    await page.keyboard.type('offered');
    await page.keyboard.press('Control+Enter');
    await expect(said(page)).toHaveText(
      'CS Complaints › offered taken. Arrow keys choose a WFM value type or queue, Enter maps, Escape leaves.',
    );
    await expect(page.getByRole('tree', { name: 'WFM queues' })).toBeFocused();
    await page.keyboard.type('Calls offered');
    await expect(row(page, 'WFM queues', 'Calls offered')).toHaveAccessibleDescription(
      'not mapped, Enter maps 1 value type here',
    );
    await page.keyboard.press('Enter');
    await expect(said(page)).toHaveText(
      'CS Complaints › offered mapped to Complaints › Calls offered as Para1.',
    );
    await expect(page.getByRole('tree', { name: 'Interface' })).toBeFocused();

    // The same again says so, and Escape leaves.
    await page.keyboard.press('Control+Enter');
    await expect(row(page, 'WFM queues', 'Calls offered')).toHaveAccessibleDescription(
      '1 source, already mapped here',
    );
    await page.keyboard.press('Enter');
    await expect(said(page)).toHaveText('Is already a source of Complaints › Calls offered.');
    await page.keyboard.press('Escape');
    await expect(said(page)).toHaveText('Left without mapping.');
    await expect(page.getByRole('tree', { name: 'Interface' })).toBeFocused();
    expect(await home.text('acd_map.ini')).toBe(`${before}${entry(1, 'CS Complaints:offered')}`);
  });

  test('a whole queue is carried to a WFM queue, and the dialog gives the focus back', async ({
    home,
    openConsole,
  }) => {
    await addTalkTime(home);
    const before = await home.text('acd_map.ini');
    const page = await openConsole();
    await expect(row(page, 'Interface', 'CS Complaints')).toBeVisible();
    await expect(row(page, 'WFM queues', 'Complaints')).toBeVisible();
    await page.keyboard.press('Control+1');
    await page.keyboard.type('CS Compl');
    await page.keyboard.press('Control+Enter');
    await page.keyboard.type('Compl');
    await expect(row(page, 'WFM queues', 'Complaints')).toHaveAccessibleDescription(
      '0 of 8 mapped, Enter pairs 4 value types here and asks for 1',
    );
    await page.keyboard.press('Enter');
    await expect(dialog(page, 'Which value types belong together?')).toBeVisible();
    await expect(said(page)).toHaveText('CS Complaints paired with Complaints: 4 value types mapped.');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('tree', { name: 'Interface' })).toBeFocused();
    await expectUndone(page, home, before);
  });

  test('menu and palette offer the same with its shortcut', async ({ home, openConsole }) => {
    const page = await openConsole();
    await openComplaints(page);
    await line(row(page, 'WFM queues', 'Calls answered')).click();
    await chooseContextMenu(page, row(page, 'Interface', 'answered'), 'Map to…');
    await expect(page.getByRole('tree', { name: 'WFM queues' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(sources(page)).toHaveText([/answered/]);

    await line(row(page, 'WFM queues', 'Calls abandoned')).click();
    await line(row(page, 'Interface', 'abandoned')).click();
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('combobox', { name: 'Search or run a command' })).toBeFocused();
    await page.keyboard.type('Map to Complaints');
    await page.keyboard.press('Enter');
    await expect(sources(page)).toHaveText([/abandoned/]);

    await line(row(page, 'WFM queues', 'Calls offered')).click();
    await line(row(page, 'Interface', 'offered')).click();
    await page.getByRole('menubar').getByRole('menuitem', { name: 'Mapping' }).click();
    await expect(menuItem(page, 'Map to Complaints › Calls offered')).toContainText('Enter');
    await menuItem(page, 'Pair with Complaints').click();
    await expect(row(page, 'WFM queues', 'Complaints')).toHaveAccessibleDescription('3 of 7 mapped');
    expect(await home.text('acd_map.ini')).toContain(entry(1, 'CS Complaints:offered'));
  });
});

test.describe('Copying and replacing', () => {
  test('a mapping is copied with its script; paste asks which external queue takes the place', async ({
    home,
    openConsole,
  }) => {
    const before = await home.text('acd_map.ini');
    const files = await home.files();
    const page = await openConsole();
    await selectValueType(page, 'Hotline', 'Average handling time');
    await page.keyboard.press('Control+c');
    await expect(said(page)).toHaveText('Mapping of Hotline › Average handling time copied.');
    const script = await home.text('4.BAS');

    await page.keyboard.type('Complaints');
    await page.keyboard.press('Control+v');
    const copying = dialog(page, 'Copy mapping');
    const external = copying.getByRole('combobox', { name: 'External queue for Complaints' });
    // Proposed by name, to be looked at.
    await expect(external).toHaveValue('CS Complaints');
    await expect(copying).toContainText('proposed');
    await copying.getByRole('button', { name: 'Copy to 1 queue' }).click();
    await expect(copying).toBeHidden();
    const lines = ['talk_s', 'hold_s', 'acw_s', 'answered'].map((figure) =>
      entry(4, `CS Complaints:${figure}`),
    );
    await expect
      .poll(() => home.text('acd_map.ini'))
      .toBe(`${before}${lines.join('')}${complaints}:4=$20.BAS\r\n`);
    expect(await home.text('20.BAS')).toBe(script);
    await expectUndone(page, home, before);
    expect((await home.files()).filter((name) => name.endsWith('.BAS'))).toEqual(
      files.filter((name) => name.endsWith('.BAS')),
    );
  });

  test('all mappings of a WFM queue go to several others, each with an external queue of its own', async ({
    home,
    openConsole,
  }) => {
    const before = await home.text('acd_map.ini');
    const page = await openConsole();
    await chooseContextMenu(page, row(page, 'WFM queues', 'Hotline'), 'Copy mapping to other queues…');
    const copying = dialog(page, 'Copy mapping');
    const adding = copying.getByRole('combobox', { name: 'Add a WFM queue' });
    await adding.fill('compl');
    await adding.press('Enter');
    await expect(copying.getByRole('combobox', { name: 'External queue for Complaints' })).toHaveValue(
      'CS Complaints',
    );
    await adding.fill('orders');
    await adding.press('Enter');
    const orders = copying.getByRole('combobox', { name: 'External queue for Orders' });
    await expect(orders).toHaveValue('CS Orders');
    await expect(copying.getByRole('row', { name: /^Orders/ })).toContainText(/replaces \d+ sources?/);
    await copying.getByRole('button', { name: 'Copy to 2 queues' }).click();
    await expect(copying).toBeHidden();
    const after = await home.text('acd_map.ini');
    expect(after).toContain(`${complaints}:1=Sample ACD:CS Complaints:offered\r\n`);
    await expectUndone(page, home, before);
  });

  test('an external queue that was renamed is replaced everywhere, from a broken mapping too', async ({
    home,
    openConsole,
  }) => {
    const before = await home.text('acd_map.ini');
    const renamed = before.replaceAll('Sample ACD:CS Hotline:', 'Sample ACD:CS Hotline old:');
    await home.write('acd_map.ini', renamed);
    const page = await openConsole();
    await pane(page, 'WFM queues')
      .getByRole('button', { name: /^Broken/ })
      .click();
    await openRow(row(page, 'WFM queues', 'Hotline'));
    await expect(row(page, 'WFM queues', 'Complaints')).toBeHidden();
    await line(row(page, 'WFM queues', 'Average handling time')).click();
    await expect(sources(page).first()).toContainText('unknown source');
    await sources(page).first().click();
    await page.keyboard.press('Control+h');
    const replacing = dialog(page, 'Replace everywhere');
    await expect(replacing).toContainText('The system no longer lists it.');
    const by = replacing.getByRole('combobox', { name: 'Replace by the external queue' });
    await by.fill('hotline');
    await by.press('Enter');
    await expect(by).toHaveValue('CS Hotline');
    await replacing.getByRole('button', { name: /^Replace in \d+ sources/ }).click();
    await expect(replacing).toBeHidden();
    await expect.poll(() => home.text('acd_map.ini')).toBe(before);
    await expect(pane(page, 'WFM queues').getByRole('button', { name: 'Broken 0' })).toBeVisible();
    await expectUndone(page, home, renamed);
  });
});

test.describe('Finding', () => {
  test('each pane shows only what is in one state, with its count', async ({ openConsole }) => {
    const page = await openConsole();
    await expect(row(page, 'Interface', 'CS Hotline')).toBeVisible();
    const unmapped = pane(page, 'WFM queues').getByRole('button', { name: /^Unmapped \d+/ });
    const count = Number((await unmapped.textContent())!.replace(/\D/g, ''));
    await unmapped.click();
    await expect(unmapped).toHaveAttribute('aria-pressed', 'true');
    await openRow(row(page, 'WFM queues', 'Complaints'));
    await line(row(page, 'WFM queues', 'Calls offered')).click();
    await openRow(row(page, 'Interface', 'CS Complaints'));
    await line(row(page, 'Interface', 'offered')).dblclick();
    await expect(unmapped).toHaveText(`Unmapped${count - 1}`);
    // What was selected stays under the hand until something else is.
    await expect(row(page, 'WFM queues', 'Calls offered')).toBeVisible();
    await line(row(page, 'WFM queues', 'Calls answered')).click();
    await expect(row(page, 'WFM queues', 'Calls offered')).toBeHidden();
    await unmapped.click();
    await expect(row(page, 'WFM queues', 'Calls offered')).toBeVisible();

    // A figure that feeds two is a hint, in both panes.
    const shared = pane(page, 'Interface').getByRole('button', { name: /^Several uses \d+/ });
    const before = Number((await shared.textContent())!.replace(/\D/g, ''));
    await line(row(page, 'Interface', 'offered')).dblclick();
    await expect(shared).toHaveText(`Several uses${before + 1}`);
    await shared.click();
    await expect(row(page, 'Interface', 'offered').first()).toBeVisible();
    await expect(row(page, 'Interface', 'talk_s')).toHaveCount(0);
  });

  test('Ctrl J goes from an external value type to its mapping, and from a source to both ends', async ({
    openConsole,
  }) => {
    const page = await openConsole();
    await openRow(row(page, 'Interface', 'CS Hotline'));
    await line(row(page, 'Interface', 'hold_s')).click();
    await page.keyboard.press('Control+j');
    await expect(page.getByRole('listbox', { name: 'Sources' })).toBeFocused();
    await expect(sources(page).filter({ hasText: 'hold_s' })).toHaveAttribute('aria-selected', 'true');
    await expect(row(page, 'WFM queues', 'Average handling time')).toHaveAttribute('aria-selected', 'true');

    await openRow(row(page, 'Interface', 'Sample ACD').or(systemRow(page, 'Sample ACD')).first());
    await sources(page).filter({ hasText: 'acw_s' }).click();
    await page.keyboard.press('Control+j');
    await expect(page.getByRole('tree', { name: 'Interface' })).toBeFocused();
    await expect(row(page, 'Interface', 'acw_s')).toHaveAttribute('data-cursor', 'true');
    await page.keyboard.press('Control+3');
    await page.keyboard.press('Control+Shift+j');
    await expect(page.getByRole('tree', { name: 'WFM queues' })).toBeFocused();
  });
});

test.describe('Undo over the whole day', () => {
  test('goes on after the page is loaded again, and the list of changes takes back any one', async ({
    home,
    openConsole,
  }) => {
    const before = await home.text('acd_map.ini');
    const page = await openConsole();
    await openComplaints(page);
    await line(row(page, 'Interface', 'offered')).dragTo(line(row(page, 'WFM queues', 'Calls offered')));
    await expect(sources(page)).toHaveText([/offered/]);
    await line(row(page, 'Interface', 'answered')).dragTo(line(row(page, 'WFM queues', 'Calls answered')));
    await expect(sources(page)).toHaveText([/answered/]);
    await page.reload();
    await expect(undo(page)).toHaveAccessibleName(
      'Undo: CS Complaints › answered mapped to Complaints › Calls answered as Para1.',
    );

    await chooseMenu(page, 'View', 'Changes…');
    const changes = dialog(page, 'Changes');
    await expect(changes.getByRole('row')).toHaveCount(3);
    await changes.getByText('1 line').first().click();
    await changes.getByRole('button', { name: /^Undo: CS Complaints › offered/ }).click();
    await expect.poll(() => home.text('acd_map.ini')).toBe(`${before}${entry(2, 'CS Complaints:answered')}`);
    await expect(changes.getByRole('row')).toHaveCount(4);
    await expect(changes).toContainText('taken back');
    await page.keyboard.press('Escape');
    await expectUndone(page, home, before);
  });
});
