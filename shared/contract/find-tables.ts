import { z } from 'zod';
import { call } from '../rpc/contract.ts';
import { daySchema, messageSchema } from './common.ts';

/** The database products whose SQL is known, as the engine names them. */
export const productSchema = z.enum([
  'sqlite',
  'postgresql',
  'mariadb',
  'mysql',
  'sqlserver',
  'informix',
  'oracle',
  'sybase',
  'other',
]);

const name = z.string().min(1).max(400);

/** A table or view as the catalog names it; catalog and schema only where they have to be written. */
export const tableRefSchema = z.object({
  catalog: name.optional(),
  schema: name.optional(),
  name,
});
export type TableRef = z.infer<typeof tableRefSchema>;

export const foundTableSchema = tableRefSchema.extend({
  kind: z.enum(['table', 'view']),
  /** 0 … 1: how likely it holds the call data. */
  likelihood: z.number(),
  reasons: z.array(messageSchema),
});
export type FoundTable = z.infer<typeof foundTableSchema>;

export const foundTablesSchema = z.object({
  product: productSchema,
  /** `PostgreSQL 15.18`. */
  databaseName: z.string(),
  /** The likeliest first, then by name. */
  tables: z.array(foundTableSchema),
  /** Tables of the database's own catalogs: they are not listed. */
  systemTables: z.number(),
  elapsedMs: z.number(),
});
export type FoundTables = z.infer<typeof foundTablesSchema>;

export const columnKinds = ['date-time', 'date', 'time', 'number', 'text', 'other'] as const;

export const tableColumnSchema = z.object({
  name,
  kind: z.enum(columnKinds),
  /** As a reader knows it: `varchar(20)`. */
  type: z.string(),
});
export type TableColumn = z.infer<typeof tableColumnSchema>;

export const tableDetailSchema = z.object({
  columns: z.array(tableColumnSchema),
  /** A few of the first rows, values as bounded text. */
  rows: z.array(z.array(z.string().nullable())),
  /** Left out where the database would not count in time. */
  rowCount: z.object({ count: z.number(), orMore: z.boolean() }).optional(),
});
export type TableDetail = z.infer<typeof tableDetailSchema>;

/** How the time of the day stands in a column of its own. */
export const timeForms = ['hhmm', 'minutes', 'time', 'text'] as const;
export type TimeForm = (typeof timeForms)[number];

export const stampChoiceSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('column'),
    column: name,
    /** `unix-ms`: milliseconds, divided by the section's expression. */
    type: z.enum(['text', 'unix', 'unix-ms', 'datetime']),
    /** For text; left out for texts in the ISO form, fractions and offsets included. */
    format: z.string().max(100).optional(),
  }),
  z.object({
    kind: z.literal('date-and-time'),
    dateColumn: name,
    /** Where the date is text or a number. */
    dateFormat: z.string().max(100).optional(),
    timeColumn: name,
    timeForm: z.enum(timeForms),
    /** Where the time is text. */
    timeFormat: z.string().max(100).optional(),
  }),
]);
export type StampChoice = z.infer<typeof stampChoiceSchema>;

export const figureFunctions = ['SUM', 'COUNT', 'AVG', 'MIN', 'MAX'] as const;
export type FigureFunction = (typeof figureFunctions)[number];

export const namesChoiceSchema = z.object({ table: tableRefSchema, nameColumn: name, keyColumn: name });
export type NamesChoice = z.infer<typeof namesChoiceSchema>;

/** What the operator says of a table; the section follows from it. */
export const tableChoicesSchema = z.object({
  table: tableRefSchema,
  stamp: stampChoiceSchema.optional(),
  /** One column for each level of the tree. */
  queueColumns: z.array(name).max(10),
  /** Where the names of the queues' keys stand. */
  names: namesChoiceSchema.optional(),
  /** `*` with COUNT stands for the rows themselves; none: they are counted and nothing else. */
  figures: z.array(z.object({ column: name, function: z.enum(figureFunctions) })).max(500),
  /** `calls`: each row is a call. */
  rows: z.union([z.literal('calls'), z.number().int().min(1).max(1440)]).optional(),
});
export type TableChoices = z.infer<typeof tableChoicesSchema>;

const candidate = { confidence: z.number(), reasons: z.array(messageSchema) };

/** What the rows and names of a table suggest, the likeliest first, each with a confidence from 0 to 1. */
export const proposalSchema = z.object({
  stamps: z.array(z.object({ ...candidate, choice: stampChoiceSchema })),
  queues: z.array(z.object({ ...candidate, column: name })),
  figures: z.array(z.object({ ...candidate, column: name, function: z.enum(figureFunctions) })),
  names: z.array(z.object({ ...candidate, choice: namesChoiceSchema })),
  rows: z.object({
    ...candidate,
    value: z.union([z.literal('calls'), z.number()]).optional(),
  }),
  /** What is not sure and the operator has to say. */
  questions: z.array(
    z.object({
      about: z.enum(['table', 'stamp', 'queue', 'figures', 'rows']),
      message: messageSchema,
      /** Formats or columns to choose from. */
      options: z.array(z.string()),
    }),
  ),
  /** What is sure enough, to start from. */
  choices: tableChoicesSchema,
});
export type Proposal = z.infer<typeof proposalSchema>;

/** Keys of the section in the order they are written; null takes a key away. */
export const sectionKeysSchema = z.array(z.object({ key: z.string(), value: z.string().nullable() }));
export type SectionKeys = z.infer<typeof sectionKeysSchema>;

export const previewSchema = z.object({
  day: daySchema,
  /** The clock of the times: the section's zone, UTC for Unix seconds, else the source's own (left out). */
  zone: z.string().optional(),
  queueCount: z.number(),
  valueTypes: z.array(z.string()),
  /** From when the day has begun: `HH:MM` of the interval; calls are put into intervals of 15 minutes. */
  intervals: z.array(
    z.object({ time: z.string(), queue: z.string(), values: z.array(z.number().nullable()) }),
  ),
  /** Intervals and queues there are beside those shown. */
  more: z.number(),
  /** Rows whose time stamp could not be read. */
  unreadableStamps: z.number(),
  statement: z.string(),
});
export type Preview = z.infer<typeof previewSchema>;

const system = z.string().min(1).max(200);
const tableInput = z.object({ system, table: tableRefSchema });

/** Every call reads at the moment it is made, within a deadline, and ends when it is cancelled. */
export const findTablesContract = {
  'findTables.list': call({ input: z.object({ system }), output: foundTablesSchema }),
  'findTables.table': call({ input: tableInput, output: tableDetailSchema }),
  'findTables.propose': call({ input: tableInput, output: proposalSchema }),
  /** Asks nobody: the keys that say what was chosen, or what is missing for that. */
  'findTables.keys': call({
    input: z.object({
      product: productSchema,
      columns: z.array(tableColumnSchema).max(5000),
      choices: tableChoicesSchema,
    }),
    output: z.object({ keys: sectionKeysSchema, missing: z.array(messageSchema) }),
  }),
  /** What the section would give with these keys: the first intervals of the first day found. */
  'findTables.preview': call({
    input: z.object({
      system,
      keys: z.record(z.string().min(1).max(200), z.string().max(20_000).nullable()),
    }),
    output: previewSchema,
  }),
};
