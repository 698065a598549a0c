import path from 'node:path';
import { watch } from 'chokidar';
import type { HomeChange } from '#shared/contract/home.ts';
import type { Home } from './home.ts';

type ChangeKind = HomeChange['kind'];

/** Tells of changes to the home by whomever: this console, another one, the command line, an editor. */
export interface HomeChanges {
  subscribe(listener: (kinds: ReadonlySet<ChangeKind>) => void): () => void;
  close(): Promise<void>;
}

const gatherMs = 150;
const storePollMs = 1_000;

export function watchHome(home: Home): HomeChanges {
  const listeners = new Set<(kinds: ReadonlySet<ChangeKind>) => void>();
  let gathered = new Set<ChangeKind>();
  let timer: NodeJS.Timeout | undefined;

  const tell = (...kinds: ChangeKind[]) => {
    for (const kind of kinds) gathered.add(kind);
    timer ??= setTimeout(() => {
      timer = undefined;
      const kinds = gathered;
      gathered = new Set();
      for (const listener of listeners) listener(kinds);
    }, gatherMs);
  };

  // What is changed while the folder is looked through for the first time comes as one of the files that are there.
  const sinceMs = Date.now();
  let isLookedThrough = false;
  const watcher = watch(home.paths.folder, {
    depth: 0,
    ignored: (file, stats) => stats?.isFile() === true && kindOf(file) === undefined,
  });
  watcher.on('ready', () => {
    isLookedThrough = true;
  });
  watcher.on('all', (_, file, stats) => {
    const kind = kindOf(file);
    if (kind && (isLookedThrough || stats === undefined || stats.mtimeMs >= sinceMs)) tell(kind);
  });

  // Out of watches, or a folder that went away: changes are then seen at the next request.
  watcher.on('error', (error) => {
    home.logs.write('isps_ul.log', `the home is not watched any more: ${String(error)}`);
  });

  // Another process writes the store through its own connection: no file event says so reliably (WAL).
  let token: string | undefined;
  let isAway = false;
  let isLooking = false;
  const look = () => {
    if (isLooking) return;
    isLooking = true;
    const looked = home.store.changeToken().then(
      (now) => {
        if (isAway || (token !== undefined && now !== token)) tell('wfm', 'runs', 'values');
        token = now;
        isAway = false;
      },
      () => {
        // A store that is busy, broken or away is told by the call that needs it, with its code.
        isAway = true;
      },
    );
    void looked.finally(() => {
      isLooking = false;
    });
  };
  look();
  const poll = setInterval(look, storePollMs);

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      clearInterval(poll);
      clearTimeout(timer);
      await watcher.close();
    },
  };
}

function kindOf(file: string): ChangeKind | undefined {
  const name = path.basename(file).toLowerCase();
  if (name === 'isps_ul.ini') return 'settings';
  if (name === 'acd_map.ini') return 'mapping';
  if (/^\d+\.bas$/.test(name)) return 'scenarios';
  return undefined;
}
