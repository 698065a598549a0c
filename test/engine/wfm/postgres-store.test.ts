import { loadRules } from './load-rules.ts';
import { postgresServer } from './postgres-home.ts';
import { replaceRules } from './replace-rules.ts';
import { storeRules } from './store-rules.ts';
import { changeRules } from './store-rules-changes.ts';
import { leaseRules } from './store-rules-leases.ts';

const { freshUrl, open } = postgresServer();

async function makeHome() {
  const url = freshUrl();
  return { open: () => open(url, { machineTimeZone: 'Europe/Berlin' }) };
}

storeRules('PostgreSQL', makeHome);
loadRules('PostgreSQL', makeHome);
leaseRules('PostgreSQL', makeHome);
changeRules('PostgreSQL', makeHome);
replaceRules('PostgreSQL', makeHome);
