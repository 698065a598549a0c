import { join } from 'node:path';
import { openSqliteStore } from '#engine/wfm/sqlite/open.ts';
import { loadRules } from './load-rules.ts';
import { replaceRules } from './replace-rules.ts';
import { scratchFolder } from './scratch.ts';
import { storeRules } from './store-rules.ts';
import { changeRules } from './store-rules-changes.ts';
import { leaseRules } from './store-rules-leases.ts';

async function makeHome() {
  const file = join(scratchFolder(), 'wfm.db');
  return { open: () => openSqliteStore(file, { machineTimeZone: 'Europe/Berlin' }) };
}

storeRules('SQLite', makeHome);
loadRules('SQLite', makeHome);
leaseRules('SQLite', makeHome);
changeRules('SQLite', makeHome);
replaceRules('SQLite', makeHome);
