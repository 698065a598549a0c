import type { Finding } from '#shared/contract/check.ts';
import { entries, type IniDocument } from '#shared/domain/ini/document.ts';
import { unquote } from '#shared/domain/ini/values.ts';
import { likelyName } from '#shared/domain/likely-name.ts';
import { passwordInSection } from '../home/settings.ts';
import { type ExternalSystem, readSystemSection } from '../home/systems.ts';
import type { StandardDefinition } from '../interfaces/definition-schema.ts';
import { findInterface, standardDefinitions } from '../interfaces/definitions.ts';
import { hasPassword } from '../odbc/connectionString.ts';
import { checkHeaders } from './check-headers.ts';
import { settingsFile } from './files.ts';

/** What the section of one system says, and how it is written. */
export function checkSection(document: IniDocument, system: ExternalSystem): Finding[] {
  const place = { file: settingsFile, system: system.name };
  const { section } = system;
  if (!section) {
    return [
      {
        ...place,
        severity: 'warning',
        code: 'SYSTEM_NOT_CONFIGURED',
        message: `WFM knows the system "${system.name}", isps_ul.ini has no section for it. Configure it, or remove it.`,
      },
    ];
  }
  const findings: Finding[] = [];
  if (section.value('Source') === undefined) {
    findings.push({
      ...place,
      severity: 'error',
      code: 'SYSTEM_NO_SOURCE',
      message: `Source is missing in section [${system.name}]: name a data source or a connection string.`,
      key: 'Source',
    });
  }
  for (const finding of readSystemSection(system, system).findings) findings.push({ ...place, ...finding });
  findings.push(
    ...checkHeaders(document, system.name),
    ...checkPassword(system),
    ...checkKeys(document, system),
  );
  return findings;
}

function checkPassword({ name, section }: ExternalSystem): Finding[] {
  const inSource = hasPassword(section?.value('Source') ?? '') ? { key: 'Source' } : undefined;
  const password = (section && passwordInSection(section)) ?? inSource;
  if (!password) return [];
  const line = section?.line(password.key);
  return [
    {
      severity: 'warning',
      code: 'PASSWORD_IN_INI',
      message: `The password of "${name}" stands in isps_ul.ini. Move password takes it into the encrypted store; one that the old program encoded has to be entered in Configuration….`,
      file: settingsFile,
      system: name,
      key: password.key,
      ...(line === undefined ? {} : { line }),
    },
  ];
}

/** Keys of every section, whatever its interface; sizes of buffers were the old program's business. */
const commonKeys = [
  'Source',
  'User',
  'Pwd',
  'Password',
  'Interval',
  'TimeZone',
  'TimeZone_TimeLink',
  'CoarserInterval',
  'Protocol',
  'LogDir',
  'LogFile',
];
const bufferSize = /size$/i;

/** Keys that are written twice, misspelt, of another interface, or that nobody knows. */
function checkKeys(document: IniDocument, { name, interface: id }: ExternalSystem): Finding[] {
  const definition = findInterface(id);
  if (!definition) return [];
  const own = keysOf(definition);
  const findings: Finding[] = [];
  for (const { key, rawValue, line, duplicate } of entries(document, name)) {
    const place = { file: settingsFile, system: name, key, line };
    if (duplicate) {
      const first = entries(document, name).find((entry) => sameKey(entry.key, key))!;
      const isSame = unquote(first.rawValue) === unquote(rawValue);
      findings.push({
        ...place,
        severity: isSame ? 'hint' : 'warning',
        code: 'KEY_TWICE',
        message: `${key} stands twice in section [${name}]; the first one counts (line ${first.line}). Remove this line, or that one.`,
        details: { first: first.line },
      });
      continue;
    }
    if (own.has(key.toLowerCase()) || bufferSize.test(key)) continue;
    const others = standardDefinitions().filter(
      (definition) => definition.id !== id && hasOwnKey(definition, key),
    );
    const likely = likelyName(key, own.values());
    if (others.length > 0) {
      const interfaces = others.map((definition) => definition.name.en ?? definition.id);
      findings.push({
        ...place,
        severity: 'warning',
        code: 'KEY_OF_OTHER_INTERFACE',
        message: `${key} is a key of ${interfaces.join(', ')} and has no effect here. Choose that interface for the system, or remove the line.`,
        details: { interfaces },
      });
    } else {
      findings.push({
        ...place,
        severity: likely === undefined ? 'hint' : 'warning',
        code: 'KEY_UNKNOWN',
        message:
          likely === undefined
            ? `${key} is not known and has no effect. It stays in the file.`
            : `${key} is not known and has no effect. Did you mean ${likely}?`,
        details: likely === undefined ? {} : { variant: 'likely', likely },
      });
    }
  }
  return findings;
}

/** Names as they are usually written, by their lower-case form. */
function keysOf({ keys }: StandardDefinition): Map<string, string> {
  const names = [...commonKeys, ...keys.map(({ key }) => key)];
  return new Map(names.map((name) => [name.toLowerCase(), name]));
}

function hasOwnKey({ keys }: StandardDefinition, key: string): boolean {
  return keys.some((known) => sameKey(known.key, key));
}

function sameKey(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
