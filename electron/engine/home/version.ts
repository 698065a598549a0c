import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { resourcesFolder } from './paths.ts';

/** The program's version as in its package.json, which lies beside `resources`. */
export async function programVersion(): Promise<string> {
  const text = await readFile(path.join(resourcesFolder(), '..', 'package.json'), 'utf8');
  return String((JSON.parse(text) as { version?: unknown }).version ?? '');
}
