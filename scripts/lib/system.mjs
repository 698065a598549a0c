import { existsSync, readdirSync } from 'node:fs';
import { ask, onPath, run, SetUpError, say, textOf } from './project.mjs';

/** What the project needs from the operating system: ODBC, a compiler for its binding, and servers for tests. */

const debianPackages = {
  run: {
    unixodbc: 'the ODBC driver manager',
    'unixodbc-dev': 'its headers, to compile the ODBC binding',
    odbcinst: 'registers ODBC drivers',
    libsqliteodbc: 'the ODBC driver that the sample contact centre is read through',
    'g++': 'compiles the ODBC binding',
    make: 'compiles the ODBC binding',
    python3: 'compiles the ODBC binding',
  },
  tests: {
    'odbc-postgresql': 'the tests read PostgreSQL through it',
    'odbc-mariadb': 'the tests read MariaDB through it',
    postgresql: 'the tests start a throw-away server of it',
    'mariadb-server': 'the tests start a throw-away server of it',
    chromium: 'the tests work the console in it',
    tzdata: 'the recomputation of imports in Python knows the time zones by it',
    xvfb: 'a screen for tests on a machine without one',
  },
};

/** Installs what is missing where that can be done; throws with the list and the reasons where it cannot. */
export async function ensureSystem({ tests }) {
  const release = textOf('/etc/os-release') ?? '';
  if (/^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(release)) {
    return ensureDebian({ ...debianPackages.run, ...(tests ? debianPackages.tests : {}) });
  }
  checkElsewhere();
  if (tests) {
    say(
      'The tests also use PostgreSQL and MariaDB servers with their ODBC drivers, and Chromium; on this system they have to be there already.',
    );
  }
}

/** @returns {string[]} those of `names` that dpkg does not list as installed */
function missingPackages(names) {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholders are dpkg-query's, not JavaScript's
  const listed = ask('dpkg-query', '-W', '-f', '${Package} ${db:Status-Status}\n') ?? '';
  const installed = new Set(
    listed.split('\n').flatMap((line) => (line.endsWith(' installed') ? line.split(' ')[0] : [])),
  );
  return names.filter((name) => !installed.has(name));
}

async function ensureDebian(packages) {
  const missing = missingPackages(Object.keys(packages));
  if (missing.length === 0) return;
  const prefix = rightToInstall();
  const list = missing.map((name) => `  ${name}: ${packages[name]}`).join('\n');
  const byHand = `sudo apt-get install --no-install-recommends ${missing.join(' ')}`;
  if (prefix === undefined) {
    throw new SetUpError(
      `Debian packages are missing, and this user may not install them:\n${list}\nRun  ${byHand}  and try again.`,
    );
  }
  say(`Installing Debian packages:\n${list}`);
  const services = ['postgresql', 'mariadb'].filter((name) => !serviceRuns(name));
  if (!hasPackageLists()) await aptGet(prefix, ['update']);
  const install = ['install', '-y', '--no-install-recommends', ...missing];
  if (!(await aptGet(prefix, install))) {
    await aptGet(prefix, ['update']);
    if (!(await aptGet(prefix, install))) {
      throw new SetUpError(
        `apt-get could not install the packages; its words are above. Run  ${byHand}  and try again.`,
      );
    }
  }
  // The tests start servers of their own; one that starts with the package only takes memory and a port.
  for (const name of services.filter(serviceRuns)) {
    say(`Stopping the service ${name}, which its package started and nothing here uses.`);
    await run(...withPrefix(prefix, ['service', name, 'stop']));
  }
}

/** The words in front of a command that installs: none for root, sudo where it asks nothing; else undefined. */
function rightToInstall() {
  if (process.getuid?.() === 0) return [];
  return ask('sudo', '-n', 'true') === undefined ? undefined : ['sudo', '-n'];
}

function withPrefix(prefix, command) {
  const [program, ...args] = [...prefix, ...command];
  return [program, args];
}

async function aptGet(prefix, args) {
  const command = [
    'env',
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
    '-q',
    '-o',
    'DPkg::Lock::Timeout=300',
    ...args,
  ];
  const { code } = await run(...withPrefix(prefix, command));
  return code === 0;
}

function hasPackageLists() {
  const folder = '/var/lib/apt/lists';
  return existsSync(folder) && readdirSync(folder).some((name) => /_Packages/.test(name));
}

function serviceRuns(name) {
  return ask('service', name, 'status') !== undefined;
}

/** What to look for where packages are not ours to install, and what to do about each. */
const elsewhere = {
  darwin: [
    {
      what: 'unixODBC',
      found: () => hasFile('/opt/homebrew/include/sql.h', '/usr/local/include/sql.h'),
      todo: 'brew install unixodbc',
    },
    {
      what: 'the SQLite ODBC driver (for the sample contact centre)',
      found: () => hasFile('/opt/homebrew/lib/libsqlite3odbc.dylib', '/usr/local/lib/libsqlite3odbc.dylib'),
      todo: 'brew install sqliteodbc',
    },
    {
      what: 'a compiler (for the ODBC binding)',
      found: () => ask('xcode-select', '-p') !== undefined,
      todo: 'xcode-select --install',
    },
  ],
  win32: [
    {
      what: 'the SQLite ODBC driver (for the sample contact centre)',
      found: () =>
        ask('reg', 'query', 'HKLM\\SOFTWARE\\ODBC\\ODBCINST.INI\\SQLite3 ODBC Driver') !== undefined,
      todo: 'install the 64-bit "SQLite ODBC Driver" (sqliteodbc_w64.exe)',
    },
  ],
  linux: [
    {
      what: 'unixODBC with its headers',
      found: () => hasFile('/usr/include/sql.h', '/usr/local/include/sql.h'),
      todo: 'install unixODBC and its development package (unixODBC-devel, unixodbc-dev)',
    },
    {
      what: 'the SQLite ODBC driver (for the sample contact centre)',
      found: () => /sqlite/i.test(ask('odbcinst', '-q', '-d') ?? ''),
      todo: 'install the SQLite ODBC driver (sqliteodbc) and register it in odbcinst.ini as SQLite3',
    },
    {
      what: 'g++, make and python3 (to compile the ODBC binding)',
      found: () => ['g++', 'make', 'python3'].every(onPath),
      todo: 'install g++, make and python3',
    },
  ],
};

function hasFile(...paths) {
  return paths.some((path) => existsSync(path));
}

function checkElsewhere() {
  const missing = (elsewhere[process.platform] ?? elsewhere.linux).filter(({ found }) => !found());
  if (missing.length === 0) return;
  const list = missing.map(({ what, todo }) => `  ${what}: ${todo}`).join('\n');
  throw new SetUpError(
    `Not found on this system, where packages are not installed for you:\n${list}\nThen try again.`,
  );
}
