import type { Finding } from '#shared/contract/check.ts';
import { type IniDocument, sections } from '#shared/domain/ini/document.ts';
import { findBody } from '#shared/domain/ini/lookup.ts';
import { foldName } from '#shared/domain/ini/syntax.ts';
import { settingsFile } from './files.ts';

/** Headers by which keys of a system's section get lost: a second one of its name, and one that is not closed. */
export function checkHeaders(document: IniDocument, name: string): Finding[] {
  const place = { file: settingsFile, system: name };
  const same = sections(document).filter((header) => foldName(header.name) === foldName(name));
  const findings: Finding[] = same
    .filter(({ duplicate }) => duplicate)
    .map(({ line }) => ({
      ...place,
      line,
      severity: 'warning',
      code: 'SECTION_TWICE',
      message: `There is a section [${name}] already (line ${same[0]!.line}), which counts; the keys below this line are not read. Move them there, or remove them.`,
      details: { first: same[0]!.line },
    }));
  const body = findBody(document, name);
  document.lines.slice(body?.from, body?.to).forEach(({ kind, text }, index) => {
    if (kind !== 'text' || !text.trimStart().startsWith('[')) return;
    const written = text.trim();
    findings.push({
      ...place,
      line: body!.from + index + 1,
      severity: 'warning',
      code: 'SECTION_OPEN',
      message: `${written} is no header of a section: the keys below it belong to [${name}]. Close it with ].`,
      details: { written },
    });
  });
  return findings;
}
