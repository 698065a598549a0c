import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { openEngine } from '#engine/engine.ts';
import { contract, type XlinkContract } from '#shared/contract/index.ts';
import { createClient } from '#shared/rpc/client.ts';
import type { CallMethod, Input, StreamMethod } from '#shared/rpc/contract.ts';
import { errorShape } from '#shared/rpc/errors.ts';
import { memoryPorts } from '#shared/rpc/memory-port.ts';
import { serve } from '#shared/rpc/server.ts';
import { section, settings } from './acd.ts';
import { xlink } from './cli.ts';
import { temporaryFolder } from './home.ts';

type Method = CallMethod<XlinkContract>;

export interface OverheardEngine {
  readonly folder: string;
  readonly secretKeyFile: string;
  /** Asks as a page does; an error is an answer as well. */
  ask(method: Method, input: object): Promise<Record<string, never>>;
  /** Watches to its end. */
  watch(method: StreamMethod<XlinkContract>, input: object): Promise<void>;
  /** Every message that the engine sent. */
  readonly sent: readonly unknown[];
}

export interface OverheardHome {
  /** Keys of the system `Bank`. */
  readonly keys: Readonly<Record<string, string>>;
  readonly mapping: string;
  readonly wfm: object;
}

/** A home opened as the engine opens it, its key elsewhere, asked over a port whose messages are kept. */
export async function overheardEngine({ keys, mapping, wfm }: OverheardHome): Promise<OverheardEngine> {
  const folder = await temporaryFolder();
  const secretKeyFile = path.join(await temporaryFolder(), 'secret.key');
  await writeFile(path.join(folder, 'isps_ul.ini'), settings(section('Bank', keys)));
  await writeFile(path.join(folder, 'acd_map.ini'), mapping);
  await xlink(folder, ['wfm', 'load', '-'], { stdin: JSON.stringify(wfm) });
  const engine = await openEngine({ homeFolder: folder, secretKeyFile });
  onTestFinished(() => engine.close());
  const sent: unknown[] = [];
  const [near, far] = memoryPorts();
  const overheard: typeof far = {
    ...far,
    post(message) {
      sent.push(message);
      far.post(message);
    },
  };
  serve(contract, engine.handlers, overheard, { client: 'test', checkOutput: true });
  const client = createClient(contract, near);
  onTestFinished(() => client.close());
  return {
    folder,
    secretKeyFile,
    sent,
    ask: async (method, input) =>
      (await client
        .call(method, input as Input<XlinkContract, Method>)
        .catch(errorShape)) as unknown as Record<string, never>,
    watch: async (method, input) => {
      await client.watch(method, input as never, () => {}).ended;
    },
  };
}

/** Every way in which a secret could stand in a file or an answer. */
function forms(secret: string): string[] {
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    secret.replaceAll('}', '}}'),
    encodeURIComponent(secret),
    Buffer.from(secret).toString('base64').replace(/=+$/, ''),
    Buffer.from(secret).toString('hex'),
    Buffer.from(secret, 'utf16le').toString('latin1'),
    Buffer.from(secret, 'latin1').toString('base64').replace(/=+$/, ''),
    // What would be left were only a part of it taken out.
    ...secret.split(/[;{}= ]/).filter((part) => part.length >= 4),
  ];
}

/** The files of a folder that hold one of the secrets, as `name: secret`. */
export async function filesWith(
  folder: string,
  secrets: readonly string[],
  except: readonly string[] = [],
): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || except.includes(entry.name)) continue;
    const bytes = await readFile(path.join(entry.parentPath, entry.name));
    const texts = [bytes.toString('utf8'), bytes.toString('latin1')];
    for (const secret of secrets.flatMap(forms)) {
      if (texts.some((text) => text.includes(secret))) found.push(`${entry.name}: ${secret}`);
    }
  }
  return found;
}

/** The forms of the secrets that were said. */
export function saidWith(said: readonly unknown[], secrets: readonly string[]): string[] {
  const text = JSON.stringify(said);
  return secrets.flatMap(forms).filter((secret) => text.includes(secret));
}
