import { type Album, chooseOfMenuBar } from './picture.ts';

/** What is stored: curves, the week before, tables, the heat map. */
export const dataAlbum: Album = {
  name: 'data',

  async prepare(home) {
    await home.xlinkJson('import', '--calls', '--from', '2025-10-01', '--to', '2025-11-30');
  },

  async takeAll(scene) {
    const { page, take } = scene;
    const { console: own, dialogs } = scene.words;
    const words = dialogs.dataView;
    await chooseOfMenuBar(scene, own.menu.view, own.data.menu);
    const view = page.getByRole('dialog', { name: words.title, exact: true });
    await view.getByRole('grid').waitFor();
    const option = (list: string, name: string) =>
      view.getByRole('listbox', { name: list }).getByRole('option', { name, exact: true });
    const settled = () => view.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });

    // A day of one queue: what was offered and what was answered.
    await option(words.queues, 'Hotline').dblclick();
    await option(words.valueTypes, 'Calls offered').dblclick();
    await option(words.valueTypes, 'Calls answered').click();
    await view.getByRole('button', { name: words.span.day, exact: true }).click();
    await view.getByLabel(words.date).fill('2025-11-18');
    await view.getByLabel(words.date).blur();
    await settled();
    await page.mouse.move(0, 0);
    await take('data-day');

    // A week of several queues, and a value type whose values cannot be added up.
    await option(words.queues, 'Orders').click();
    await option(words.queues, 'Billing').click();
    await option(words.valueTypes, 'Calls answered').click();
    await option(words.valueTypes, 'Average handling time').click();
    await view.getByRole('button', { name: words.span.week, exact: true }).click();
    await settled();
    await page.mouse.move(0, 0);
    await take('data-week');

    await view.getByRole('grid').scrollIntoViewIfNeeded();
    await view.getByRole('gridcell').nth(34).focus();
    await settled();
    await take('data-map');
    await page.keyboard.press('Escape');
  },
};
