import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { TestHome } from './home.ts';

/** An existing Xlink folder with something of everything that the report on it can show. */
export async function writeSmallOldFolder(home: TestHome): Promise<string> {
  const folder = path.join(home.besideFolder, 'old');
  await mkdir(folder, { recursive: true });
  const files = {
    'isps_ul.ini': '[Avaya CMS]\r\nSource=cms\r\nPwd=$$$:12\r\n[ACD 2]\r\nCallDataTable=c\r\nPwd=x\r\n',
    'acd_map.ini': 'W:0:1:1=ACD 2:q:v\r\nW:0:1:1=$1.BAS\r\nno mapping\r\n',
  };
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
  return folder;
}
