import { z } from 'zod';
import { languages } from '../i18n/languages.ts';
import { call } from '../rpc/contract.ts';
import { daySchema, nothing, systemNameSchema } from './common.ts';
import { dataSourcesSchema, odbcTestReportSchema } from './odbc.ts';

/** One key of an interface's section, as a form shows it. */
export const interfaceKeySchema = z.object({
  key: z.string(),
  group: z.enum(['connection', 'calls', 'agents', 'logging']),
  kind: z.enum(['text', 'sql', 'expression', 'list', 'number', 'choice', 'zone', 'format', 'flag']),
  choices: z.array(z.object({ value: z.string(), label: z.record(z.string(), z.string()) })).optional(),
  default: z.string().optional(),
  /** A section without it cannot be read. */
  required: z.boolean().optional(),
  /** Asked for when a system is created; the others have a default that fits most sites. */
  essential: z.boolean().optional(),
  /** Of use only where another key has this value. */
  when: z.object({ key: z.string(), is: z.string() }).optional(),
  example: z.string().optional(),
  /** By language: en, fr, de. */
  label: z.record(z.string(), z.string()),
  help: z.record(z.string(), z.string()),
});
export type InterfaceKey = z.infer<typeof interfaceKeySchema>;

export const interfaceDefinitionSchema = z.object({
  /** `universal`, `avaya-cms`, …: the name of the folder under `resources/interfaces`. */
  id: z.string(),
  name: z.record(z.string(), z.string()),
  /** One line that says for which ACD and release it is. */
  summary: z.record(z.string(), z.string()),
  keys: z.array(interfaceKeySchema),
});
export type InterfaceDefinition = z.infer<typeof interfaceDefinitionSchema>;

export const systemSummarySchema = z.object({
  name: z.string(),
  interface: z.string(),
  interfaceName: z.string(),
  phoneLink: z.boolean(),
  timeLink: z.boolean(),
  /** False when WFM knows the system but `isps_ul.ini` has no section for it yet. */
  configured: z.boolean(),
  /** Data source as written, without secrets. */
  source: z.string(),
});
export type SystemSummary = z.infer<typeof systemSummarySchema>;

export const systemDetailSchema = systemSummarySchema.extend({
  user: z.string(),
  /** Where the password is: nobody gets to see it. */
  password: z.enum(['none', 'ini', 'store', 'environment']),
  /** Keys in the order of the file, values as read (outer quotes stripped); passwords left out. */
  keys: z.array(z.object({ key: z.string(), value: z.string(), line: z.number() })),
  /** The section's lines as they are, a password's value replaced by {@link PASSWORD_MASK}. */
  text: z.string(),
  /** Fingerprint of `isps_ul.ini`; a save names the one it was made from. */
  revision: z.string(),
});
export type SystemDetail = z.infer<typeof systemDetailSchema>;

/** Stands for a password in section text; saved back unchanged, the line in the file stays as it is. */
export const PASSWORD_MASK = '••••••••';

export const systemChangeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('configuration'),
    source: z.string().max(4000),
    user: z.string().max(400),
    /** Left out: the password stays; empty: it is removed. */
    password: z.string().max(1000).optional(),
  }),
  /** Keys set to a text or, with null, removed. */
  z.object({
    kind: z.literal('keys'),
    keys: z.record(z.string().min(1).max(200), z.string().max(20_000).nullable()),
  }),
  z.object({ kind: z.literal('text'), text: z.string().max(500_000) }),
]);
export type SystemChange = z.infer<typeof systemChangeSchema>;

export const shownStatementSchema = z.object({
  /** The day, or the key or table that the statement is of. */
  title: z.string(),
  day: daySchema.optional(),
  sql: z.string(),
  /** By `?` of the statement, in its order. */
  parameters: z.array(z.union([z.string(), z.number()])),
});
export type ShownStatement = z.infer<typeof shownStatementSchema>;

const revised = z.object({ revision: z.string() });

export const systemsContract = {
  'interfaces.list': call({ input: nothing, output: z.array(interfaceDefinitionSchema) }),
  /** The operator's page of an interface, in English where the language has none; `INTERFACE_UNKNOWN`. */
  'interfaces.documentation': call({
    input: z.object({ id: z.string().max(100), language: z.enum(languages) }),
    output: z.object({ markdown: z.string() }),
  }),
  'systems.list': call({ input: nothing, output: z.array(systemSummarySchema) }),
  'systems.read': call({ input: z.object({ name: z.string() }), output: systemDetailSchema }),
  /** `HOME_FILE_CHANGED` when the file is no longer the one of `revision` (none: whatever it is). */
  'systems.save': call({
    input: z.object({
      name: systemNameSchema,
      revision: z.string().optional(),
      change: systemChangeSchema,
    }),
    output: revised,
  }),
  /** All of it or nothing: record, section with its keys, password. `SYSTEM_EXISTS`, `INTERFACE_UNKNOWN`. */
  'systems.add': call({
    input: z.object({
      name: systemNameSchema,
      interface: z.string(),
      phoneLink: z.boolean(),
      timeLink: z.boolean(),
      source: z.string().max(4000).optional(),
      user: z.string().max(400).optional(),
      /** Goes to the secret store, never into the file. */
      password: z.string().max(1000).optional(),
      /** Further keys of the section, as they are written in the file. */
      keys: z.record(z.string().min(1).max(200), z.string().max(20_000)).optional(),
    }),
    output: revised,
  }),
  /** Takes the section and WFM's record of the system away; mappings stay and are shown as broken. */
  'systems.remove': call({ input: z.object({ name: z.string() }), output: revised }),
  'systems.dataSources': call({ input: nothing, output: dataSourcesSchema }),
  /** Never throws for what the driver says: it is in the report. No password: the stored one of `name`. */
  'systems.test': call({
    input: z.object({
      name: z.string().optional(),
      source: z.string(),
      user: z.string(),
      password: z.string().optional(),
    }),
    output: odbcTestReportSchema,
  }),
  /** The statements an import of these days would send, for the reader; `agents`: those for their activities. */
  'systems.statements': call({
    input: z.object({ name: z.string(), from: daySchema, to: daySchema, agents: z.boolean().optional() }),
    output: z.object({ statements: z.array(shownStatementSchema) }),
  }),
};
