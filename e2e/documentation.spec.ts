import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { chooseMenu, dialog } from './support/screen.ts';

function page(documentation: Locator, name: string): Locator {
  return documentation.getByRole('region', { name, exact: true });
}

async function openFromMenu(window: Page): Promise<Locator> {
  await chooseMenu(window, 'Help', 'Interface documentation…');
  return dialog(window, 'Interface documentation');
}

test.describe('Interface documentation', () => {
  test('the page of an interface opens from the menu, with tables and examples, in the reader’s language', async ({
    openConsole,
  }) => {
    const window = await openConsole();
    const documentation = await openFromMenu(window);
    const list = documentation.getByRole('listbox', { name: 'Interfaces' });
    await expect(list.getByRole('option', { name: /^Universal/ })).toHaveAttribute('aria-selected', 'true');
    const universal = page(documentation, 'Universal');
    await expect(universal.getByRole('heading', { name: 'Universal', level: 3 })).toBeVisible();
    await expect(universal.getByRole('heading', { name: 'Time zone' })).toBeAttached();
    await expect(universal.getByRole('cell', { name: 'CallDataTable' })).toBeAttached();
    await window.keyboard.press('Escape');

    await window.getByRole('menubar').getByRole('menuitem', { name: 'Settings' }).click();
    await window.getByRole('menu').getByText('Language').click();
    await window.getByRole('menuitemcheckbox', { name: 'Français' }).click();
    await chooseMenu(window, 'Aide', 'Documentation des interfaces…');
    const french = dialog(window, 'Documentation des interfaces');
    await expect(page(french, 'Universelle').getByRole('heading', { name: 'Pas à pas' })).toBeVisible();
  });

  test('arrow keys go from interface to interface; each page begins at its top', async ({ openConsole }) => {
    const window = await openConsole();
    const documentation = await openFromMenu(window);
    const list = documentation.getByRole('listbox', { name: 'Interfaces' });
    await expect(list).toBeFocused();
    const options = list.getByRole('option');
    await expect(options.first()).toBeVisible();
    const count = await options.count();
    for (let at = 0; at < count; at++) {
      await expect(options.nth(at)).toHaveAttribute('aria-selected', 'true');
      const shown = documentation.getByRole('region').first();
      await expect(shown).not.toHaveAttribute('aria-busy', 'true');
      await expect(shown.getByRole('heading', { level: 3 })).toHaveCount(1);
      await expect(shown.getByRole('heading', { level: 3 })).toBeInViewport();
      await shown.evaluate((element) => element.scrollTo(0, element.scrollHeight));
      await list.press('ArrowDown');
    }
  });

  test('an example is copied whole, and no link leads out of the program', async ({ openConsole }) => {
    const window = await openConsole();
    const documentation = await openFromMenu(window);
    const universal = page(documentation, 'Universal');
    await universal.getByRole('button', { name: 'Copy' }).first().click();
    const copied = await window.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('[My ACD]\nSource=ACD64\n');
    await expect(documentation.getByRole('link')).toHaveCount(0);
  });

  test('it opens at the interface that is being set up: in the palette, for a system, for a new one', async ({
    openConsole,
  }) => {
    const window = await openConsole();
    await expect(window.getByRole('tree', { name: 'Interface' })).toBeVisible();
    await window.keyboard.press('Control+k');
    await dialog(window, 'Search or run a command').getByRole('combobox').fill('interface doc');
    await window.keyboard.press('Enter');
    await expect(dialog(window, 'Interface documentation')).toBeVisible();
    await window.keyboard.press('Escape');

    await chooseMenu(window, 'Settings', 'External systems…');
    const systems = dialog(window, 'External systems');
    await systems.getByRole('button', { name: 'Documentation' }).click();
    await expect(page(dialog(window, 'Interface documentation'), 'Universal')).toBeVisible();
    await window.keyboard.press('Escape');

    await systems.getByRole('button', { name: 'Add…' }).click();
    const adding = dialog(window, 'Add an external system');
    await adding.getByLabel('Interface').selectOption('universal');
    await adding.getByRole('button', { name: 'Documentation' }).click();
    await expect(page(dialog(window, 'Interface documentation'), 'Universal')).toBeVisible();
    await window.keyboard.press('Escape');
    await expect(adding).toBeVisible();
  });

  for (const theme of ['light', 'dark'] as const) {
    test(`axe finds nothing on it, ${theme}`, async ({ openConsole }, testInfo) => {
      const window = await openConsole({ theme });
      const documentation = await openFromMenu(window);
      await expect(page(documentation, 'Universal').getByRole('table').first()).toBeVisible();
      const axe = new AxeBuilder({ page: window });
      // Electron opens no page for axe to work in.
      if (testInfo.project.name === 'electron') axe.setLegacyMode(true);
      const { violations } = await axe.analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    });
  }
});
