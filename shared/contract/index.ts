import { adoptContract } from './adopt.ts';
import { checkContract } from './check.ts';
import { dataContract } from './data.ts';
import { findTablesContract } from './find-tables.ts';
import { homeContract } from './home.ts';
import { importsContract } from './imports.ts';
import { mappingContract } from './mapping.ts';
import { passwordsContract } from './passwords.ts';
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
  ...importsContract,
  ...dataContract,
  ...checkContract,
  ...findTablesContract,
  ...adoptContract,
  ...passwordsContract,
};
export type XlinkContract = typeof contract;
