import type { Finding } from '#shared/contract/check.ts';
import type { Home } from '../home/home.ts';
import { readSettings, storeUrl } from '../home/settings.ts';
import { externalSystems } from '../home/systems.ts';
import { listDataSources } from '../odbc/dataSources.ts';
import { hasPassword } from '../wfm/postgres/location.ts';
import { checkDataSource } from './check-data-source.ts';
import { checkDatabases } from './check-database.ts';
import { checkMappings } from './check-mappings.ts';
import { checkSection } from './check-section.ts';
import { checkZones } from './check-zone.ts';
import { settingsFile } from './files.ts';

export interface CheckOptions {
  /** Also asks the databases of the systems: takes as long as they do, or the signal lets it. */
  readonly databases: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** Reads ini, map and scripts of a home and says what is wrong, with file, line and key, and what to write instead. */
export async function checkHome(
  home: Home,
  { databases, signal }: CheckOptions = { databases: false },
): Promise<Finding[]> {
  const settings = await readSettings(home.paths);
  const systems = await externalSystems(home, settings);
  const findings: Finding[] = [];
  if (settings.revision === 'absent') {
    findings.push({
      severity: 'warning',
      code: 'SETTINGS_MISSING',
      message:
        'There is no isps_ul.ini yet. Add an external system in Settings > External systems, or copy the file here.',
      file: settingsFile,
    });
  }
  const store = storeUrl(settings.document);
  if (store && hasPassword(store.url)) {
    findings.push({
      severity: 'warning',
      code: 'STORE_PASSWORD_IN_FILE',
      message:
        'The password of the store stands in StoreUrl, readable by everybody who may read the file. Store it with "xlink store password" and take it out of the address.',
      file: settingsFile,
      line: store.line,
      key: 'StoreUrl',
    });
  }
  const dataSources = await listDataSources();
  for (const system of systems) {
    findings.push(
      ...checkSection(settings.document, system),
      ...(await checkDataSource(system, dataSources)),
    );
  }
  findings.push(...(await checkZones(home, systems)));
  findings.push(...(await checkMappings(home, systems)));
  if (databases) findings.push(...(await checkDatabases(home, systems, signal)));
  return findings;
}
