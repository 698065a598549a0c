import { z } from 'zod';
import { zoneOf } from '../domain/time/zone.ts';
import { errorShape, XlinkError } from '../rpc/errors.ts';
import { systemNameSchema } from './common.ts';

const idSchema = z.number().int().positive();
const nameSchema = z.string().trim().min(1).max(200);

/** An IANA name, or an offset as `+05:30`; spelt as the zone's own id. */
const timeZoneSchema = z.string().transform((name, context) => {
  try {
    return zoneOf(name).id;
  } catch (thrown) {
    context.addIssue({ code: 'custom', message: errorShape(thrown).message, input: name });
    return z.NEVER;
  }
});

const queueSchema = z.strictObject({
  /** The id that `acd_map.ini` uses. Without one the queue is found by parent and name, or gets the next free id. */
  id: idSchema.optional(),
  name: nameSchema,
  /** Name of the queue above; its id where the name does not tell it from others; null for a top queue. */
  parent: z.union([nameSchema, idSchema]).nullable().optional(),
  timeZone: timeZoneSchema.optional(),
  intervalMinutes: z.literal([5, 10, 15, 20, 30, 60]).optional(),
  active: z.boolean().optional(),
});

const valueTypeSchema = z.strictObject({
  id: idSchema.optional(),
  name: nameSchema,
  /** `count`, `seconds`, `percent`, `number`, or what the WFM system calls it: shown, never reckoned with. */
  unit: z.string().trim().min(1).max(40).optional(),
});

const externalSystemSchema = z.strictObject({
  name: systemNameSchema,
  interface: nameSchema.optional(),
  phoneLink: z.boolean().optional(),
  timeLink: z.boolean().optional(),
});

/** The document that `xlink wfm load` takes and `xlink wfm dump` gives. Every list is optional. */
export const wfmLoadSchema = z.strictObject({
  queues: z.array(queueSchema).optional(),
  valueTypes: z.array(valueTypeSchema).optional(),
  externalSystems: z.array(externalSystemSchema).optional(),
});
export type WfmLoad = z.infer<typeof wfmLoadSchema>;
/** What `xlink wfm dump` gives: the same with every list there. */
export interface WfmDump {
  queues: WfmLoadQueue[];
  valueTypes: WfmLoadValueType[];
  externalSystems: WfmLoadExternalSystem[];
}
export type WfmLoadQueue = z.infer<typeof queueSchema>;
export type WfmLoadValueType = z.infer<typeof valueTypeSchema>;
export type WfmLoadExternalSystem = z.infer<typeof externalSystemSchema>;

/** One thing wrong with a document, at a place such as `queues[3].timeZone`. */
export interface WfmLoadFault {
  readonly place: string;
  readonly reason: string;
}

/** Throws `WFM_LOAD_INVALID` that names every place that is wrong (the first ones in the message, all in `details.faults`). */
export function parseWfmLoad(document: unknown): WfmLoad {
  const parsed = wfmLoadSchema.safeParse(document);
  if (parsed.success) return parsed.data;
  throw wfmLoadInvalid(
    parsed.error.issues.map((issue) => ({ place: placeText(issue.path), reason: reasonText(issue) })),
  );
}

const FAULTS_IN_MESSAGE = 5;

export function wfmLoadInvalid(faults: readonly WfmLoadFault[]): XlinkError {
  const first = faults.slice(0, FAULTS_IN_MESSAGE).map(({ place, reason }) => `${place}: ${reason}`);
  const more = faults.length > FAULTS_IN_MESSAGE ? `; and ${faults.length - FAULTS_IN_MESSAGE} more` : '';
  return new XlinkError(
    'WFM_LOAD_INVALID',
    `${first.join('; ')}${more}. Nothing was loaded: correct the document and load it again.`,
    { faults },
  );
}

function placeText(path: readonly PropertyKey[]): string {
  const text = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return text === '' ? 'document' : text.replace(/^\./, '');
}

function reasonText(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys')
    return `unknown key ${issue.keys.map((key) => `"${key}"`).join(', ')}`;
  return issue.message;
}
