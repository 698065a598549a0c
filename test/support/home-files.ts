import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Home } from '#engine/home/home.ts';

/** Another text in `acd_map.ini`, as somebody with an editor would write it. */
export function writeMap(home: Home, text: string): Promise<void> {
  return writeFile(path.join(home.paths.folder, 'acd_map.ini'), text);
}

/** Another text in `isps_ul.ini`. */
export function writeSettings(home: Home, text: string): Promise<void> {
  return writeFile(path.join(home.paths.folder, 'isps_ul.ini'), text);
}

/** Another text in a script. */
export function writeScript(home: Home, number: number, text: string): Promise<void> {
  return writeFile(path.join(home.paths.folder, `${number}.BAS`), text);
}
