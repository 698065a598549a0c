import type { Locator, Page } from '@playwright/test';
import { consoleWords as consoleEn } from '../../shared/i18n/en/console.ts';
import { dialogWords as dialogsEn } from '../../shared/i18n/en/dialogs.ts';
import { consoleWords as consoleFr } from '../../shared/i18n/fr/console.ts';
import { dialogWords as dialogsFr } from '../../shared/i18n/fr/dialogs.ts';
import type { Look } from '../support/browser.ts';
import type { TestHome } from '../support/home.ts';

export const words = {
  en: { console: consoleEn, dialogs: dialogsEn, locale: 'en-GB' },
  fr: { console: consoleFr, dialogs: dialogsFr, locale: 'fr-FR' },
} as const;

export interface PictureLook extends Look {
  readonly language: keyof typeof words;
}

/** What takes pictures of one home works with. */
export interface Scene {
  readonly page: Page;
  readonly home: TestHome;
  readonly words: (typeof words)[keyof typeof words];
  /** Takes one picture; all of a look begin with its name. */
  readonly take: (what?: string) => Promise<void>;
}

/** A home of its own and the pictures taken on it, in their order. */
export interface Album {
  readonly name: string;
  /** Taken of every look; otherwise of those in detail: the widest room, and the narrowest with the longest words. */
  readonly ofEveryLook?: boolean;
  readonly prepare: (home: TestHome) => Promise<void>;
  readonly takeAll: (scene: Scene, inDetail: boolean) => Promise<void>;
}

/** The line of an external system in the left pane. */
export function systemLine({ page, words: { console: own } }: Scene, name: string): Locator {
  return page
    .getByRole('tree', { name: own.interface.title })
    .getByRole('treeitem', { level: 1 })
    .filter({ has: page.getByText(name, { exact: true }) })
    .locator('.tree__line')
    .first();
}

/** Right click on an external system, then the entry. */
export async function chooseOfSystem(scene: Scene, name: string, label: string): Promise<void> {
  await systemLine(scene, name).click({ button: 'right' });
  await scene.page.getByRole('menuitem', { name: label }).first().click();
}

export async function chooseOfMenuBar({ page }: Scene, menu: string, label: string): Promise<void> {
  await page.getByRole('menubar').getByRole('menuitem', { name: menu, exact: true }).click();
  await page.getByRole('menuitem', { name: label }).click();
}
