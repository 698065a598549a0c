import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AdoptReport, AdoptResult } from '#shared/contract/adopt.ts';
import { xlink } from '../support/cli.ts';
import { temporaryFolder } from '../support/home.ts';
import { oldFolder, oldPasswords } from '../support/old-folder.ts';

const newHome = async () => path.join(await temporaryFolder(), 'home');

describe('xlink adopt', () => {
  it('prints what the folder holds, with the steps that are open, and changes nothing', async () => {
    const old = await oldFolder();
    const before = await old.fingerprint();
    const home = await newHome();
    const { exitCode, stdout, stderr } = await xlink(home, ['adopt', old.folder]);
    expect(exitCode).toBe(3);
    expect(stderr).toBe('');
    expect(stdout).toContain('ISPS_UL.INI: Windows-1252');
    expect(stdout).toMatch(/Hotline Süd {2,}universal {2,}.*PhoneLink.*in clear/);
    expect(stdout).toMatch(/Avaya CMS .*encoded, cannot be read/);
    expect(stdout).toContain('Mappings: 7, of them understood: 5; lines that are no mapping: 2');
    expect(stdout).toContain('Scripts: 5; missing: 4.BAS; with an error: 6.BAS; of no mapping: 9.BAS');
    expect(stdout).toContain('WFM queues needed: 6; of them WFM does not know: 17, 18, 19, 20, 21, 40');
    expect(stdout).toMatch(/acd_map\.ini:14: error MAPPING_SOURCE_UNKNOWN: .*Hotline Nord/);
    expect(stdout).toMatch(/Nothing was changed\. Add --yes .*\nAdd --create-queues/);
    expect(await old.fingerprint()).toBe(before);
    expect(await readdir(home)).not.toContain('isps_ul.ini');
    for (const secret of Object.values(oldPasswords)) expect(stdout).not.toContain(secret);
  });

  it('with --yes makes the home a copy in which the other commands work', async () => {
    const old = await oldFolder();
    const before = await old.fingerprint();
    const home = await newHome();
    const taken = await xlink(home, [
      'adopt',
      old.folder,
      '--yes',
      '--create-queues',
      '--time-zone',
      'Europe/Vienna',
      '--interval',
      '30',
      '--json',
    ]);
    expect(taken.exitCode).toBe(3);
    const { result } = taken.json<{ report: AdoptReport; result: AdoptResult }>();
    expect(result).toMatchObject({ kept: null, passwordsMoved: ['Hotline Süd', 'Reporting'] });
    expect(result.queuesMade).toHaveLength(6);
    expect(await old.fingerprint()).toBe(before);
    const day = ['--from', '2026-03-02', '--to', '2026-03-02'];
    const imported = await xlink(home, ['import', '--calls', ...day, '--system', 'Hotline Süd', '--json']);
    // Two quarter hours of three value types make a value each.
    expect(imported.json()).toMatchObject({ valuesWritten: 30 });
    const dump = await xlink(home, ['wfm', 'dump', '--json']);
    expect(dump.json<{ queues: object[] }>().queues).toContainEqual({
      id: 18,
      name: 'Queue 18',
      parent: 'Queue 40',
      timeZone: 'Europe/Vienna',
      intervalMinutes: 30,
      active: true,
    });
  });

  it('asks to be told before it replaces anything, and keeps what was there', async () => {
    const old = await oldFolder();
    const home = await newHome();
    await xlink(home, ['adopt', old.folder, '--yes', '--create-queues']);
    const refused = await xlink(home, ['adopt', old.folder, '--yes', '--json']);
    expect(refused.exitCode).toBe(1);
    expect(refused.json()).toMatchObject({ error: { code: 'ADOPT_HOME_IN_USE' } });
    const again = await xlink(home, ['adopt', old.folder, '--yes', '--replace', '--keep-passwords']);
    expect(again.exitCode).toBe(3);
    const folder = /The former files of the home are in (.*)/.exec(again.stdout)![1]!;
    expect(await readdir(folder)).toEqual(expect.arrayContaining(['1.BAS', 'acd_map.ini', 'isps_ul.ini']));
    expect(await readFile(path.join(home, 'isps_ul.ini'))).toEqual(
      await readFile(path.join(old.folder, 'ISPS_UL.INI')),
    );
  });

  it('ends with 0 where everything is understood, known and readable', async () => {
    const folder = await temporaryFolder();
    await writeFile(path.join(folder, 'isps_ul.ini'), '[DB]\r\n1=W,0,,\r\n');
    await writeFile(path.join(folder, 'acd_map.ini'), '');
    const { exitCode, stdout } = await xlink(await newHome(), ['adopt', folder, '--yes']);
    expect({ exitCode, stdout }).toMatchObject({ exitCode: 0 });
  });

  it('takes a wrong option, interface or home for wrong usage', async () => {
    const old = await oldFolder();
    const home = await newHome();
    for (const args of [
      ['adopt'],
      ['adopt', old.folder, '--interval', '7'],
      ['adopt', old.folder, '--interface', 'Avaya CMS'],
    ]) {
      expect((await xlink(home, args)).exitCode, args.join(' ')).toBe(2);
    }
    const inside = await xlink(path.join(old.folder, 'new'), ['adopt', old.folder, '--json']);
    expect(inside.exitCode).toBe(2);
    expect(inside.json()).toMatchObject({ error: { code: 'ADOPT_SAME_FOLDER' } });
    expect(await readdir(old.folder)).not.toContain('new');
    const unknown = await xlink(home, ['adopt', old.folder, '--interface', 'Avaya CMS=nothing', '--json']);
    expect(unknown.json()).toMatchObject({ error: { code: 'INTERFACE_UNKNOWN' } });
    const nobody = await xlink(home, ['adopt', old.folder, '--interface', 'Avaya=universal', '--json']);
    expect(nobody.json()).toMatchObject({ error: { code: 'SYSTEM_UNKNOWN' } });
  });
});

describe('xlink systems move-password', () => {
  it('moves the password of one system, and says what cannot be read', async () => {
    const old = await oldFolder();
    const home = await newHome();
    await xlink(home, ['adopt', old.folder, '--yes', '--keep-passwords']);
    const moved = await xlink(home, ['systems', 'move-password', 'Hotline Süd']);
    expect(moved).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('now is stored encrypted') });
    const ini = await readFile(path.join(home, 'isps_ul.ini'), 'latin1');
    expect(ini).not.toContain(oldPasswords.live);
    expect(ini).not.toContain(oldPasswords.off);
    expect(ini).toContain(oldPasswords.inSource);
    const encoded = await xlink(home, ['systems', 'move-password', 'Avaya CMS', '--json']);
    expect(encoded.json()).toMatchObject({ error: { code: 'PASSWORD_ENCODED' } });
    // The list of systems is still what the command alone gives.
    expect((await xlink(home, ['systems', '--json'])).json<{ systems: object[] }>().systems).toHaveLength(3);
  });
});
