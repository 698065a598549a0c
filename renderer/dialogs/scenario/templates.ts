import { defaultScenario, type ScenarioTemplate, scenarioTemplates } from '#shared/domain/scenario/index.ts';

const lineFeeds = (text: string) => text.replace(/\r\n?/g, '\n');

/** With `\n` line ends, as the editor has them. */
export function defaultText(sourceCount: number): string {
  return lineFeeds(defaultScenario(sourceCount));
}

export function templatesFor(sourceCount: number): readonly ScenarioTemplate[] {
  return scenarioTemplates(sourceCount).map((template) => ({ ...template, text: lineFeeds(template.text) }));
}

/** Nobody loses work when such a text is replaced: it is empty, or as the program wrote it. */
export function isAsWritten(text: string, sourceCount: number): boolean {
  const known = [defaultText(sourceCount), ...templatesFor(sourceCount).map((template) => template.text)];
  return text.trim() === '' || known.includes(text);
}

const subMain = /^\s*(?:Public\s+|Private\s+)?Sub\s+Main\b/i;
const endSub = /^\s*End\s+Sub\b/i;

/**
 * The lines of a template between Sub Main and End Sub as an insertion into a script: at the start of the given line
 * (from 1) where that is inside of a Sub, else before the last End Sub, else at the end.
 */
export function insertionOf(
  template: string,
  text: string,
  line: number,
): { readonly line: number; readonly column: 1; readonly endColumn: 1; readonly text: string } {
  const own = template.split('\n');
  const start = own.findIndex((one) => subMain.test(one)) + 1;
  const body = own.slice(
    start,
    own.findLastIndex((one) => endSub.test(one)),
  );
  const lines = text.split('\n');
  const at = isInSub(lines, line) ? line : lines.findLastIndex((one) => endSub.test(one)) + 1 || lines.length;
  return { line: at, column: 1, endColumn: 1, text: body.map((one) => `${one}\n`).join('') };
}

function isInSub(lines: readonly string[], line: number): boolean {
  const before = lines.slice(0, line - 1);
  const opened = before.findLastIndex((one) => /^\s*(?:Public\s+|Private\s+)?(?:Sub|Function)\s/i.test(one));
  const closed = before.findLastIndex((one) => /^\s*End\s+(?:Sub|Function)\b/i.test(one));
  return opened > closed;
}
