const join = /\s*,\s*|\s+(?:NATURAL\s+)?(?:(?:LEFT|RIGHT|FULL)(?:\s+OUTER)?\s+|INNER\s+|CROSS\s+)?JOIN\s+/i;
const condition = /\s+(?:ON|USING)\b[\s\S]*$/i;
const part = /(?:"[^"]+"|`[^`]+`|\[[^\]]+\]|[\p{L}\p{N}_$#@:-]+)/u.source;
const table = new RegExp(`^(${part}(?:\\.${part})*)(?:\\s+(?:AS\\s+)?${part})?$`, 'iu');

/**
 * The single tables of what stands behind FROM, as far as it is a simple list or join; else all of it as one.
 *
 * @example tablesIn('calls c JOIN queues q ON q.id = c.queue') // ['calls', 'queues']
 */
export function tablesIn(from: string): string[] {
  const tables = from
    .trim()
    .split(join)
    .map((text) => table.exec(text.replace(condition, '').trim())?.[1]);
  const isSimple = tables.every((name) => name !== undefined);
  return isSimple ? [...new Set(tables as string[])] : [from.trim()];
}
