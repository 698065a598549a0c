import type { Locator } from '@playwright/test';
import { line, openRow, row } from '../support/screen.ts';
import { type Album, chooseOfSystem, type Scene, systemLine } from './picture.ts';

const day = '2025-11-26';

/** Something of everything: missing Then, a Para that is not mapped, a name with a blank. */
const mistaken = [
  'Dim Result As Long',
  '',
  'Sub Main()',
  '  Dim calls answered As Long',
  '  calls = Para4',
  '  If calls > 0',
  '    Result = (Para1 + Para2 + Para5) / calls * 100',
  '  End If',
  'End Sub',
  '',
];

/** A loop, a function of its own, and something printed. */
const stepped = [
  'Dim Result As Long',
  'Dim total As Double',
  '',
  'Sub Main()',
  '  Dim part As Variant',
  '  For Each part In Array(Para1, Para2, Para3)',
  '    total = total + part',
  '  Next',
  '  Print "seconds:"; total',
  '  If Para4 > 0 Then Result = PerCall(total) * 100',
  'End Sub',
  '',
  'Function PerCall(seconds As Double) As Double',
  '  PerCall = Round(seconds / Para4, 2)',
  'End Function',
  '',
];

async function openScenario({ page, words }: Scene): Promise<Locator> {
  const wfm = words.console.wfm.title;
  await openRow(row(page, wfm, 'Hotline'));
  await line(row(page, wfm, 'Average handling time')).dblclick();
  const window = page.getByRole('dialog', { name: new RegExp(`^${words.dialogs.scenario.title}`) });
  await window.locator('.cm-content').waitFor();
  return window;
}

async function write({ page }: Scene, window: Locator, lines: readonly string[]): Promise<void> {
  await window.locator('.cm-content').press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(lines.join('\n'));
}

async function takeScenario(scene: Scene): Promise<void> {
  const { page, take } = scene;
  const { dialogs } = scene.words;
  const { scenario: old, scenarioWindow: words } = dialogs;
  const window = await openScenario(scene);
  await window.getByText(old.noFindings).waitFor();
  await take('scenario');

  await write(scene, window, mistaken);
  await window.locator('.scenario-finding').nth(2).waitFor();
  await window.locator('.scenario-finding__go').first().click();
  await page.keyboard.press('Control+.');
  await page.getByRole('listbox').getByRole('option').first().waitFor();
  await take('scenario-error');
  await page.keyboard.press('Escape');

  await write(scene, window, stepped);
  await page.keyboard.press('F5');
  await window.getByLabel(dialogs.dayData.day, { exact: true }).fill(day);
  await window.getByRole('row', { name: /^12:00/ }).waitFor();
  await window.locator('canvas').waitFor();
  await window.getByRole('row', { name: /^12:00/ }).scrollIntoViewIfNeeded();
  await window.getByLabel(dialogs.dayData.day, { exact: true }).blur();
  await take('scenario-test');

  await window
    .getByRole('row', { name: /^12:00/ })
    .getByRole('button')
    .click();
  await window.getByRole('tab', { name: words.tabSteps, selected: true }).waitFor();
  for (let steps = 0; steps < 6; steps++) await page.keyboard.press('F11');
  await take('scenario-steps');

  await window.getByRole('button', { name: dialogs.common.cancel, exact: true }).click();
  await page.getByRole('button', { name: dialogs.common.discardChanges }).click();
}

async function takeMatch(scene: Scene): Promise<void> {
  const { page, home, take } = scene;
  const { console: own, dialogs } = scene.words;
  await home.write('acd_map.ini', '');
  await chooseOfSystem(scene, 'Sample ACD', own.interface.matchAll);
  const dialog = page.getByRole('dialog');
  await dialog.locator('.match-table tbody tr').nth(3).waitFor();
  await dialog.getByRole('button', { name: dialogs.match.acceptShown }).click();
  await take('match');
}

/** Writing scripts and mapping many queues at once. */
export const mappingAlbum: Album = {
  name: 'mapping',

  async prepare(home) {
    await home.xlinkJson('import', '--calls', '--from', '2025-11-24', '--to', '2025-11-28');
  },

  async takeAll(scene) {
    await systemLine(scene, 'Sample ACD').waitFor();
    await takeScenario(scene);
    await takeMatch(scene);
  },
};
