import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { callTable, smallCentre } from '../support/acd.ts';
import { handWrittenHome, xlink } from '../support/cli.ts';
import { temporaryFolder } from '../support/home.ts';

const error = (code: string) => ({
  error: { code, message: expect.any(String), details: expect.any(Object), retryable: false },
});

async function home() {
  const database = callTable([
    ['2026-03-02T08:00:00Z', 'Sales', 10, 9],
    ['2026-03-02T08:15:00Z', 'Sales', 4, 4],
    ['2026-03-02T08:00:00Z', 'Support', 7, 7],
  ]);
  return handWrittenHome(smallCentre(database));
}

describe('xlink --json', () => {
  it('answers every command with one JSON document on standard output', async () => {
    const folder = await home();
    const days = ['--from', '2026-03-02', '--to', '2026-03-02'];
    const calls: [string[], object][] = [
      [['systems'], { systems: [{ name: 'ACD', interface: 'universal', configured: true }] }],
      [['test-odbc', 'ACD'], { system: 'ACD', ok: true, steps: expect.any(Array) }],
      [
        ['tree', 'acd'],
        { system: 'ACD', kinds: [{ queues: [['Sales'], ['Support']], valueTypes: ['offered', 'answered'] }] },
      ],
      [['check'], { findings: [] }],
      [['wfm', 'dump'], { queues: [{ id: 1 }], valueTypes: [{ id: 1 }, { id: 2 }] }],
      [['map', 'list'], { mappings: [{ queue: 'Hotline', valueType: 'Calls offered' }, { valueTypeId: 2 }] }],
      [['import', '--calls', ...days], { runId: 1, status: 'completed', rowsRead: 2, valuesWritten: 4 }],
      [['runs'], { runs: [{ runId: 1, status: 'completed', valuesWritten: 4 }] }],
      [['runs', '1'], { runId: 1, days: [{ day: '2026-03-02', state: 'done' }], problems: [] }],
      [['export', 'intervals', ...days], { intervals: [{ queue: 'Hotline', value: 10 }, {}, {}, {}] }],
    ];
    for (const [command, answer] of calls) {
      const result = await xlink(folder, [...command, '--json']);
      expect(result.json(), command.join(' ')).toMatchObject(answer);
      expect(result.exitCode, command.join(' ')).toBe(0);
    }
  });

  it('may stand before the command as well', async () => {
    const result = await xlink(await temporaryFolder(), ['--json', 'systems']);
    expect(result.json()).toEqual({ systems: [] });
  });

  it('says what went wrong in the one shape, and on standard error for the person beside', async () => {
    const folder = await home();
    const calls: [string[], string, number][] = [
      [['test-odbc', 'Nope'], 'SYSTEM_UNKNOWN', 1],
      [['tree', 'Nope'], 'SYSTEM_UNKNOWN', 1],
      [['runs', '77'], 'RUN_UNKNOWN', 1],
      [['map', 'add', '99', '1', 'ACD:Sales:offered'], 'QUEUE_UNKNOWN', 1],
      [['map', 'add', '1', '99', 'ACD:Sales:offered'], 'VALUE_TYPE_UNKNOWN', 1],
      [['map', 'remove', '1', '1', 'ACD:Other:offered'], 'MAPPING_SOURCE_ABSENT', 1],
      [['wfm', 'load', 'not-there.json'], 'FILE_UNREADABLE', 1],
      [
        ['import', '--calls', '--from', '2026-03-02', '--to', '2026-03-02', '--system', 'Nope'],
        'SYSTEM_UNKNOWN',
        1,
      ],
      [['import', '--resume', '77'], 'RUN_UNKNOWN', 1],
      [
        ['export', 'intervals', '--from', '2026-03-02', '--to', '2026-03-02', '--queue', 'Nope'],
        'QUEUE_UNKNOWN',
        1,
      ],
    ];
    for (const [command, code, exitCode] of calls) {
      const result = await xlink(folder, [...command, '--json']);
      expect(result.json(), command.join(' ')).toMatchObject(error(code));
      expect(result.exitCode, command.join(' ')).toBe(exitCode);
      expect(result.stderr).toContain(code);
    }
  });

  it('names the systems there are when one is not known', async () => {
    const result = await xlink(await home(), ['tree', 'ACDC', '--json']);
    expect(result.json()).toMatchObject({
      error: { message: expect.stringContaining('Configured are: ACD'), details: { known: ['ACD'] } },
    });
  });
});

describe('wrong usage', () => {
  const wrong: string[][] = [
    [],
    ['no-such-command'],
    ['systems', '--no-such-option'],
    ['tree'],
    ['import'],
    ['import', '--calls', '--from', '2026-03-01'],
    ['import', '--from', '2026-03-01', '--to', '2026-03-02'],
    ['import', '--calls', '--from', '1.3.2026', '--to', '2026-03-02'],
    ['import', '--calls', '--from', '2026-02-30', '--to', '2026-03-02'],
    ['import', '--calls', '--from', '2026-03-03', '--to', '2026-03-02'],
    ['import', '--resume', 'last'],
    ['runs', 'last'],
    ['export', 'intervals'],
    ['export', 'intervals', '--from', '2026-02-30', '--to', '2026-03-02'],
    ['export', 'intervals', '--from', '2026-03-03', '--to', '2026-03-02'],
    ['map', 'add', '1'],
    ['console', '--port', 'http'],
  ];
  for (const command of wrong) {
    it(`"xlink ${command.join(' ')}" ends with exit code 2 and says why`, async () => {
      const folder = await temporaryFolder();
      await writeFile(path.join(folder, 'isps_ul.ini'), '[ACD]\r\nSource=DSN=none\r\n');
      const [result, plain] = await Promise.all([
        xlink(folder, [...command, '--json']),
        xlink(folder, command),
      ]);
      expect(result.exitCode).toBe(2);
      expect(result.json()).toEqual({
        error: {
          code: expect.stringMatching(/^(USAGE|DAY_INVALID|DAYS_REVERSED)$/),
          message: expect.stringMatching(/\w/),
          details: expect.any(Object),
          retryable: false,
        },
      });
      expect(plain).toMatchObject({ exitCode: 2, stdout: '' });
      expect(plain.stderr).not.toBe('');
    });
  }
});

describe('without --json', () => {
  it('prints lines for a person, and help when asked, both with exit code 0', async () => {
    const folder = await home();
    const systems = await xlink(folder, ['systems']);
    expect(systems.exitCode).toBe(0);
    expect(systems.stdout).toMatch(
      /^name +interface +streams +source\nACD +universal +PhoneLink +Driver=SQLite3/,
    );
    const help = await xlink(folder, ['import', '--help']);
    expect(help).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('--write-null') });
    const version = await xlink(folder, ['--version']);
    expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('never makes a sample: a home that the command line opens stays as empty as it was', async () => {
    const folder = await temporaryFolder();
    await xlink(folder, ['systems']);
    await xlink(folder, ['check']);
    await xlink(folder, ['import', '--calls', '--from', '2026-03-01', '--to', '2026-03-01']);
    const files = (await readdir(folder)).filter((name) => !name.startsWith('wfm.db') && name !== 'logs');
    expect(files).toEqual([]);
  });
});
