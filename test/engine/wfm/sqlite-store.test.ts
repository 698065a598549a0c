import { join } from 'node:path';
import { openSqliteStore } from '#engine/wfm/sqlite/open.ts';
import { loadRules } from './load-rules.ts';
import { scratchFolder } from './scratch.ts';
import { storeRules } from './store-rules.ts';

async function makeHome() {
  const file = join(scratchFolder(), 'wfm.db');
  return { open: () => openSqliteStore(file, { machineTimeZone: 'Europe/Berlin' }) };
}

storeRules('SQLite', makeHome);
loadRules('SQLite', makeHome);
