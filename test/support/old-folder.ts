import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { encodeText } from '#shared/domain/ini/bytes.ts';
import { script } from './acd.ts';
import { temporaryFolder } from './home.ts';
import { type SqliteFile, sqliteFile } from './sqlite.ts';

/** Passwords that stand in the old folder in clear; nothing but its own ini may hold them afterwards. */
export const oldPasswords = { live: 'T0p;S3cret', off: 'f0rmer-Pa55', inSource: 'in$the$string' } as const;

export interface OldFolder {
  readonly folder: string;
  readonly database: SqliteFile;
  /** Names, content and times of everything in it, and of the folder itself. */
  fingerprint(): Promise<string>;
}

const crlf = (lines: readonly string[]) => lines.map((line) => `${line}\r\n`).join('');

/** The call data that the system `Hotline Süd` reads: Unix seconds, 15 minutes. */
export function oldDatabase(): SqliteFile {
  const database = sqliteFile(
    'CREATE TABLE acd_calls (stamp INTEGER, queue VARCHAR(40), offered INTEGER, answered INTEGER, talk INTEGER)',
  );
  const from = Date.parse('2026-03-02T07:00:00Z') / 1000;
  const rows = Array.from({ length: 40 }, (_, index) => {
    const queue = index % 2 === 0 ? 'Réclamations' : 'Verkauf: Süd';
    return `(${from + Math.floor(index / 2) * 900}, '${queue}', ${10 + index}, ${7 + index}, ${90 + index * 3})`;
  });
  database.exec(`INSERT INTO acd_calls VALUES ${rows.join(',')}`);
  return database;
}

function settingsText(source: string): string {
  return crlf([
    '; Xlink - geändert am 12.03.2019 (Müller)',
    '[General]',
    'Protocol=1',
    'LogDir=C:\\Programme\\ISPS\\log',
    'AutomaticMappingCorrection = 0',
    '[DB]',
    '1=iWFM_PROD,0,isps,$$$:5A2B9C',
    '',
    'diese Zeile ist kein Schlüssel',
    '[Hotline Süd] (neuer Server)',
    `Source=${source}`,
    'user = leser',
    `Pwd=${oldPasswords.live}`,
    `;Pwd=${oldPasswords.off}`,
    'INTERVAL=15 ;(Minuten)',
    'TimeZone=+00:00',
    'QueueSQL=SELECT DISTINCT queue FROM acd_calls ORDER BY queue;',
    'CallDataTable=acd_calls',
    'QueueNameColumn=queue',
    'QueueNameColumn=alt_queue',
    'QueueNameType=0',
    'ValueTypes=offered;answered;talk',
    'TimeStampColumn=stamp',
    'TimeStampType=1',
    '#Interval=30',
    'CallBufferSize=200',
    '',
    '[Avaya CMS]',
    'Source=CMS_DSN',
    'User=cmsread',
    'Password=$$$:8F3A1177',
    'TimeZone=11',
    'SplitAdditionalFields=holdcalls;transferred',
    'IgnoreBreaks=0',
    '',
    '[Reporting]',
    `Source="Driver={SQL Server};Server=rep1;UID=rep;PWD=${oldPasswords.inSource};Database=calls"`,
    'CallDataTable=dbo.calls',
    'QueueNameColumn=q',
    'ValueTypes=n',
    'TimeStampColumn=at',
  ]);
}

const mapText = crlf([
  'iWFM_PROD:0:17:1=Hotline Süd:Réclamations:offered',
  'iWFM_PROD:0:17:1=$1.BAS',
  'iWFM_PROD:40:18:1=Hotline Süd:Verkauf: Süd:offered',
  'iWFM_PROD:40:18:1=Hotline Süd:Réclamations:offered',
  'iWFM_PROD:40:18:1=$2.BAS',
  'iWFM_PROD:40:18:2=Hotline Süd:Verkauf: Süd:talk',
  'iWFM_PROD:40:18:2=Hotline Süd:Verkauf: Süd:answered',
  'iWFM_PROD:40:18:2=$3.BAS',
  'iWFM_PROD:1:19:1=Hotline Süd:Réclamations:answered',
  'iWFM_PROD:1:19:1=$4.BAS',
  '; von Hand',
  'iWFM_PROD:1:19=Hotline Süd:Réclamations:answered',
  'iWFM_PROD:1:19:2=',
  'iWFM_PROD:1:20:1=Hotline Nord:Info:offered',
  'iWFM_PROD:1:20:2=Hotline Süd:Réclamations:offerd',
  'iWFM_PROD:1:21:1=Hotline Süd:Réclamations:talk',
  'iWFM_PROD:1:21:1=$6.BAS',
]);

const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

/** A folder as an installation of the old product left it: Windows-1252, CRLF, things that grew over the years. */
export async function oldFolder(
  more: Readonly<Record<string, Uint8Array | string>> = {},
): Promise<OldFolder> {
  const database = oldDatabase();
  onTestFinished(database.remove);
  const folder = path.join(await temporaryFolder('xlink-old-'), 'ISPS Xlink');
  await mkdir(path.join(folder, 'log'), { recursive: true });
  const ansi = (text: string) => encodeText(text, 'windows-1252');
  const files: Record<string, Uint8Array | string> = {
    'ISPS_UL.INI': ansi(settingsText(database.connectionString)),
    'Acd_map.ini': ansi(mapText),
    'Acd_map190312081500.ini': 'a copy that the old program made\r\n',
    '1.BAS': script(1, 'Result = Para1 * 100'),
    '2.bas': encodeText(
      `' Summe beider Töpfe\r\n${script(2, 'Result = (Para1 + Para2) * 100')}`,
      'utf-8-bom',
    ),
    '3.BAS': script(
      2,
      'If Para2 > 0 Then',
      '  Result = (Para1 / Para2) * 100',
      'Else',
      '  Result = 0',
      'End If',
    ),
    '6.BAS': utf16(script(1, 'Result = Para1 * 100 +')),
    '9.BAS': script(1, 'Result = 0'),
    'isps_ul.exe': 'MZ',
    'call_tree.log': 'long ago\r\n',
    [path.join('log', 'isps_uls.log')]: 'long ago\r\n',
    ...more,
  };
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    await writeFile(file, content);
    await utimes(file, new Date('2019-03-12T08:15:00Z'), new Date('2019-03-12T08:15:00Z'));
  }
  return { folder, database, fingerprint: () => fingerprintOf(folder) };
}

async function fingerprintOf(folder: string): Promise<string> {
  const lines: string[] = [];
  for (const name of ['.', ...(await readdir(folder, { recursive: true }))].sort()) {
    const file = path.join(folder, name);
    const { mtimeNs, ctimeNs, size, mode } = await stat(file, { bigint: true });
    const isFile = (await stat(file)).isFile();
    const hash = isFile
      ? createHash('sha256')
          .update(await readFile(file))
          .digest('hex')
      : 'folder';
    lines.push([name, mtimeNs, ctimeNs, size, mode, hash].join(' '));
  }
  return lines.join('\n');
}
