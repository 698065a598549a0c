import { rm } from 'node:fs/promises';
import { iniBytes, parseIni } from '#shared/domain/ini/document.ts';
import { XlinkError } from '#shared/rpc/errors.ts';
import type { Home } from './home.ts';
import { updateHomeFile } from './home-file.ts';
import { withoutPasswords, writtenPassword } from './password-lines.ts';
import { readSettings } from './settings.ts';
import { externalSystem } from './systems.ts';

/**
 * Takes the password of a system out of `isps_ul.ini` into the secret store, switched-off lines and the kept version
 * of the file included. The password that logged in before still does: where one is stored already, what stood in the
 * file did not count and only leaves it (`superseded`).
 *
 * @throws XlinkError `PASSWORD_ABSENT`, `PASSWORD_ENCODED`, `SYSTEM_UNKNOWN`, and what writing the files may throw
 */
export async function movePassword(
  home: Home,
  name: string,
): Promise<{ revision: string; outcome: 'moved' | 'superseded' }> {
  const settings = await readSettings(home.paths);
  const system = await externalSystem(home, name, settings);
  const written = system.section && writtenPassword(system.section);
  if (written?.encoded) {
    throw new XlinkError(
      'PASSWORD_ENCODED',
      `The password of "${system.name}" in isps_ul.ini is encoded by the old program and cannot be read. Enter it in Configuration….`,
      { system: system.name },
    );
  }
  if (written === undefined && withoutPasswords(settings.document, system.name) === settings.document) {
    throw new XlinkError(
      'PASSWORD_ABSENT',
      `No password of "${system.name}" stands in isps_ul.ini: there is nothing to move.`,
      { system: system.name },
    );
  }
  const counts = written !== undefined && !(await home.secrets.has(system.name));
  const undo = counts ? await replaceSecret(home, system.name, written.value) : undefined;
  try {
    const { revision } = await updateHomeFile(home.paths.settings, settings.revision, (bytes) =>
      iniBytes(withoutPasswords(parseIni(bytes), system.name)),
    );
    await rm(`${home.paths.settings}.previous`, { force: true });
    home.logs.write('isps_ul.log', `system ${system.name}: password taken out of isps_ul.ini`);
    return { revision, outcome: counts ? 'moved' : 'superseded' };
  } catch (error) {
    await undo?.();
    throw error;
  }
}

async function replaceSecret(home: Home, name: string, password: string): Promise<() => Promise<void>> {
  const before = await home.secrets.read(name).catch(() => undefined);
  await home.secrets.write(name, password);
  return () => home.secrets.write(name, before ?? '');
}
