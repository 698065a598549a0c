/** What can be told of a statement without understanding it: no more than its words outside of parentheses. */

/** The statement without the semicolon that people end it with. */
export function withoutSemicolon(sql: string): string {
  return sql.replace(/[\s;]+$/, '');
}

/** The statement as a table. On lines of its own, since it may end with a comment. */
export function asTable(sql: string, alias: string): string {
  return `(\n${sql}\n) ${alias}`;
}

const token =
  /--[^\n]*|#[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:[^'\\]|''|\\.)*(?:'|$)|"(?:[^"]|"")*(?:"|$)|`(?:[^`]|``)*(?:`|$)|\[[^\]\n]*\]|[()]|[\p{L}_][\p{L}\p{N}_$]*|[\s\S]/gu;

/** The words of a statement outside of parentheses, quotes and comments, in capitals. */
export function topLevelWords(sql: string): ReadonlySet<string> {
  const words = new Set<string>();
  let depth = 0;
  for (const [text] of sql.matchAll(token)) {
    if (text === '(') depth += 1;
    else if (text === ')') depth -= 1;
    else if (depth === 0 && /^[\p{L}_]/u.test(text)) words.add(text.toUpperCase());
  }
  return words;
}

const wordsBehindWhichNoLimitFits = ['LIMIT', 'FETCH', 'OFFSET', 'FOR', 'INTO', 'PROCEDURE', 'LOCK', 'ROWS'];

/** The statement with `LIMIT` for a product that has it; undefined where it might not mean the same. */
export function withLimit(sql: string, rows: number): string | undefined {
  const words = topLevelWords(sql);
  if (!words.has('SELECT') || wordsBehindWhichNoLimitFits.some((word) => words.has(word))) return undefined;
  return `${sql}\nLIMIT ${rows}`;
}
