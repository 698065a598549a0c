import { join } from 'node:path';
import { openSqliteStore } from '#engine/wfm/sqlite/open.ts';
import { loadRules } from './loadRules.ts';
import { scratchFolder } from './samples.ts';
import { storeRules } from './storeRules.ts';

async function makeHome() {
  const file = join(scratchFolder(), 'wfm.db');
  return { open: () => openSqliteStore(file, { machineTimeZone: 'Europe/Berlin' }) };
}

storeRules('SQLite', makeHome);
loadRules('SQLite', makeHome);
