import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { xlink } from '../support/cli.ts';
import { temporaryFolder } from '../support/home.ts';

interface Finding {
  readonly severity: string;
  readonly code: string;
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly key?: string;
  readonly message: string;
}

/** Lines numbered as an editor shows them. */
const lines = (...all: readonly string[]) => all.join('\r\n');

const goodSection = [
  '[ACD]', // 1
  'Source=bank',
  'CallDataTable=calls',
  'TimeStampColumn=stamp',
  'QueueNameColumn=queue',
  'ValueTypes=offered;answered',
];
const goodMap = lines('WFM:0:1:1=ACD:Sales:offered', 'WFM:0:1:1=$1.BAS', '');
const goodScript = lines('Sub Main()', '  Result = Para1 * 100', 'End Sub', '');

async function checkHome(files: Readonly<Record<string, string>>) {
  const folder = await temporaryFolder();
  const wfm = { queues: [{ id: 1, name: 'Hotline' }], valueTypes: [{ id: 1, name: 'Calls' }] };
  await xlink(folder, ['wfm', 'load', '-'], { stdin: JSON.stringify(wfm) });
  const all = { 'isps_ul.ini': lines(...goodSection), 'acd_map.ini': goodMap, '1.BAS': goodScript, ...files };
  for (const [name, text] of Object.entries(all)) await writeFile(path.join(folder, name), text);
  return {
    folder,
    async findings() {
      const result = await xlink(folder, ['check', '--json']);
      return { exitCode: result.exitCode, findings: result.json<{ findings: Finding[] }>().findings };
    },
  };
}

