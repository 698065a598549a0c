import type { Page } from '@playwright/test';

/** Everything the page says: texts, names for screen readers, placeholders, tooltips. */
export async function saidOn(page: Page): Promise<string[]> {
  return page.locator('html').evaluate((root) => {
    const said: string[] = [];
    const visit = (element: typeof root) => {
      // Keys of files, scripts and statements are the same in every language.
      if (element.matches('.mono, .cm-editor, .script, code')) return;
      for (const name of ['aria-label', 'aria-description', 'placeholder', 'title', 'aria-valuetext']) {
        const value = element.getAttribute(name);
        if (value) said.push(value.trim());
      }
      for (const child of element.childNodes) {
        if (child.nodeType === 3 && child.textContent?.trim()) said.push(child.textContent.trim());
        else if (child.nodeType === 1) visit(child as typeof root);
      }
    };
    visit(root);
    return said;
  });
}

/** Buttons, heads and labels whose text is wider than they are. */
export async function cutTexts(page: Page): Promise<string[]> {
  const heads = 'button, h1, h2, h3, th, legend, label, [role=menuitem], [role=tab], dt, .chip';
  return page
    .locator(heads)
    .evaluateAll((elements) =>
      elements
        .filter((element) => element.clientWidth > 1 && element.scrollWidth > element.clientWidth)
        .map(
          (element) =>
            `${element.tagName.toLowerCase()} “${element.textContent}” ${element.scrollWidth} > ${element.clientWidth}`,
        ),
    );
}
