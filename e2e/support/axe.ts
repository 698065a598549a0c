import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Says what axe finds on the page as it stands; the name of the screen is in the failure. */
export async function expectClean(page: Page, screen: string, inDesktop: boolean): Promise<void> {
  const axe = new AxeBuilder({ page }).withTags([
    'wcag2a',
    'wcag2aa',
    'wcag21a',
    'wcag21aa',
    'best-practice',
  ]);
  // Electron opens no page for axe to work in.
  if (inDesktop) axe.setLegacyMode(true);
  const { violations } = await axe.analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    places: nodes.slice(0, 5).map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`),
  }));
  expect.soft(found, screen).toEqual([]);
}
