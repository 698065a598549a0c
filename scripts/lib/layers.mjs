import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, posix, relative, resolve, sep } from 'node:path';
import { parseSync } from 'vite';
import { isStarted } from './project.mjs';

/**
 * The one direction of imports: shared <- engine <- hosts, and renderer -> shared only. Each layer lists the
 * folders it may import from, whether Node's own modules are open to it, and which npm packages are.
 */

/** Packages that need neither Node nor a page. */
const purePackages = ['i18next', 'temporal-polyfill', 'zod'];

/** Packages that need Node and so have no place in a page. */
const nodePackages = [
  'better-sqlite3',
  'chokidar',
  'commander',
  'csv-stringify',
  'ini',
  'odbc',
  'open',
  'pg',
  'ws',
];

const layers = [
  { folder: 'shared', from: [], node: false, packages: (name) => purePackages.includes(name) },
  { folder: 'electron/engine', from: ['shared', 'resources'], node: true },
  { folder: 'electron/host', from: ['shared', 'electron/engine', 'resources'], node: true },
  { folder: 'electron/web', from: ['shared', 'electron/engine', 'electron/host', 'resources'], node: true },
  {
    folder: 'electron/cli',
    from: ['shared', 'electron/engine', 'electron/host', 'electron/web', 'resources'],
    node: true,
  },
  {
    folder: 'electron/main',
    from: ['shared', 'electron/engine', 'electron/host', 'resources'],
    node: true,
    electron: true,
  },
  {
    folder: 'electron/preload',
    // The names of the channels, which both sides of the bridge have to share; nothing else of the host.
    from: ['shared', 'electron/host/ipc-channels.ts'],
    node: false,
    electron: true,
    packages: () => false,
  },
  {
    folder: 'renderer',
    from: ['shared', 'resources'],
    node: false,
    packages: (name) => !nodePackages.includes(name),
    bundled: true,
  },
];

/**
 * Every import in the project at `projectFolder` that goes against the direction.
 * @returns {{ place: string, specifier: string, why: string }[]} `place` is `file:line`
 */
export function wrongImports(projectFolder) {
  const manifest = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'));
  return layers.flatMap((layer) =>
    sourceFiles(join(projectFolder, layer.folder)).flatMap((file) =>
      importsOf(file).flatMap(({ specifier, line }) => {
        const why = whyWrong(layer, specifier, file, projectFolder, manifest);
        return why ? [{ place: `${slashed(relative(projectFolder, file))}:${line}`, specifier, why }] : [];
      }),
    ),
  );
}

function whyWrong(layer, specifier, file, projectFolder, manifest) {
  const path = projectPath(specifier, file, projectFolder, manifest);
  if (path !== undefined) {
    if ([layer.folder, ...layer.from].some((place) => isIn(place, path))) return undefined;
    return `${layer.folder} may import only from ${[layer.folder, ...layer.from].join(', ')}`;
  }
  if (isBuiltin(specifier)) {
    return layer.node ? undefined : `${layer.folder} has to do without Node's modules`;
  }
  const name = packageName(specifier);
  if (name === 'electron') {
    return layer.electron ? undefined : 'only electron/main and electron/preload may import electron';
  }
  if (layer.packages && !layer.packages(name)) return `${layer.folder} may not import the package ${name}`;
  // What only the page needs is bundled into it, so it stands among the devDependencies and is not shipped twice.
  const declared =
    manifest.dependencies?.[name] ?? (layer.bundled ? manifest.devDependencies?.[name] : undefined);
  return declared ? undefined : `${name} is not among the dependencies in package.json`;
}

/** True for a file under the folder `place`, and for the file `place` itself. */
function isIn(place, path) {
  return path === place || path.startsWith(`${place}/`);
}

/** The path inside the project that a relative or `#` specifier means; undefined for packages. */
function projectPath(specifier, file, projectFolder, manifest) {
  const bare = specifier.replace(/\?.*$/, '');
  if (bare.startsWith('.')) return slashed(relative(projectFolder, resolve(dirname(file), bare)));
  for (const [pattern, target] of Object.entries(manifest.imports ?? {})) {
    const front = pattern.replace(/\*$/, '');
    if (bare.startsWith(front)) return posix.normalize(target.replace('*', bare.slice(front.length)));
  }
  return undefined;
}

function packageName(specifier) {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** All specifiers a file names: import, export from, import(), require() and `import('…')` in a type. */
function importsOf(file) {
  const text = readFileSync(file, 'utf8');
  const found = [];
  walk(parseSync(file, text).program, (node) => {
    const source = sourceOf(node);
    if (typeof source?.value === 'string') {
      found.push({ specifier: source.value, line: text.slice(0, source.start).split('\n').length });
    }
  });
  return found;
}

function sourceOf(node) {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
      return node.source;
    case 'TSImportType':
      return node.source ?? node.argument;
    case 'TSExternalModuleReference':
      return node.expression;
    case 'CallExpression':
      return node.callee.name === 'require' ? node.arguments[0] : undefined;
    default:
      return undefined;
  }
}

function walk(node, visit) {
  if (Array.isArray(node)) {
    for (const item of node) walk(item, visit);
  } else if (node !== null && typeof node === 'object') {
    if (typeof node.type === 'string') visit(node);
    for (const value of Object.values(node)) walk(value, visit);
  }
}

function sourceFiles(folder) {
  let entries;
  try {
    entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch {
    return [];
  }
  return entries
    .filter((entry) => entry.isFile() && /\.[cm]?[jt]sx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

function slashed(path) {
  return path.split(sep).join('/');
}

if (isStarted(import.meta.url)) {
  const wrong = wrongImports(resolve(process.argv[2] ?? '.'));
  for (const { place, specifier, why } of wrong) console.log(`${place}  '${specifier}': ${why}`);
  process.exitCode = wrong.length === 0 ? 0 : 1;
}
