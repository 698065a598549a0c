import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { correctHomeParents } from '#engine/home/correct-parents.ts';
import { section, settings } from '../../support/acd.ts';
import { consoleOn } from '../../support/console.ts';
import { homeWith, readHomeText } from '../../support/home.ts';

const before = [
  '; kept as it is',
  'WFM:0:10:1=ACD:A:offered',
  ' WFM : 0 : 11 : 1 =  ACD:B:offered ',
  'WFM:1:12:1=ACD:C:offered',
  '',
  'no mapping',
  'wfm:10:12:2=$3.BAS',
  'WFM:7:99:1=ACD:Gone:offered',
].join('\r\n');

const queues = [
  { id: 10, name: 'Group' },
  { id: 11, name: 'Moved under Group', parent: 'Group' },
  { id: 12, name: 'Top' },
];

async function open(general: string) {
  return homeWith({
    settings: `${general}${settings(section('ACD', { Source: 'none' }))}`,
    mapping: before,
    wfm: {
      queues,
      valueTypes: [
        { id: 1, name: 'a' },
        { id: 2, name: 'b' },
      ],
    },
  });
}

describe('queues that stand under another parent in WFM than in acd_map.ini', () => {
  it('keep their mappings: the left side is rewritten at the start, with a copy and a line in the log', async () => {
    const home = await open('');
    const client = await consoleOn(home.paths.folder);
    expect(await readHomeText(home, 'acd_map.ini')).toBe(
      [
        '; kept as it is',
        'WFM:0:10:1=ACD:A:offered',
        ' WFM : 10 : 11 : 1 =  ACD:B:offered ',
        'WFM:1:12:1=ACD:C:offered',
        '',
        'no mapping',
        'wfm:0:12:2=$3.BAS',
        'WFM:7:99:1=ACD:Gone:offered',
      ].join('\r\n'),
    );
    const copies = (await readdir(home.paths.folder)).filter((name) => /^Acd_map\d{12}\.ini$/.test(name));
    expect(copies).toHaveLength(1);
    expect(await readHomeText(home, copies[0]!)).toBe(before);
    const log = await readFile(path.join(home.paths.logs, 'isps_ul.log'), 'utf8');
    expect(log).toContain('line 3: queue 11, value type 1 moved from parent 0 to 10');
    expect(log).toContain('line 7: queue 12, value type 2 moved from parent 10 to 0');
    expect(log).toContain('WFM has no queue 99; its lines are kept');
    const { mappings } = await client.call('mapping.read', {});
    expect(mappings.map(({ queueId }) => queueId)).toEqual([10, 11, 12, 12, 99]);

    expect(await correctHomeParents(home)).toEqual({ moved: [], unknownQueueIds: [99] });
    expect((await readdir(home.paths.folder)).filter((name) => name.startsWith('Acd_map'))).toEqual(copies);
  });

  it('are left alone with AutomaticMappingCorrection=0, and are hints of the check then', async () => {
    const home = await open('[General]\r\nAutomaticMappingCorrection=0\r\n');
    const client = await consoleOn(home.paths.folder);
    expect(await readHomeText(home, 'acd_map.ini')).toBe(before);
    const { findings } = await client.call('check.run', {});
    const moved = findings.filter(({ code }) => code === 'MAP_PARENT_MOVED');
    expect(moved).toMatchObject([
      { severity: 'hint', line: 3, queueId: 11, details: { from: 0, to: 10 } },
      { severity: 'hint', line: 7, queueId: 12, details: { from: 10, to: 0 } },
    ]);
  });

  it('are corrected when WFM is loaded while the program is there', async () => {
    const home = await open('');
    await correctHomeParents(home);
    await home.store.load({ queues: [{ id: 11, name: 'Moved under Group', parent: null }] });
    const { moved, copy } = await correctHomeParents(home);
    expect(moved).toMatchObject([{ line: 3, from: 10, to: 0 }]);
    expect(await readHomeText(home, copy!)).toContain(' WFM : 10 : 11');
    expect(await readHomeText(home, 'acd_map.ini')).toContain(' WFM : 0 : 11 : 1 =  ACD:B:offered ');
  });
});
