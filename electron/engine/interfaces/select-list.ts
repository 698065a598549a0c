/** Words between SELECT and its first column. */
const beforeColumns =
  /^(?:\s+(?:ALL|DISTINCT|UNIQUE|PERCENT|WITH\s+TIES|(?:TOP|FIRST|SKIP|LIMIT)\s*(?:\(\s*\d+\s*\)|\d+)))*/i;

const token = /'[^']*'|"[^"]*"|`[^`]*`|\[[^\]]*\]|--|\/\*|[(),*]|[\p{L}_#@$][\p{L}\p{N}_#@$]*/gu;

/** Words that end a list of columns. */
const behindColumns = new Set(['FROM', 'INTO', 'UNION', 'WHERE', 'ORDER', 'GROUP', 'LIMIT', 'FETCH']);

/** How many columns a SELECT lists; undefined where only the database can tell (`*`, WITH, procedures, comments). */
export function selectedColumnCount(sql: string): number | undefined {
  const select = /^\s*SELECT\b/i.exec(sql);
  if (!select) return undefined;
  const behind = sql.slice(select[0].length);
  const list = behind.slice(beforeColumns.exec(behind)![0].length);
  let depth = 0;
  let count = 1;
  for (const { 0: found, index } of list.matchAll(token)) {
    if (found === '--' || found === '/*') return undefined;
    if (found === '(') depth += 1;
    else if (found === ')') depth -= 1;
    else if (depth > 0) continue;
    else if (found === ',') count += 1;
    else if (found === '*' && isAllColumns(list, index)) return undefined;
    else if (behindColumns.has(found.toUpperCase())) break;
  }
  return count;
}

/** `*` or `t.*`, and no multiplication. */
function isAllColumns(list: string, at: number): boolean {
  return /(?:^|[,.])\s*$/.test(list.slice(0, at));
}
