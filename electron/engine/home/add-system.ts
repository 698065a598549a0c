import { addSection, iniBytes, parseIni, sections, setValue } from '#shared/domain/ini/document.ts';
import { XlinkError } from '#shared/rpc/errors.ts';
import { interfaceDefinition } from '../interfaces/definitions.ts';
import type { Home } from './home.ts';
import { updateHomeFile } from './home-file.ts';
import { sourceWithLogin } from './system-edit.ts';

export interface NewSystem {
  readonly name: string;
  readonly interface: string;
  readonly phoneLink: boolean;
  readonly timeLink: boolean;
  readonly source?: string | undefined;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  /** As they are written in the file; one with an empty value is left out. */
  readonly keys?: Readonly<Record<string, string>> | undefined;
}

/**
 * Makes a system: its password, its record in WFM, its section with all keys in one write. What was done is taken back
 * when a later step fails, so that the system is there whole or not at all.
 *
 * @throws XlinkError `SYSTEM_EXISTS`, `INTERFACE_UNKNOWN`, and what writing the files may throw
 */
export async function addSystem(home: Home, system: NewSystem): Promise<{ revision: string }> {
  const { name, password = '' } = system;
  interfaceDefinition(system.interface);
  const undo: (() => Promise<unknown>)[] = [];
  try {
    if (password !== '') {
      // A section somebody deleted by hand leaves its password behind.
      const before = await home.secrets.read(name).catch(() => undefined);
      await home.secrets.write(name, password);
      undo.unshift(() => home.secrets.write(name, before ?? ''));
    }
    const record = await recordOf(home, name);
    const { interface: interfaceId, phoneLink, timeLink } = system;
    // A record in another case is the same system: names of sections count in any case.
    const recorded = record?.name ?? name;
    await home.store.load({
      externalSystems: [{ name: recorded, interface: interfaceId, phoneLink, timeLink }],
    });
    undo.unshift(() =>
      record === undefined
        ? home.store.removeExternalSystem(name)
        : home.store.load({ externalSystems: [record] }),
    );
    // Last, since a file that came to hold the new section could no longer be put back to the byte.
    const { revision } = await updateHomeFile(home.paths.settings, undefined, (bytes) =>
      withSystem(bytes, system),
    );
    home.logs.write('isps_ul.log', `system ${name} added${password === '' ? '' : ', password entered'}`);
    return { revision };
  } catch (error) {
    for (const step of undo) await step().catch(() => undefined);
    throw error;
  }
}

async function recordOf(home: Home, name: string) {
  const { externalSystems } = await home.store.directory();
  return externalSystems.find((record) => record.name.toLowerCase() === name.toLowerCase());
}

function withSystem(bytes: Uint8Array, system: NewSystem): Uint8Array {
  const { name, user = '' } = system;
  const before = parseIni(bytes);
  const taken = sections(before).find((section) => section.name.toLowerCase() === name.toLowerCase())?.name;
  if (taken !== undefined) {
    throw new XlinkError('SYSTEM_EXISTS', `There is a system "${taken}" already. Choose another name.`, {
      name,
      taken,
    });
  }
  const source = sourceWithLogin(system.source ?? '', undefined, system.password || undefined);
  const keys = Object.entries({ Source: source, User: user, ...system.keys }).filter(
    ([, value]) => value.trim() !== '',
  );
  return iniBytes(
    keys.reduce((document, [key, value]) => setValue(document, name, key, value), addSection(before, name)),
  );
}