describe('xlink check', () => {
  it('names the section where there is no line to name', async () => {
    const home = await checkHome({ 'isps_ul.ini': lines(...goodSection.slice(0, 5)) });
    expect((await xlink(home.folder, ['check'])).stdout).toMatch(
      /^isps_ul\.ini \[ACD\]: error KEY_MISSING: ValueTypes is missing/m,
    );
  });

  it('finds nothing in a home that is right', async () => {
    const home = await checkHome({});
    expect(await home.findings()).toEqual({ exitCode: 0, findings: [] });
    expect((await xlink(home.folder, ['check'])).stdout).toBe('Nothing found.\n');
  });

  const cases: [string, Readonly<Record<string, string>>, Partial<Finding>[]][] = [
    [
      'a value that a key cannot have',
      { 'isps_ul.ini': lines(...goodSection, 'TimeStampType=5', 'Interval=17', 'TimeZone=Europe/Pairs') },
      [
        { severity: 'error', code: 'KEY_VALUE', file: 'isps_ul.ini', line: 7, key: 'TimeStampType' },
        { severity: 'error', code: 'KEY_VALUE', file: 'isps_ul.ini', line: 8, key: 'Interval' },
        { severity: 'error', code: 'ZONE_UNKNOWN', file: 'isps_ul.ini', line: 9, key: 'TimeZone' },
      ],
    ],
    [
      'a format that is none, a function that is none, lists that do not fit',
      {
        'isps_ul.ini': lines(
          ...goodSection,
          'TimeStampType=0',
          'TimeStampFormat=yyyy-yyyy',
          'ValueTypeFunctions=sum;median',
          'QueueNameType=0;1;0',
        ),
      },
      [
        { code: 'KEY_VALUE', line: 8, key: 'TimeStampFormat' },
        { code: 'LIST_LENGTH', line: 10, key: 'QueueNameType' },
        { code: 'KEY_VALUE', line: 9, key: 'ValueTypeFunctions' },
      ],
    ],
    [
      'keys that are missing',
      { 'isps_ul.ini': lines('[ACD]', 'User=me') },
      [
        { code: 'SYSTEM_NO_SOURCE', file: 'isps_ul.ini', key: 'Source' },
        { code: 'KEY_MISSING', key: 'CallDataTable' },
        { code: 'KEY_MISSING', key: 'TimeStampColumn' },
        { code: 'KEY_MISSING', key: 'QueueNameColumn' },
        { code: 'KEY_MISSING', key: 'ValueTypes' },
      ],
    ],
    [
      'a password in the file, by its line only',
      { 'isps_ul.ini': lines(...goodSection, 'Pwd=tr3s0r') },
      [{ severity: 'warning', code: 'PASSWORD_IN_INI', file: 'isps_ul.ini', line: 7, key: 'Pwd' }],
    ],
    [
      'a password in the connection string',
      { 'isps_ul.ini': lines('[ACD]', 'Source=Driver=SQLite3;UID=me;PWD=tr3s0r', ...goodSection.slice(2)) },
      [{ severity: 'warning', code: 'PASSWORD_IN_INI', file: 'isps_ul.ini', line: 2, key: 'Source' }],
    ],
    [
      'mappings to queues and value types that WFM does not know',
      { 'acd_map.ini': lines('WFM:0:99:1=ACD:Sales:offered', 'WFM:0:1:98=ACD:Sales:offered', '') },
      [
        { code: 'MAPPING_TARGET_UNKNOWN', file: 'acd_map.ini', line: 1 },
        { severity: 'hint', code: 'SCENARIO_ABSENT', line: 1 },
        { code: 'MAPPING_TARGET_UNKNOWN', line: 2 },
        { severity: 'hint', code: 'SCENARIO_ABSENT', line: 2 },
      ],
    ],
    [
      'sources of an unknown system, or of a value type it does not offer',
      {
        'acd_map.ini': lines(
          'WFM:0:1:1=ACD:Sales:offered',
          'WFM:0:1:1=ADC:Sales:offered',
          'WFM:0:1:1=ACD:Sales:ofered',
          'WFM:0:1:1=$1.BAS',
        ),
        '1.BAS': lines('Sub Main()', '  Result = (Para1 + Para2 + Para3) * 100', 'End Sub'),
      },
      [
        { code: 'MAPPING_SOURCE_UNKNOWN', file: 'acd_map.ini', line: 2 },
        { code: 'MAPPING_SOURCE_UNKNOWN', file: 'acd_map.ini', line: 3 },
      ],
    ],
    [
      'lines that are no mapping',
      { 'acd_map.ini': lines('; a note', '[Map]', 'what is this', goodMap) },
      [{ severity: 'warning', code: 'MAP_LINE_FOREIGN', file: 'acd_map.ini', line: 3 }],
    ],
    [
      'a script that is not there, by the line that names it',
      { 'acd_map.ini': lines('WFM:0:1:1=ACD:Sales:offered', 'WFM:0:1:1=$4.BAS', '') },
      [{ severity: 'error', code: 'SCENARIO_MISSING', file: 'acd_map.ini', line: 2 }],
    ],
    [
      'an error in a script, with line and column',
      { '1.BAS': lines('Sub Main()', '  Result = (Para1 * 100', 'End Sub') },
      [{ severity: 'error', file: '1.BAS', line: 2, column: 12 }],
    ],
    [
      'a script that uses more sources than are mapped, or fewer',
      { '1.BAS': lines('Sub Main()', '  Result = Para2 * 100', 'End Sub') },
      [
        { severity: 'error', code: 'SCENARIO_PARA_MISSING', file: '1.BAS' },
        { severity: 'warning', code: 'SCENARIO_PARA_UNUSED', file: '1.BAS' },
      ],
    ],
    [
      'a script to which nothing is mapped',
      { 'acd_map.ini': lines('WFM:0:1:1=$1.BAS', '') },
      [{ severity: 'warning', code: 'MAPPING_WITHOUT_SOURCE', file: 'acd_map.ini', line: 1 }],
    ],
  ];
  for (const [what, files, expected] of cases) {
    it(`finds ${what}`, async () => {
      const { exitCode, findings } = await (await checkHome(files)).findings();
      expect(findings).toMatchObject(expected);
      expect(findings.length).toBe(expected.length);
      expect(JSON.stringify(findings)).not.toContain('tr3s0r');
      expect(exitCode).toBe(expected.every(({ severity }) => severity === 'hint') ? 0 : 3);
    });
  }

  it('prints file:line:column for a person', async () => {
    const home = await checkHome({ '1.BAS': lines('Sub Main()', '  Result = (Para1 * 100', 'End Sub') });
    expect((await xlink(home.folder, ['check'])).stdout).toMatch(/^1\.BAS:2:12: error [A-Z_]+: .+\n$/);
  });

  it('says that files are missing, and which cannot be read', async () => {
    const home = await checkHome({});
    await rm(path.join(home.folder, 'isps_ul.ini'));
    expect((await home.findings()).findings).toMatchObject([
      { severity: 'warning', code: 'SETTINGS_MISSING', file: 'isps_ul.ini' },
      { severity: 'error', code: 'MAPPING_SOURCE_UNKNOWN', file: 'acd_map.ini', line: 1 },
    ]);
    await mkdir(path.join(home.folder, 'isps_ul.ini'));
    const result = await xlink(home.folder, ['check', '--json']);
    expect(result.exitCode).toBe(1);
    expect(result.json()).toMatchObject({ error: { code: 'HOME_FILE_UNREADABLE' } });
  });

  it('names a system that WFM knows and the settings do not', async () => {
    const home = await checkHome({});
    await xlink(home.folder, ['wfm', 'load', '-'], { stdin: '{"externalSystems": [{"name": "Branch"}]}' });
    expect((await home.findings()).findings).toMatchObject([
      { severity: 'warning', code: 'SYSTEM_NOT_CONFIGURED', file: 'isps_ul.ini', system: 'Branch' },
    ]);
  });
});
