import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, type TestHome, test } from './fixtures.ts';
import { execSql, sqliteSource } from './support/acd.ts';
import { chooseContextMenu, dialog, line, row, systemRow } from './support/screen.ts';

const figures = ['calls_offered', 'calls_answered', 'calls_abandoned', 'talk_time', 'sl_calls'];
/** In the same order; that the last ones belong together is likely, not certain. */
const valueTypes = ['Calls offered', 'Calls answered', 'Calls abandoned', 'Talk time', 'Service level'];

/** City of each WFM queue, and what the ACD calls its hotline. */
const hotlines: readonly (readonly [city: string, external: string])[] = [
  ['Berlin', 'Hotline Berlin'],
  ['Bremen', 'Hotline Bremen'],
  ['Köln', 'Hotline Köln'],
  ['Lübeck', 'Hotline Lübeck'],
  ['München', 'Hotline München'],
  ['Potsdam', 'Hotline Potsdam'],
  ['Bordeaux', 'HOTLINE_BORDEAUX'],
  ['Lille', 'HOTLINE_LILLE'],
  ['Lyon', 'HOTLINE_LYON'],
  ['Marseille', 'HOTLINE_MARSEILLE'],
  ['Orléans', 'HOTLINE_ORLEANS'],
  ['Paris', 'HOTLINE_PARIS'],
  ['Rennes', 'HOTLINE_RENNES'],
  ['Toulouse', 'HOTLINE_TOULOUSE'],
  ['Bath', 'Bath hotline'],
  ['Bristol', 'Bristol hotline'],
  ['Leeds', 'Leeds hotline'],
  ['London', 'London hotline'],
  ['Oxford', 'Oxford hotline'],
  // Nobody can know this one but the operator.
  ['Wien', 'Austria'],
];

/** What is there before: nothing of the hotlines, a map and a script that somebody wrote by hand. */
const mapBefore = [
  '; kept by hand',
  'Cities:0:200:1=Cities:Reception:calls_offered',
  'Cities:0:200:1=$1.BAS',
  '',
  'Other:0:9:1=Gone:q:v',
  '',
].join('\r\n');

const linesFor = (cities: readonly string[]) =>
  cities
    .map((city) => hotlines.findIndex(([name]) => name === city))
    .flatMap((index) =>
      figures.map(
        (figure, type) => `Cities:2:${101 + index}:${type + 1}=Cities:${hotlines[index]![1]}:${figure}\r\n`,
      ),
    )
    .join('');

async function makeCentre(home: TestHome): Promise<void> {
  const file = path.join(home.besideFolder, 'cities.db');
  const rows = hotlines.map(([, external]) => `('${external}')`).join(', ');
  execSql(
    file,
    `CREATE TABLE queue (name VARCHAR(40));
     INSERT INTO queue VALUES ${rows}, ('Reception'), ('Test line 7');
     CREATE TABLE call (queue VARCHAR(40), start_unix INTEGER, ${figures.map((name) => `${name} INTEGER`).join(', ')});`,
  );
  const section = [
    '[Cities]',
    `Source=${sqliteSource(file)}`,
    'QueueSQL=SELECT name FROM queue ORDER BY name',
    'CallDataTable=call',
    'QueueNameColumn=queue',
    `ValueTypes=${figures.join(';')}`,
    'TimeStampColumn=start_unix',
    'TimeStampType=1',
    '',
  ];
  await home.write('isps_ul.ini', ['[DB]', '1=Cities,0,,', '', ...section].join('\r\n'));
  const queue = { timeZone: 'Europe/Paris', intervalMinutes: 15 as const };
  await home.loadWfm({
    queues: [
      { id: 2, name: 'Hotlines', ...queue },
      ...hotlines.map(([city], index) => ({
        id: 101 + index,
        name: `Hotline ${city}`,
        parent: 'Hotlines',
        ...queue,
      })),
      { id: 200, name: 'Front desk', ...queue },
    ],
    valueTypes: valueTypes.map((name, index) => ({ id: index + 1, name })),
    externalSystems: [{ name: 'Cities', interface: 'universal', phoneLink: true, timeLink: false }],
  });
  await home.write('acd_map.ini', mapBefore);
  await home.write('1.BAS', "Sub Main()\r\n  Result = Para1 * 100 ' reception\r\nEnd Sub\r\n");
}

const mapText = async (home: TestHome) => (await home.bytes('acd_map.ini')).toString('utf8');
/** Every script with its bytes. */
async function scripts(home: TestHome): Promise<Record<string, string>> {
  const names = (await home.files()).filter((name) => /\.bas$/i.test(name));
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await home.text(name)])));
}

async function openMatch(page: Page): Promise<Locator> {
  await chooseContextMenu(page, systemRow(page, 'Cities'), 'Match all…');
  const match = dialog(page, 'Match all · Cities');
  await expect(match.getByRole('treegrid', { name: 'Proposals' })).toBeFocused();
  return match;
}

const proposal = (match: Locator, city: string) =>
  match
    .getByRole('row')
    .filter({ has: match.page().getByRole('checkbox', { name: `Accept Hotline ${city}` }) });

