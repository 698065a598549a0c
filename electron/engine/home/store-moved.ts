import { errorShape } from '#shared/rpc/errors.ts';
import type { Home } from './home.ts';
import { locationOf, placeText, type StorePlace, storePlace } from './store-place.ts';
import type { HomeChanges } from './watch.ts';

/** An editor may write a file in several goes, and a run may be under way. */
const lookAgainMs = 1_000;

export interface StoreMoveOptions {
  /** Whether nothing writes into the store that is open. */
  readonly isIdle: () => boolean;
  /** Called once. */
  readonly onMoved: () => void;
}

/**
 * Looks whether `isps_ul.ini` names another store than the one that is open. An address that cannot be one changes
 * nothing, and is in the log.
 */
export function watchStorePlace(home: Home, changes: HomeChanges, options: StoreMoveOptions): () => void {
  let timer: NodeJS.Timeout | undefined;
  let refused = '';
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), lookAgainMs);
  };
  const look = async () => {
    const place = await storePlace(home.paths).catch(() => undefined);
    if (place === undefined || isSame(place, home.storePlace)) return;
    try {
      if (place.kind === 'server') locationOf(place, home.secrets);
    } catch (error) {
      const { message } = errorShape(error);
      if (message !== refused) home.logs.write('isps_ul.log', `the store stays where it is: ${message}`);
      refused = message;
      return;
    }
    if (!options.isIdle()) return later();
    home.logs.write('isps_ul.log', `the store is now ${placeText(place)}`);
    options.onMoved();
  };
  const unsubscribe = changes.subscribe((kinds) => {
    if (kinds.has('settings')) later();
  });
  return () => {
    clearTimeout(timer);
    unsubscribe();
  };
}

function isSame(one: StorePlace, other: StorePlace): boolean {
  if (one.kind === 'file') return other.kind === 'file' && one.file === other.file;
  return other.kind === 'server' && one.url === other.url;
}
