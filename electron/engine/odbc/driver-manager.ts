import { execFile } from 'node:child_process';
import { release } from 'node:os';
import { promisify } from 'node:util';

export interface DriverManager {
  readonly name: string;
  readonly version?: string;
  /** The library that this process has loaded. */
  readonly library?: string;
}

const libraries = /(?:^|[\\/])(libodbc|libiodbc|odbc32)[^\\/]*$/i;

/** The driver manager behind this process's ODBC calls. */
export async function driverManager(): Promise<DriverManager> {
  const library = loadedLibraries().find((path) => libraries.test(path));
  const place = library === undefined ? {} : { library };
  if (process.platform === 'win32') return { name: 'Microsoft ODBC', version: release(), ...place };
  if (/libiodbc/.test(library ?? '')) return { name: 'iODBC', ...place };
  const version = await unixOdbcVersion();
  return { name: 'unixODBC', ...(version === undefined ? {} : { version }), ...place };
}

function loadedLibraries(): readonly string[] {
  // Names of the network's other hosts would be asked for as well, which takes time.
  Object.assign(process.report, { excludeNetwork: true });
  const { sharedObjects } = process.report.getReport() as { sharedObjects?: unknown };
  return Array.isArray(sharedObjects) ? sharedObjects.map(String) : [];
}

async function unixOdbcVersion(): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)('odbcinst', ['-j'], { timeout: 5000 });
    return /^unixODBC\s+(\S+)/m.exec(stdout)?.[1];
  } catch {
    return undefined;
  }
}
