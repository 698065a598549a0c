import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postgresLocation } from '#engine/wfm/postgres/location.ts';
import { openPostgresStore } from '#engine/wfm/postgres/open.ts';
import { type PostgresServer, startPostgres } from '../../support/postgres.ts';
import { serverAccount, serverFolder } from '../../support/throwAwayServer.ts';

const isThere = spawnSync('openssl', ['version']).status === 0;
if (!isThere) console.warn('Not run: stores over TLS. Install openssl to run it.');

let server: PostgresServer;
let certificate: string;

/** A certificate for another name than the server's address, signed by itself. */
function makeCertificate(): { certificate: string; key: string } {
  const account = serverAccount('postgres');
  const folder = serverFolder('xlink-tls-', account);
  const [certificate, key] = [join(folder, 'server.crt'), join(folder, 'server.key')];
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-days',
      '2',
      '-subj',
      '/CN=db.example',
      '-keyout',
      key,
      '-out',
      certificate,
    ],
    { stdio: 'ignore' },
  );
  chmodSync(key, 0o600);
  if (account.uid !== undefined && account.gid !== undefined) chownSync(key, account.uid, account.gid);
  return { certificate, key };
}

beforeAll(async () => {
  if (!isThere) return;
  const made = makeCertificate();
  certificate = made.certificate;
  server = await startPostgres({ ssl: 'on', ssl_cert_file: made.certificate, ssl_key_file: made.key });
});
afterAll(async () => {
  if (!isThere) return;
  await server.stop();
  rmSync(dirname(certificate), { recursive: true, force: true });
});

async function isEncrypted(parameters: string): Promise<boolean> {
  const store = await openPostgresStore(postgresLocation(`${server.url}?${parameters}`));
  try {
    const rows = await server.exec(
      `SELECT ssl FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE application_name = 'xlink'`,
    );
    return rows.length > 0 && rows.every(({ ssl }) => ssl === true);
  } finally {
    await store.close();
  }
}

describe.skipIf(!isThere)('A store over an encrypted connection', () => {
  it('asks for encryption with require, and goes without where it is told to', async () => {
    expect(await isEncrypted('sslmode=require')).toBe(true);
    expect(await isEncrypted('sslmode=disable')).toBe(false);
  });

  it('believes the authority it is given with verify-ca, whatever the name', async () => {
    expect(await isEncrypted(`sslmode=verify-ca&sslrootcert=${encodeURIComponent(certificate)}`)).toBe(true);
  });

  it.each(['verify-ca', 'verify-full'])('refuses with %s an authority that nobody knows', async (mode) => {
    await expect(isEncrypted(`sslmode=${mode}`)).rejects.toMatchObject({
      code: 'STORE_TLS',
      retryable: false,
    });
  });

  it('refuses with verify-full the certificate of another server', async () => {
    const parameters = `sslmode=verify-full&sslrootcert=${encodeURIComponent(certificate)}`;
    await expect(isEncrypted(parameters)).rejects.toMatchObject({
      code: 'STORE_TLS',
      details: { reason: expect.stringContaining('does not match') },
    });
  });
});
