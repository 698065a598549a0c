/**
 * Takes a `QueueNameColumn` such as `(verb LIKE 'ENTER%') AND queue` apart. The old product pasted the key into its
 * WHERE clause, in front of `= 'name'`, so sections add conditions that way; the column is what stands last.
 */
export function splitCondition(expression: string): { readonly column: string; readonly condition?: string } {
  let depth = 0;
  let at = -1;
  for (const { 0: token, index } of expression.matchAll(tokens)) {
    const word = token.toLowerCase();
    if (word === '(' || word === 'case') depth += 1;
    else if (word === ')' || word === 'end') depth -= 1;
    else if (word === 'and' && depth === 0) at = index;
  }
  if (at < 0) return { column: expression };
  const condition = expression.slice(0, at).trim();
  const column = expression.slice(at + 'and'.length).trim();
  return condition === '' || column === '' ? { column: expression } : { column, condition };
}

/** Quoted texts and names as wholes, so that nothing in them counts. */
const tokens = /'[^']*'|"[^"]*"|`[^`]*`|\[[^\]]*\]|[()]|[\p{L}\p{N}_$#@.]+/gu;
