import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { passwordsHandlers } from '#engine/handlers/passwords.ts';
import { systemsHandlers } from '#engine/handlers/systems.ts';
import { type Home, openHome } from '#engine/home/home.ts';
import { externalSystem, systemConnection } from '#engine/home/systems.ts';
import { connectionStringOf } from '#engine/odbc/connectionString.ts';
import { type ErrorShape, errorShape } from '#shared/rpc/errors.ts';
import { temporaryFolder } from '../../support/home.ts';

const context = { client: 'test', signal: new AbortController().signal };

async function homeWithIni(...lines: readonly string[]): Promise<Home> {
  const folder = await temporaryFolder();
  await writeFile(path.join(folder, 'isps_ul.ini'), lines.map((line) => `${line}\r\n`).join(''), 'latin1');
  const home = await openHome(folder, path.join(await temporaryFolder(), 'secret.key'));
  onTestFinished(() => home.close());
  return home;
}

const move = (home: Home, name = 'Bank') =>
  passwordsHandlers(home)['systems.movePassword']({ name }, context);
const refusal = (work: Promise<unknown>): Promise<ErrorShape> =>
  work.then(() => {
    throw new Error('It was not refused.');
  }, errorShape);
const ini = async (home: Home) => (await readFile(home.paths.settings, 'latin1')).split('\r\n').slice(0, -1);

/** What the driver would be given. */
async function login(home: Home, name = 'Bank'): Promise<string> {
  return connectionStringOf(await systemConnection(home, await externalSystem(home, name)));
}

async function filesWith(home: Home, text: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(home.paths.folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = await readFile(path.join(entry.parentPath, entry.name), 'latin1');
    if (bytes.includes(text)) found.push(entry.name);
  }
  return found;
}

