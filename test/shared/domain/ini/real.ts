import { encodeText } from '#shared/domain/ini/bytes.ts';
import { bytesOf } from './samples.ts';

/** Files as they are found at sites, in their encodings and with their line ends. */

const crlf = (...lines: readonly string[]) => lines.map((line) => `${line}\r\n`).join('');

const universal = crlf(
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
  'Source=ACD_SUED',
  'user = leser',
  ';Pwd=alt',
  'INTERVAL=15 ;(Minuten)',
  'TimeZone=-08:00',
  'QueueSQL=SELECT DISTINCT (cast(queue as varchar)) FROM acd_calls ORDER BY queue;',
  'QueueMappingSQL=SELECT "Name", id FROM queues',
  'CallDataTable=acd_calls c LEFT OUTER JOIN queues q ON q.id = c.queue',
  'QueueNameColumn= id;"Name"',
  'QueueNameColumn=alt_queue',
  'QueueNameType=0;1 ;(Text, Zahl)',
  'ValueTypes=IF(duration>0,1,0);CASE WHEN a = ";" THEN 1 ELSE 0 END;convert(int,x)',
  'ValueTypeFunctions=sum;COUNT;Max',
  'TimeStampColumn=""Timestamp""',
  'TimeStampType=1 ;(Unix)',
  '#Interval=30',
  'ValueTypesSize=1024',
  'ActivitySQL=SELECT DISTINCT StatusDescription, StatusID FROM StatusDescription',
  'ActivityTimeSpanType = 2',
  'ActivityColumn=StatusID',
  'AgentColumn=AgentID',
  'ActivityStartTimeStampColumn=day;clock',
  'ActivityStartTimeStampType=0',
  'ActivityStartTimeStampFormat=yyyy-mm-dd;HH:MM:SS',
  'AgentActivityTable=AgentActivity',
  'LogOffActivities=0;99',
);

const asterisk = `[AsteriskODBC]
Source=
TimeZone=0
QueueSQL=SELECT DISTINCT queue FROM queue_log
QueueNameColumn=(verb like "ENTERQUEUE") AND queue
TimeStampColumn=(unix_timestamp(d)+(t*60))
TimeStampType=1
CallDataTable=queue_log
ValueTypes=
ValueTypeFunctions=count

[Avaya CMS]
TimeZone=12
#TimeZone_TimeLink=12
SplitAdditionalFields=holdcalls;transferred
SplitAdditionalFieldsSize=255
`;

const oldMac = [
  '[Bänk]',
  'Source=Dsn',
  'QueueNameColumn=\'"EventType"\'',
  '',
  '[bänk] zwei',
  'Source=x',
].join('\r');

export const realFiles: readonly Uint8Array[] = [
  encodeText(universal, 'windows-1252'),
  encodeText(universal, 'utf-8-bom'),
  bytesOf(asterisk),
  encodeText(oldMac, 'windows-1252'),
  bytesOf(`${universal}${asterisk}${oldMac}`),
];