test('one hundred value types are mapped by Match all and by dragging whole queues, and undone to the same bytes', async ({
  bareHome: home,
  openConsole,
}) => {
  await makeCentre(home);
  const before = await home.bytes('acd_map.ini');
  const scriptsBefore = await scripts(home);
  const page = await openConsole({ home });
  const match = await openMatch(page);
  await expect(match).toContainText('20 WFM queues without a mapping, 22 external queues');

  // All that is certain, without three that are left for the mouse; Vienna by hand.
  await match.getByRole('button', { name: 'Accept all ≥ 85 %' }).click();
  await expect(match).toContainText('19 queues accepted · 76 value types to map');
  const byHand = ['Berlin', 'Paris', 'Oxford'];
  for (const city of byHand) {
    await proposal(match, city).getByRole('checkbox').click();
    await expect(proposal(match, city)).toHaveAttribute('aria-selected', 'false');
  }
  await page.keyboard.press('End');
  await page.keyboard.press('F2');
  const search = match.getByRole('combobox', { name: 'Choose an external queue for Hotline Wien' });
  await search.fill('austr');
  const found = match.getByRole('listbox', { name: 'Queues' }).getByRole('option');
  await expect(found).toHaveText([/Austria/]);
  await page.keyboard.press('Enter');
  await expect(proposal(match, 'Wien')).toContainText('chosen by hand');
  await expect(proposal(match, 'Wien')).toHaveAttribute('aria-selected', 'true');

  // What is not certain is asked in the row, not guessed.
  await expect(match).toContainText('1 value type to ask; unanswered, it stays unmapped.');
  await page.keyboard.press('ArrowRight');
  const asked = match.getByRole('combobox', { name: 'Service level' });
  await expect(asked).toHaveValue('');
  await asked.selectOption('sl_calls');
  await expect(match).toContainText('17 queues accepted · 85 value types to map');
  await expect(match).not.toContainText('to ask');
  expect(await mapText(home), 'nothing is written before Map').toBe(mapBefore);

  // Escape leads from the value types into the table, Enter there maps.
  await asked.focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await expect(match).toContainText('17 queues matched with Cities, value types mapped: 85.');
  const matched = hotlines.map(([city]) => city).filter((city) => !byHand.includes(city));
  expect(await mapText(home)).toBe(mapBefore + linesFor(matched));
  await match.getByRole('button', { name: 'Close' }).last().click();

  for (const city of byHand) {
    const external = hotlines.find(([name]) => name === city)![1];
    await line(row(page, 'Interface', external)).dragTo(line(row(page, 'WFM queues', `Hotline ${city}`)));
    const question = dialog(page, 'Which value types belong together?');
    await question.getByRole('combobox').selectOption('sl_calls');
    await question.getByRole('button', { name: 'Map 1' }).click();
    await expect(question).toBeHidden();
  }
  const after = mapBefore + linesFor(matched) + linesFor(byHand);
  expect(after.split('\r\n')).toHaveLength(mapBefore.split('\r\n').length + 100);
  await expect.poll(() => mapText(home)).toBe(after);
  expect(await scripts(home)).toEqual(scriptsBefore);

  // Two steps for each queue that was dragged, one for all that were matched.
  const undo = page.getByRole('toolbar').getByRole('button', { name: /^Undo/ });
  for (const city of byHand.toReversed()) {
    for (let step = 0; step < 2; step += 1) {
      await expect(undo).toHaveAccessibleName(new RegExp(`^Undo: .*${city}`));
      await page.keyboard.press('Control+z');
    }
  }
  await expect(undo).toHaveAccessibleName(/^Undo: 17 queues matched with Cities/);
  await page.keyboard.press('Control+z');
  await expect.poll(() => mapText(home)).toBe(mapBefore);
  expect(Buffer.compare(await home.bytes('acd_map.ini'), before)).toBe(0);
  expect(await scripts(home)).toEqual(scriptsBefore);
});

