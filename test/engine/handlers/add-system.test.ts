import { mkdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openEngine } from '#engine/engine.ts';
import { contract } from '#shared/contract/index.ts';
import { createClient } from '#shared/rpc/client.ts';
import { memoryPorts } from '#shared/rpc/memory-port.ts';
import { serve } from '#shared/rpc/server.ts';
import { callTable } from '../../support/acd.ts';
import { temporaryFolder } from '../../support/home.ts';

const before = '; of the old centre\r\n[General]\r\nProtocol=1\r\n\r\n[ACD]\r\nSource=CMS\r\n';

async function open() {
  const folder = await temporaryFolder();
  const beside = await temporaryFolder();
  await writeFile(path.join(folder, 'isps_ul.ini'), before);
  const secretKeyFile = path.join(beside, 'keys', 'secret.key');
  const engine = await openEngine({ homeFolder: folder, secretKeyFile });
  const [near, far] = memoryPorts();
  serve(contract, engine.handlers, far, { client: 'test', checkOutput: true });
  onTestFinished(() => engine.close());
  const settings = () => readFile(path.join(folder, 'isps_ul.ini'), 'utf8');
  return { folder, secretKeyFile, settings, client: createClient(contract, near) };
}

const bank = { name: 'Bank', interface: 'universal', phoneLink: true, timeLink: true };

describe('a new system', () => {
  it('comes with its section, its record and its password, and can be read at once', async () => {
    const { client, settings, folder } = await open();
    const database = callTable([['2026-03-29T00:30:00Z', 'Sales', 10, 9]]);
    await client.call('systems.add', {
      ...bank,
      source: database.connectionString,
      user: 'reader',
      password: 'Very secret',
      keys: {
        CallDataTable: 'calls',
        QueueNameColumn: 'queue',
        ValueTypes: '"offered";answered',
        TimeStampColumn: 'stamp',
        TimeStampType: '1',
        TimeZone: '',
      },
    });
    expect(await settings()).toBe(
      `${before}\r\n${[
        '[Bank]',
        `Source=${database.connectionString}`,
        'User=reader',
        'CallDataTable=calls',
        'QueueNameColumn=queue',
        'ValueTypes="offered";answered',
        'TimeStampColumn=stamp',
        'TimeStampType=1',
        '',
      ].join('\r\n')}`,
    );
    const listed = await client.call('systems.list', {});
    expect(listed.find(({ name }) => name === 'Bank')).toMatchObject({ ...bank, configured: true });
    expect(await client.call('systems.read', { name: 'Bank' })).toMatchObject({ password: 'store' });
    expect(await readFile(path.join(folder, 'secrets.json'), 'utf8')).not.toContain('Very secret');
    expect(await client.call('tree.read', { system: 'Bank', fresh: true })).toMatchObject({
      kinds: [{ queues: [['Sales']] }],
    });
  });

  it('takes the password out of a connection string when one is entered beside it', async () => {
    const { client, settings } = await open();
    const source = 'Driver=SQLite3;Database=x.db;Pwd=old';
    await client.call('systems.add', { ...bank, source, password: 'new' });
    expect(await settings()).toContain('[Bank]\r\nSource=Driver=SQLite3;Database=x.db');
    expect(await settings()).not.toContain('Pwd');
  });

  it('needs a name that no section has, in any case, and an interface that exists', async () => {
    const { client, settings } = await open();
    await expect(client.call('systems.add', { ...bank, name: 'acd', password: 'x' })).rejects.toMatchObject({
      code: 'SYSTEM_EXISTS',
      details: { taken: 'ACD' },
    });
    await expect(client.call('systems.add', { ...bank, interface: '../universal' })).rejects.toMatchObject({
      code: 'INTERFACE_UNKNOWN',
    });
    expect(await settings()).toBe(before);
    expect(await client.call('systems.list', {})).toMatchObject([{ name: 'ACD', interface: 'universal' }]);
    expect(await client.call('systems.read', { name: 'ACD' })).toMatchObject({ password: 'none' });
  });

  it('leaves nothing behind when the password cannot be stored', async () => {
    const { client, settings, secretKeyFile } = await open();
    // A file where the folder of the key should be.
    await rm(path.dirname(secretKeyFile), { recursive: true, force: true });
    await writeFile(path.dirname(secretKeyFile), '');
    await expect(client.call('systems.add', { ...bank, password: 'x' })).rejects.toMatchObject({
      code: expect.stringMatching(/^(SECRET|INTERNAL|UNEXPECTED)/),
    });
    expect(await settings()).toBe(before);
    expect(await client.call('systems.list', {})).toMatchObject([{ name: 'ACD' }]);
  });

  it('leaves nothing behind when the file cannot be written: neither record nor password', async () => {
    const { client, settings, folder } = await open();
    const wayBack = await blocked(folder);
    await expect(client.call('systems.add', { ...bank, password: 'x' })).rejects.toMatchObject({
      code: 'HOME_FILE_UNREADABLE',
    });
    await wayBack();
    expect(await settings()).toBe(before);
    expect(await client.call('systems.list', {})).toMatchObject([{ name: 'ACD' }]);
    await client.call('systems.add', bank);
    expect(await client.call('systems.read', { name: 'Bank' })).toMatchObject({ password: 'none' });
  });

  it('gives a system that WFM already knew its old record back when the file cannot be written', async () => {
    const { client, folder } = await open();
    await client.call('systems.add', { ...bank, timeLink: false });
    await writeFile(path.join(folder, 'isps_ul.ini'), before);
    const wayBack = await blocked(folder);
    await expect(client.call('systems.add', bank)).rejects.toMatchObject({ code: 'HOME_FILE_UNREADABLE' });
    await wayBack();
    const listed = await client.call('systems.list', {});
    expect(listed.find(({ name }) => name === 'Bank')).toMatchObject({ timeLink: false, configured: false });
  });
});

/** Puts a folder where the settings are; a super user may write any file. Gives how to put them back. */
async function blocked(folder: string): Promise<() => Promise<void>> {
  const file = path.join(folder, 'isps_ul.ini');
  await rename(file, `${file}.aside`);
  await mkdir(file);
  return async () => {
    await rmdir(file);
    await rename(`${file}.aside`, file);
  };
}
