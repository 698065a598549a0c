import { expect, test } from './fixtures.ts';
import { openRow, pane, row, selectValueType, systemRow, tree } from './support/screen.ts';

test.describe('The first start', () => {
  test('makes a home with the sample contact centre and shows it', async ({ bareHome, openConsole }) => {
    const page = await openConsole({ home: bareHome });

    // Left: the system, read through ODBC just now, with its twelve queues.
    const system = systemRow(page, 'Sample ACD');
    await expect(system).toHaveAccessibleDescription(/connected, 12 queues$/);
    await expect(row(page, 'Interface', 'CS Hotline')).toBeVisible();
    await expect(tree(page, 'Interface').getByRole('treeitem')).toHaveCount(13);

    // Middle: the WFM queues as a tree, and how much of each is mapped.
    await expect(row(page, 'WFM queues', 'Customer service')).toHaveAccessibleDescription('12 of 35 mapped');
    await expect(row(page, 'WFM queues', 'Hotline')).toHaveAccessibleDescription('5 of 7 mapped');
    await expect(row(page, 'WFM queues', 'Complaints')).toHaveAccessibleDescription('0 of 7 mapped');
    await expect(pane(page, 'WFM queues')).toContainText('Europe/Paris · 15 min');

    // Right: nothing is selected yet, and the pane says what to do.
    await expect(pane(page, 'Mapping')).toContainText('Select a value type of a WFM queue.');

    expect(await bareHome.files()).toEqual(
      expect.arrayContaining(['1.BAS', 'acd_map.ini', 'isps_ul.ini', 'sample-acd.db', 'wfm.db']),
    );
    await expect(page.getByRole('status').filter({ hasText: 'Engine: running' })).toBeVisible();
    await expect(page.getByRole('button', { name: `Home: ${bareHome.folder}` })).toBeVisible();
  });

  test('shows what an external queue offers and where it is used', async ({ openConsole }) => {
    const page = await openConsole();
    const hotline = row(page, 'Interface', 'CS Hotline');
    await expect(hotline).toHaveAccessibleDescription('7 of 10 used');
    await openRow(hotline);
    await expect(row(page, 'Interface', 'offered')).toHaveAccessibleDescription(/^mapped to Hotline/);
    await expect(row(page, 'Interface', 'max_waiting')).not.toHaveAccessibleDescription(/mapped/);
  });

  test('shows the mapping of the selected value type: sources in order and the script', async ({
    openConsole,
  }) => {
    const page = await openConsole();
    const handlingTime = await selectValueType(page, 'Hotline', 'Average handling time');
    await expect(handlingTime).toHaveAccessibleDescription(/^4 sources/);

    const mapping = pane(page, 'Mapping');
    await expect(
      mapping.getByRole('heading', { name: 'Customer service › Hotline › Average handling time' }),
    ).toBeVisible();
    await expect(mapping.getByRole('option')).toHaveCount(4);
    await expect(mapping.getByRole('option').nth(0)).toHaveAccessibleName(
      /^Para1:? Sample ACD › CS Hotline › talk_s$/,
    );
    await expect(mapping.getByRole('option').nth(3)).toHaveAccessibleName(
      /^Para4:? Sample ACD › CS Hotline › answered$/,
    );
    await expect(mapping.getByRole('region', { name: '4.BAS' })).toContainText(
      'Result = ((Para1 + Para2 + Para3) / Para4) * 100',
    );
  });

  test('serves a second console on the same home, and both see a change', async ({ home, openConsole }) => {
    const first = await openConsole();
    const second = await openConsole();
    await expect(row(first, 'WFM queues', 'Complaints')).toHaveAccessibleDescription('0 of 7 mapped');

    await selectValueType(second, 'Complaints', 'Calls offered');
    await openRow(row(second, 'Interface', 'CS Complaints'));
    await row(second, 'Interface', 'offered').dblclick();
    await expect(row(first, 'WFM queues', 'Complaints')).toHaveAccessibleDescription('1 of 7 mapped');
    expect(await home.text('acd_map.ini')).toContain('=Sample ACD:CS Complaints:offered\r\n');
  });
});
