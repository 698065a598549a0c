import fc from 'fast-check';
import type { MapContext } from '#shared/domain/mapping/document.ts';

/** Queue 10 and what is not listed stand at top level. */
export const context: MapContext = {
  database: 'WFM',
  parentQueueId: (queueId) => ({ 11: 10, 12: 10, 13: 12 })[queueId] ?? 0,
};

export const sources = fc.constantFrom(
  'Sample ACD:Sales:OFFERED',
  'Sample ACD:Sales:ACDCALLS',
  'Avaya CMS:1:VDN:123:ACDTIME',
  'Odd: name=1:q:v',
);

export const targets = fc.record({
  queueId: fc.constantFrom(10, 11, 12, 13),
  valueTypeId: fc.constantFrom(1, 2),
});

const mappingLine = fc
  .tuple(
    fc.constantFrom('WFM', 'wfm', 'My:DB=1'),
    fc.constantFrom(0, 1, 10, 12),
    targets,
    fc.constantFrom('=', ' = '),
    fc.oneof(sources, fc.constantFrom('$1.BAS', '$007.bas', ' $12.Bas ')),
  )
  .map(
    ([database, parent, { queueId, valueTypeId }, equals, right]) =>
      `${database}:${parent}:${queueId}:${valueTypeId}${equals}${right}`,
  );

const foreignLine = fc.constantFrom(
  '',
  '[Mapping]',
  '; a note',
  'WFM:0:11:1=',
  'WFM:0:11:1=$x.BAS',
  'free text = more',
  'Zürich',
);

const line = fc.oneof({ weight: 3, arbitrary: mappingLine }, foreignLine);

const end = fc.constantFrom('\r\n', '\r\n', '\n', '\r');

/** Files as they are found: mappings in no order, foreign lines between, any line ends, Windows-1252 too. */
export const anyMapBytes = fc
  .tuple(
    fc.array(
      fc.tuple(line, end).map((pair) => pair.join('')),
      { maxLength: 25 },
    ),
    fc.oneof(line, fc.constant('')),
    fc.constantFrom('utf-8', 'utf-8-bom', 'windows-1252'),
  )
  .map(([lines, last, encoding]) => {
    const text = lines.join('') + last;
    if (encoding === 'windows-1252') return Uint8Array.from(text, (char) => char.charCodeAt(0));
    return new TextEncoder().encode(encoding === 'utf-8-bom' ? `\uFEFF${text}` : text);
  });
