import { z } from 'zod';
import { call } from '../rpc/contract.ts';
import { findingSchema } from './check.ts';

/** A path on the machine of the engine. */
const folderSchema = z.string().trim().min(1).max(4096);

/** Interface by name of the system, where it is to be another than the guessed one. */
const interfacesSchema = z.record(z.string().max(200), z.string().max(100));

const fileSchema = z.object({
  /** As spelled in the folder: `ISPS_UL.INI`, `12.bas`. */
  name: z.string(),
  kind: z.enum(['settings', 'mapping', 'script']),
  encoding: z.enum(['utf-8', 'utf-8-bom', 'windows-1252', 'utf-16']),
  bytes: z.number(),
});
export type AdoptedFile = z.infer<typeof fileSchema>;

export const adoptedSystemSchema = z.object({
  name: z.string(),
  /** 1-based, in `isps_ul.ini`. */
  line: z.number(),
  /** The guessed interface, or the one the question named. */
  interface: z.string(),
  /** What the guess rests on: keys of that interface, the section's name, or nothing that tells. */
  guess: z.object({
    interface: z.string(),
    by: z.enum(['keys', 'name', 'nothing']),
    keys: z.array(z.string()),
  }),
  /** False where the section's name cannot be that of a system. */
  usable: z.boolean(),
  phoneLink: z.boolean(),
  timeLink: z.boolean(),
  /** Data source as written, without secrets. */
  source: z.string(),
  /** `encoded`: by the old program, it cannot be read. */
  password: z.enum(['none', 'clear', 'encoded']),
  /** Sources in `acd_map.ini` that are of this system. */
  mapped: z.number(),
});
export type AdoptedSystem = z.infer<typeof adoptedSystemSchema>;

export const adoptReportSchema = z.object({
  folder: z.string(),
  /** Of all bytes read: what is taken is what was reported. */
  fingerprint: z.string(),
  files: z.array(fileSchema),
  /** The name in `[DB]`; '' where there is none. */
  databaseName: z.string(),
  systems: z.array(adoptedSystemSchema),
  mappings: z.object({ total: z.number(), understood: z.number(), foreignLines: z.number() }),
  scripts: z.object({
    present: z.number(),
    /** Named in the map, but not in the folder. */
    missing: z.array(z.string()),
    /** Do not compile. */
    invalid: z.array(z.string()),
    /** Of no mapping; they are copied all the same. */
    unused: z.array(z.string()),
  }),
  /** What `xlink check` would say of the folder, without what is listed above and below. */
  findings: z.array(findingSchema),
  /** Every queue the map names, parents included; `name` is null where WFM does not know it. */
  queues: z.array(z.object({ id: z.number(), parentId: z.number().nullable(), name: z.string().nullable() })),
  valueTypes: z.array(z.object({ id: z.number(), name: z.string().nullable() })),
  /** For queues that are made: the zone of the settings or of the engine's machine, the longest interval of the ACDs. */
  suggested: z.object({ timeZone: z.string(), intervalMinutes: z.number() }),
  home: z.object({
    folder: z.string(),
    /** What would be replaced; none in a new home. */
    files: z.array(z.string()),
    /** The home has the sample: its queues and value types go with it. */
    sample: z.boolean(),
  }),
});
export type AdoptReport = z.infer<typeof adoptReportSchema>;

export const adoptResultSchema = z.object({
  /** Names in the home. */
  copied: z.array(z.string()),
  /** Where the former files of the home are, when there were any. */
  kept: z.object({ folder: z.string(), files: z.array(z.string()) }).nullable(),
  systems: z.array(z.object({ name: z.string(), interface: z.string() })),
  /** Systems of the former home that WFM knows no more. */
  removedSystems: z.array(z.string()),
  queuesMade: z.array(z.object({ id: z.number(), name: z.string() })),
  valueTypesMade: z.array(z.object({ id: z.number(), name: z.string() })),
  /** Of these systems the password now is in the secret store and no longer in the ini of the home. */
  passwordsMoved: z.array(z.string()),
  /** Of these systems it cannot be read: it has to be entered. */
  passwordsEncoded: z.array(z.string()),
});
export type AdoptResult = z.infer<typeof adoptResultSchema>;

export const adoptContract = {
  /** Reads an existing Xlink folder; changes nothing, there or here. */
  'adopt.read': call({
    input: z.object({ folder: folderSchema, interfaces: interfacesSchema.optional() }),
    output: adoptReportSchema,
  }),
  /**
   * Copies the folder's files into the home, creates its systems and what WFM lacks. All of it or nothing.
   * `ADOPT_HOME_IN_USE` where the home has files and `replace` is not set, `ADOPT_FOLDER_CHANGED` where the folder no
   * longer is what the report with that fingerprint said.
   */
  'adopt.take': call({
    input: z.object({
      folder: folderSchema,
      fingerprint: z.string(),
      interfaces: interfacesSchema.optional(),
      /** Queues and value types that WFM does not know are made with placeholder names. */
      createMissing: z.boolean(),
      timeZone: z.string().max(100).optional(),
      intervalMinutes: z.literal([5, 10, 15, 20, 30, 60]).optional(),
      /** Passwords in clear: into the secret store, or left in the copied ini. */
      passwords: z.enum(['move', 'keep']),
      replace: z.boolean(),
    }),
    output: adoptResultSchema,
  }),
};
