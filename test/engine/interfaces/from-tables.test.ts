import { describe, expect, it } from 'vitest';
import { tablesIn } from '#engine/interfaces/from-tables.ts';

describe('the tables behind FROM', () => {
  it.each([
    ['calls', ['calls']],
    ['dbo.calls c', ['dbo.calls']],
    ['"Call Data" AS c', ['"Call Data"']],
    ['[acd].[dbo].[Call Data]', ['[acd].[dbo].[Call Data]']],
    ['root.hsplit, root.synonyms s', ['root.hsplit', 'root.synonyms']],
    ['calls c JOIN queues q ON q.id = c.queue', ['calls', 'queues']],
    [
      'calls c LEFT OUTER JOIN queues q ON (q.id = c.queue AND q.site = 1)\n  INNER JOIN sites USING (site)',
      ['calls', 'queues', 'sites'],
    ],
    ['calls a, calls b', ['calls']],
    // Too much to take apart: asked for as it is.
    [
      '(SELECT queue, at FROM calls UNION SELECT queue, at FROM old) c',
      ['(SELECT queue, at FROM calls UNION SELECT queue, at FROM old) c'],
    ],
    ['calls c JOIN (SELECT 1 AS x) y ON y.x = c.x', ['calls c JOIN (SELECT 1 AS x) y ON y.x = c.x']],
    ['figures(2026) f', ['figures(2026) f']],
  ])('of %s are %j', (from, tables) => {
    expect(tablesIn(from)).toEqual(tables);
  });
});
