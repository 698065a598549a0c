import { adoptMessages } from './adopt-messages.ts';
import { checkMessages } from './check-messages.ts';
import { fileMessages } from './file-messages.ts';
import { findTablesMessages } from './find-tables-messages.ts';
import { homeMessages } from './home-messages.ts';
import { importMessages } from './import-messages.ts';
import { mappingMessages } from './mapping-messages.ts';
import { odbcMessages } from './odbc-messages.ts';
import { programMessages } from './program-messages.ts';
import { scenarioHelp } from './scenario-help.ts';
import { scenarioMessages } from './scenario-messages.ts';
import { settingsMessages } from './settings-messages.ts';
import { storeMessages } from './store-messages.ts';

/** Everything the engine says, by code, `code.variant` or `effect.<name>`; see `shared/i18n/messages.ts`. */
export const messages = {
  ...odbcMessages,
  ...importMessages,
  ...homeMessages,
  ...storeMessages,
  ...programMessages,
  ...fileMessages,
  ...settingsMessages,
  ...adoptMessages,
  ...mappingMessages,
  ...scenarioMessages,
  ...scenarioHelp,
  ...findTablesMessages,
  ...checkMessages,
};
