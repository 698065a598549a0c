import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Language } from '#shared/i18n/languages.ts';
import { resourcesFolder } from '../home/paths.ts';
import { interfaceDefinition } from './definitions.ts';

/**
 * The operator's page of an interface, `doc.<language>.md` beside its definition, in Markdown; English where the
 * language has none. Only ids of interfaces that exist become part of a path.
 *
 * @throws XlinkError `INTERFACE_UNKNOWN`
 */
export async function interfaceDocumentation(id: string, language: Language): Promise<string> {
  const { id: folder } = interfaceDefinition(id);
  const page = (of: Language) =>
    readFile(path.join(resourcesFolder(), 'interfaces', folder, `doc.${of}.md`), 'utf8');
  try {
    return await page(language);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || language === 'en') throw error;
    return page('en');
  }
}
