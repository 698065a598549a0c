import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';

/** The ways to the report, as operators of that language know them. */
const ways = {
  fr: {
    file: 'Fichier',
    runs: 'Imports effectués…',
    show: 'Afficher l’import 1',
    report: 'Exporter le rapport',
    html: 'Page web (HTML)',
    said: ['<html lang="fr-FR">', 'Rapport de l’import 1', '18 novembre 2025', 'ligne de commande'],
  },
  de: {
    file: 'Datei',
    runs: 'Importläufe…',
    show: 'Lauf 1 anzeigen',
    report: 'Bericht exportieren',
    html: 'Webseite (HTML)',
    said: ['<html lang="de-DE">', 'Bericht zu Lauf 1', '18. November 2025', 'Befehlszeile'],
  },
} as const;

for (const language of ['fr', 'de'] as const) {
  test(`the report of a run is saved in the language of the console: ${language}`, async ({
    home,
    openConsole,
  }) => {
    await home.xlinkJson('import', '--calls', '--from', '2025-11-18', '--to', '2025-11-18');
    const { file, runs, show, report, html, said } = ways[language];
    const page = await openConsole({ language });
    await page.getByRole('menubar').getByRole('menuitem', { name: file }).click();
    await page.getByRole('menuitem', { name: runs }).click();
    await page.getByRole('button', { name: show }).click();
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: report }).click();
    await page.getByRole('menuitem', { name: html }).click();
    const text = await readFile(await (await saved).path(), 'utf8');
    for (const words of said) expect(text).toContain(words);
    expect(text).not.toMatch(/\d{4}-\d\d-\d\d/);
  });
}