test('the table by keys alone: filter, accept, choose, and out again without a change', async ({
  bareHome: home,
  openConsole,
}) => {
  await makeCentre(home);
  const page = await openConsole({ home });
  await row(page, 'Interface', 'Hotline Berlin').waitFor();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Search or run a command' })).toBeFocused();
  await page.keyboard.type('match all');
  await page.keyboard.press('Enter');
  const match = dialog(page, 'Match all · Cities');
  const table = match.getByRole('treegrid', { name: 'Proposals' });
  await expect(table).toBeFocused();

  // The row that the keys act on is the one a screen reader is told.
  const current = async () => {
    const id = await table.getAttribute('aria-activedescendant');
    return id === null ? '' : page.locator(`[id="${id}"]`).innerText();
  };
  await expect.poll(current).toContain('Hotline Berlin');
  await page.keyboard.press('ArrowDown');
  await expect.poll(current).toContain('Hotline Bremen');
  await page.keyboard.press('Space');
  await expect(match).toContainText('1 queue accepted');
  await page.keyboard.press('Space');
  await expect(match).toContainText('Space accepts');

  const filter = match.getByRole('searchbox', { name: 'Filter queues' });
  await filter.fill('orleans');
  await expect(table.getByRole('row')).toHaveCount(2);
  await filter.press('ArrowDown');
  await expect.poll(current).toContain('Hotline Orléans');
  await page.keyboard.press('Control+a');
  await expect(match).toContainText('1 queue accepted');
  await filter.fill('');
  await match.getByRole('combobox', { name: 'Show' }).selectOption({ label: 'Without proposal (1)' });
  await expect(table.getByRole('row')).toHaveCount(2);
  await expect(proposal(match, 'Wien')).toContainText('no proposal');
  await match.getByRole('combobox', { name: 'Show' }).selectOption({ label: 'Accepted (1)' });
  await expect(proposal(match, 'Orléans')).toContainText('same letters');
  await match.getByRole('combobox', { name: 'Show' }).selectOption({ label: 'All (20)' });

  // Sorted by confidence: first the one that nothing resembles.
  await table.getByRole('button', { name: 'Confidence' }).click();
  await table.getByRole('button', { name: 'Confidence' }).click();
  await expect(table.getByRole('columnheader', { name: 'Confidence' })).toHaveAttribute(
    'aria-sort',
    /ending/,
  );
  await table.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Delete');
  await expect.poll(current).toContain('no proposal');

  // What was decided is not lost by one key.
  await page.keyboard.press('Escape');
  await dialog(page, 'Leave without saving?').getByRole('button', { name: 'Cancel' }).click();
  await expect(table).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Discard changes' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(match).toBeHidden();
  expect(await mapText(home)).toBe(mapBefore);
});

test('one external queue accepted for two WFM queues is said at both', async ({
  bareHome: home,
  openConsole,
}) => {
  await makeCentre(home);
  const page = await openConsole({ home });
  const match = await openMatch(page);
  await page.keyboard.press('Space');
  await page.keyboard.press('End');
  await page.keyboard.press('F2');
  await page.keyboard.type('hotline berlin');
  await page.keyboard.press('Enter');
  await expect(proposal(match, 'Wien')).toContainText('also accepted for Hotline Berlin');
  await expect(proposal(match, 'Berlin')).toContainText('also accepted for Hotline Wien');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Discard changes' }).click();
  await expect(match).toBeHidden();
});

test('a system that cannot be read says why, and is read again on demand', async ({
  bareHome: home,
  openConsole,
}) => {
  await makeCentre(home);
  execSql(path.join(home.besideFolder, 'cities.db'), 'ALTER TABLE queue RENAME TO moved');
  const page = await openConsole({ home });
  await expect(systemRow(page, 'Cities')).toHaveAccessibleDescription(/failed/);
  await chooseContextMenu(page, systemRow(page, 'Cities'), 'Match all…');
  const match = dialog(page, 'Match all · Cities');
  await expect(match.getByRole('alert')).toContainText('no such table');
  execSql(path.join(home.besideFolder, 'cities.db'), 'ALTER TABLE moved RENAME TO queue');
  await match.getByRole('button', { name: 'Try again' }).click();
  await expect(match.getByRole('treegrid', { name: 'Proposals' })).toBeVisible();
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the table of proposals, ${theme}`, async ({
    bareHome: home,
    openConsole,
  }, testInfo) => {
    await makeCentre(home);
    const page = await openConsole({ home, theme });
    const check = async (screen: string) => {
      const axe = new AxeBuilder({ page });
      if (testInfo.project.name === 'electron') axe.setLegacyMode(true);
      const { violations } = await axe.analyze();
      expect
        .soft(
          violations.map(({ id, nodes }) => ({ id, places: nodes.slice(0, 3).map(({ html }) => html) })),
          screen,
        )
        .toEqual([]);
    };
    const match = await openMatch(page);
    await match.getByRole('button', { name: 'Accept all ≥ 85 %' }).click();
    await page.keyboard.press('ArrowRight');
    await expect(match.getByRole('combobox', { name: 'Service level' })).toBeVisible();
    await check('the table with a row expanded');
    await page.keyboard.press('F2');
    await expect(match.getByRole('listbox')).toBeVisible();
    await check('choosing an external queue');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await expect(match).toContainText('19 queues matched');
    await check('the report');
  });
}

test('French at 1024×700: the table of proposals fits', async ({ bareHome: home, openConsole }) => {
  await makeCentre(home);
  const page = await openConsole({ home, language: 'fr', viewport: { width: 1024, height: 700 } });
  await page.getByRole('toolbar').getByRole('button', { name: 'Tout rapprocher…' }).click();
  const match = dialog(page, 'Tout rapprocher · Cities');
  await match.getByRole('button', { name: 'Accepter ≥ 85 %' }).click();
  await page.keyboard.press('ArrowRight');
  await expect(match).toContainText('19 files acceptées · 76 types de valeur à affecter');
  const cut = await match
    .locator('button:not(.match-choose), th, h2, h3, label, .match-foot span, .confidence__reason')
    .evaluateAll((elements) =>
      elements
        .filter((element) => element.clientWidth > 1 && element.scrollWidth > element.clientWidth)
        .map((element) => element.textContent),
    );
  expect(cut).toEqual([]);
});
