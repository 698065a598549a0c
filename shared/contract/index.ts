import { adoptContract } from './adopt.ts';
import { checkContract } from './check.ts';
import { dataContract } from './data.ts';
import { findTablesContract } from './find-tables.ts';
import { homeContract } from './home.ts';
import { importsContract } from './imports.ts';
import { journalContract } from './journal.ts';
import { mappingContract } from './mapping.ts';
import { matchContract } from './match.ts';
import { passwordsContract } from './passwords.ts';
import { previewContract } from './preview.ts';
import { systemsContract } from './systems.ts';
import { treeContract } from './tree.ts';
import { wfmContract } from './wfm.ts';

/** Everything a console can ask of the engine, one file a feature. */
export const contract = {
  ...homeContract,
  ...systemsContract,
  ...treeContract,
  ...wfmContract,
  ...mappingContract,
  ...matchContract,
  ...previewContract,
  ...journalContract,
  ...importsContract,
  ...dataContract,
  ...checkContract,
  ...findTablesContract,
  ...adoptContract,
  ...passwordsContract,
};
export type XlinkContract = typeof contract;
