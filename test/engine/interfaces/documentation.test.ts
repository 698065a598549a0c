import { describe, expect, it } from 'vitest';
import { interfaceDefinitions } from '#engine/interfaces/definitions.ts';
import { interfaceDocumentation } from '#engine/interfaces/documentation.ts';
import { languages } from '#shared/i18n/languages.ts';

/** `# A`, `## B`: what a page is made of, whatever its language. */
const headings = (markdown: string) => markdown.match(/^#+ /gm)?.map((marks) => marks.trim()) ?? [];

/** The keys and values a page shows as code. */
const keysIn = (markdown: string) => new Set(markdown.match(/`[A-Za-z_]+`/g));

describe('the documentation of an interface', () => {
  it.each(interfaceDefinitions().map(({ id }) => id))(
    '%s has a page in each language, with the same parts and the same keys',
    async (id) => {
      const pages = await Promise.all(languages.map((language) => interfaceDocumentation(id, language)));
      const [english] = pages;
      expect(new Set(pages).size).toBe(languages.length);
      for (const page of pages) {
        expect(page).toMatch(/^# \S/);
        expect(headings(page)).toEqual(headings(english!));
        expect(keysIn(page)).toEqual(keysIn(english!));
      }
    },
  );

  it('names every key of the section that the form of Universal has', async () => {
    const universal = interfaceDefinitions().find(({ id }) => id === 'universal');
    const page = await interfaceDocumentation('universal', 'en');
    for (const { key } of universal?.keys ?? []) {
      const named = key.startsWith('ActivityEndTimeStamp') ? 'ActivityEndTimeStampColumn' : key;
      expect(page, key).toContain(`\`${named}\``);
    }
  });

  it.each(['nowhere', '', '.', '..', '../universal', 'universal/../universal', '/etc'])(
    'is of a known interface only, no way leads out of the folder: "%s"',
    async (id) => {
      await expect(interfaceDocumentation(id, 'en')).rejects.toMatchObject({ code: 'INTERFACE_UNKNOWN' });
    },
  );
});
