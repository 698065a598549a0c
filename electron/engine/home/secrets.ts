import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { XlinkError } from '#shared/rpc/errors.ts';
import { readHomeFile, updateHomeFile } from './home-file.ts';

/** Passwords by external system, encrypted outside the ini. Names are compared without case. */
export interface SecretStore {
  has(system: string): Promise<boolean>;
  read(system: string): Promise<string | undefined>;
  /** An empty password removes the entry. */
  write(system: string, password: string): Promise<void>;
}

const fileSchema = z.object({
  version: z.literal(1),
  secrets: z.record(z.string(), z.object({ nonce: z.string(), tag: z.string(), data: z.string() })),
});
type SecretFile = z.infer<typeof fileSchema>;

/**
 * AES-256-GCM with a random key in `keyFile` (mode 600), which console, command line and service of one user
 * share. The system's name is authenticated with the password, so entries cannot be swapped.
 */
export function openSecretStore(secretsFile: string, keyFile: string): SecretStore {
  const load = async (): Promise<SecretFile> => parse((await readHomeFile(secretsFile)).bytes);

  return {
    async has(system) {
      return Object.hasOwn((await load()).secrets, nameKey(system));
    },
    async read(system) {
      const entry = (await load()).secrets[nameKey(system)];
      if (!entry) return undefined;
      const key = await readKey(keyFile);
      try {
        if (!key) throw new Error('no key');
        const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(entry.nonce, 'base64'));
        decipher.setAAD(Buffer.from(nameKey(system)));
        decipher.setAuthTag(Buffer.from(entry.tag, 'base64'));
        return Buffer.concat([decipher.update(Buffer.from(entry.data, 'base64')), decipher.final()]).toString(
          'utf8',
        );
      } catch (error) {
        throw new XlinkError(
          'SECRET_UNREADABLE',
          `The stored password of "${system}" cannot be decrypted with this user's key. Enter it again in Configuration….`,
          { system },
          { cause: error },
        );
      }
    },
    async write(system, password) {
      const key = (await readKey(keyFile)) ?? (await makeKey(keyFile));
      await updateHomeFile(secretsFile, undefined, (bytes) => {
        const file = parse(bytes);
        const secrets = { ...file.secrets };
        if (password === '') delete secrets[nameKey(system)];
        else {
          const nonce = randomBytes(12);
          const cipher = createCipheriv('aes-256-gcm', key, nonce);
          cipher.setAAD(Buffer.from(nameKey(system)));
          const data = Buffer.concat([cipher.update(password, 'utf8'), cipher.final()]);
          secrets[nameKey(system)] = {
            nonce: nonce.toString('base64'),
            tag: cipher.getAuthTag().toString('base64'),
            data: data.toString('base64'),
          };
        }
        return Buffer.from(`${JSON.stringify({ version: 1, secrets }, null, 2)}\n`);
      });
    },
  };
}

/** The variable that holds a system's password on machines without a person: `XLINK_PASSWORD_<NAME>`. */
export function passwordVariable(system: string): string {
  return `XLINK_PASSWORD_${system.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}`;
}

function nameKey(system: string): string {
  return system.trim().toLowerCase();
}

function parse(bytes: Uint8Array): SecretFile {
  if (bytes.length === 0) return { version: 1, secrets: {} };
  try {
    return fileSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch (error) {
    throw new XlinkError(
      'SECRETS_DAMAGED',
      'secrets.json cannot be read. Restore it from a copy, or delete it and enter the passwords again.',
      {},
      { cause: error },
    );
  }
}

async function readKey(keyFile: string): Promise<Buffer | undefined> {
  try {
    const key = Buffer.from((await readFile(keyFile, 'utf8')).trim(), 'base64');
    return key.length === 32 ? key : undefined;
  } catch {
    return undefined;
  }
}

async function makeKey(keyFile: string): Promise<Buffer> {
  const key = randomBytes(32);
  await mkdir(path.dirname(keyFile), { recursive: true });
  try {
    // wx: two programs that start together must not each make a key of their own.
    await writeFile(keyFile, `${key.toString('base64')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    const other = await readKey(keyFile);
    if (other) return other;
    throw new XlinkError(
      'SECRET_KEY_UNWRITABLE',
      `The key for stored passwords cannot be written to ${keyFile}. Set XLINK_SECRET_KEY_FILE to a file this user may write.`,
      { keyFile },
      { cause: error },
    );
  }
  await chmod(keyFile, 0o600);
  return key;
}
