import type { Locator, Page } from '@playwright/test';

/** The places of the window, by role and accessible name, as a person (or a screen reader) finds them. */

export type PaneTitle = 'Interface' | 'WFM queues' | 'Mapping';

export function pane(page: Page, title: PaneTitle | string): Locator {
  return page.getByRole('region', { name: title, exact: true });
}

export function tree(page: Page, title: PaneTitle | string): Locator {
  return page.getByRole('tree', { name: title, exact: true });
}

/** A row of a tree by its name; names are unique only among what is open. */
export function row(page: Page, title: PaneTitle | string, name: string): Locator {
  return tree(page, title).getByRole('treeitem', { name, exact: true });
}

/** The row of an external system; what stands below it (why its tree could not be read) belongs to what it says. */
export function systemRow(page: Page, name: string): Locator {
  return tree(page, 'Interface')
    .getByRole('treeitem', { level: 1 })
    .filter({ has: page.getByText(name, { exact: true }) });
}

/** The line of a row: what stands below it (an error, for instance) belongs to the row as well. */
export function line(rowOfTree: Locator): Locator {
  return rowOfTree.locator('.tree__line');
}

export function dialog(page: Page, title: string | RegExp): Locator {
  return page.getByRole('dialog', { name: title });
}

/** `menu(page, 'Settings', 'External systems…')`: opens the menu bar's menu and goes down to the last one named. */
export async function chooseMenu(page: Page, title: string, ...path: readonly string[]): Promise<void> {
  await page.getByRole('menubar').getByRole('menuitem', { name: title, exact: true }).click();
  for (const label of path) await menuItem(page, label).click();
}

/** An entry of an open menu; its shortcut and the reason why it is off are part of what it says. */
export function menuItem(page: Page, label: string): Locator {
  const start = new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
  return page
    .getByRole('menu')
    .locator('[role=menuitem], [role=menuitemcheckbox]')
    .filter({ hasText: start });
}

/** Right click on a row, then the entry. */
export async function chooseContextMenu(page: Page, rowOfTree: Locator, label: string): Promise<void> {
  await line(rowOfTree).click({ button: 'right' });
  await menuItem(page, label).click();
}

/** Opens a queue of the WFM tree and selects one of its value types. */
export async function selectValueType(page: Page, queue: string, valueType: string): Promise<Locator> {
  const queueRow = row(page, 'WFM queues', queue);
  await openRow(queueRow);
  const found = row(page, 'WFM queues', valueType);
  await line(found).click();
  return found;
}

/** Opens a row that is closed, by double click. */
export async function openRow(rowOfTree: Locator): Promise<void> {
  if ((await rowOfTree.getAttribute('aria-expanded')) === 'true') return;
  await line(rowOfTree).dblclick();
}

export async function closeRow(rowOfTree: Locator): Promise<void> {
  if ((await rowOfTree.getAttribute('aria-expanded')) === 'false') return;
  await line(rowOfTree).dblclick();
}

/** The sources of the selected value type, in order. */
export function sources(page: Page): Locator {
  return page.getByRole('listbox', { name: 'Sources' }).getByRole('option');
}

/** The panel of a run, at work or as the report it leaves. */
export function runPanel(page: Page): Locator {
  return page.getByRole('region', { name: /^(Importing call data|Import of call data)$/ });
}

/** One of the figures of a run: `rows read`, `values written`, `unchanged`, `problems`. */
export function runFigure(page: Page, name: string): Locator {
  return runPanel(page)
    .locator('dl > div')
    .filter({ has: page.getByText(name, { exact: true }) })
    .locator('dd')
    .first();
}

/** The flag, from day, to day, OK; days are `YYYY-MM-DD`. */
export async function importCalls(
  page: Page,
  range: { readonly from: string; readonly to: string; readonly without?: readonly string[] },
): Promise<void> {
  await page.getByRole('toolbar').getByRole('button', { name: 'Import call data' }).click();
  const asking = dialog(page, 'Import call data');
  await asking.getByLabel('From day').fill(range.from);
  await asking.getByLabel('To day').fill(range.to);
  for (const system of range.without ?? []) await asking.getByRole('checkbox', { name: system }).uncheck();
  await asking.getByRole('button', { name: 'Import', exact: true }).click();
}