describe('Move password', () => {
  it('takes Pwd= out of the ini; the login stays what it was', async () => {
    const home = await homeWithIni(
      '; mine',
      '[Bank]',
      'Source=dsn',
      'PWD = S3cret-1',
      'User=me',
      '[Other]',
      'Pwd=x',
    );
    const before = await login(home);
    expect(await move(home)).toMatchObject({ outcome: 'moved' });
    expect(await ini(home)).toEqual(['; mine', '[Bank]', 'Source=dsn', 'User=me', '[Other]', 'Pwd=x']);
    expect(await login(home)).toBe(before);
    expect(before).toBe('DSN=dsn;UID=me;PWD=S3cret-1');
    expect(await filesWith(home, 'S3cret-1')).toEqual([]);
    expect(await systemsHandlers(home)['systems.read']({ name: 'Bank' }, context)).toMatchObject({
      password: 'store',
    });
  });

  it('takes Password= written twice, switched-off lines and those of a second section of the name with it', async () => {
    const home = await homeWithIni(
      '[Bank]',
      'Source=dsn',
      'Password="S3cret-1"',
      'pwd=S3cret-2',
      ';Pwd=S3cret-3 ;old',
      '# password = S3cret-4',
      '; the password is with Ms Weber',
      ';Source=Driver=X;PWD=S3cret-5;Server=s',
      '[bank] again',
      'Pwd=S3cret-6',
    );
    await move(home);
    expect(await ini(home)).toEqual([
      '[Bank]',
      'Source=dsn',
      ';Pwd=',
      '# password =',
      '; the password is with Ms Weber',
      ';Source=Driver=X;Server=s',
      '[bank] again',
    ]);
    // Pwd counts before Password, as it did.
    expect(await login(home)).toBe('DSN=dsn;PWD=S3cret-2');
    expect(await filesWith(home, 'S3cret')).toEqual([]);
  });

  it('takes it out of a connection string, quotes and other parts stay', async () => {
    const home = await homeWithIni(
      '[Bank]',
      'Source = "Driver={P};PWD={a;b}}c};Server=s;SSLPassphrase=z"',
      'Pwd=unused-1',
    );
    await move(home);
    expect(await ini(home)).toEqual(['[Bank]', 'Source = "Driver={P};Server=s;SSLPassphrase=z"']);
    expect(await home.secrets.read('Bank')).toBe('a;b}c');
    expect(await login(home)).toBe('Driver={P};Server=s;SSLPassphrase=z;PWD={a;b}}c}');
    expect(await filesWith(home, 'unused-1')).toEqual([]);
  });

  it('keeps the stored one where that was the one in use', async () => {
    const home = await homeWithIni('[Bank]', 'Source=dsn', 'Pwd=stale-1');
    await home.secrets.write('Bank', 'in-use');
    expect(await move(home)).toMatchObject({ outcome: 'superseded' });
    expect(await home.secrets.read('Bank')).toBe('in-use');
    expect(await ini(home)).toEqual(['[Bank]', 'Source=dsn']);
  });

  it('also clears what only stands in switched-off lines', async () => {
    const home = await homeWithIni('[Bank]', 'Source=dsn', '#Pwd=S3cret-1');
    expect(await move(home)).toMatchObject({ outcome: 'superseded' });
    expect(await ini(home)).toEqual(['[Bank]', 'Source=dsn', '#Pwd=']);
    expect(await home.secrets.has('Bank')).toBe(false);
  });

  it('cannot read one that the old program encoded, says so, and leaves it', async () => {
    const home = await homeWithIni('[Bank]', 'Source=dsn', 'Pwd=$$$:0192837465');
    expect(await refusal(move(home))).toMatchObject({
      code: 'PASSWORD_ENCODED',
      details: { system: 'Bank' },
    });
    expect(await ini(home)).toEqual(['[Bank]', 'Source=dsn', 'Pwd=$$$:0192837465']);
  });

  it('says when there is nothing to move, and when there is no such system', async () => {
    const home = await homeWithIni('[Bank]', 'Source=dsn', 'Pwd=');
    expect(await refusal(move(home))).toMatchObject({ code: 'PASSWORD_ABSENT' });
    expect(await refusal(move(home, 'Bankk'))).toMatchObject({ code: 'SYSTEM_UNKNOWN' });
  });

  it('leaves no stored password where the file could not be written', async () => {
    const home = await homeWithIni('[Bank]', 'Source=dsn', 'Pwd=S3cret-1');
    const broken: Home = {
      ...home,
      secrets: {
        ...home.secrets,
        async write(name, password) {
          await home.secrets.write(name, password);
          // Somebody edits the file at this moment.
          if (password !== '')
            await writeFile(home.paths.settings, '[Bank]\r\nSource=other\r\nPwd=S3cret-1\r\n');
        },
      },
    };
    expect(await refusal(move(broken))).toMatchObject({ code: 'HOME_FILE_CHANGED' });
    expect(await home.secrets.has('Bank')).toBe(false);
    expect(await ini(home)).toContain('Pwd=S3cret-1');
  });

  it('happens by itself when another password is entered: also switched-off lines lose theirs', async () => {
    const home = await homeWithIni('[Bank]', 'Source=dsn', 'Pwd=S3cret-1', ';Pwd=S3cret-2');
    const change = { kind: 'configuration', source: 'dsn', user: '', password: 'n3w' } as const;
    await systemsHandlers(home)['systems.save']({ name: 'Bank', change }, context);
    expect(await ini(home)).toEqual(['[Bank]', 'Source=dsn', ';Pwd=']);
    expect(await home.secrets.read('Bank')).toBe('n3w');
    expect(await filesWith(home, 'S3cret')).toEqual([]);
  });
});

describe('XLINK_PASSWORD_<SYSTEM>', () => {
  it('comes before the stored password and the one in the ini, by the name in capitals with _ for all else', async () => {
    const home = await homeWithIni('[Bank 24/7 (neu)]', 'Source=dsn', 'Pwd=in-the-ini');
    await home.secrets.write('Bank 24/7 (neu)', 'in-the-store');
    process.env.XLINK_PASSWORD_BANK_24_7_NEU_ = 'of-the-machine';
    onTestFinished(() => {
      delete process.env.XLINK_PASSWORD_BANK_24_7_NEU_;
    });
    expect(await login(home, 'Bank 24/7 (neu)')).toBe('DSN=dsn;PWD=of-the-machine');
    expect(await systemsHandlers(home)['systems.read']({ name: 'Bank 24/7 (neu)' }, context)).toMatchObject({
      password: 'environment',
    });
  });
});
