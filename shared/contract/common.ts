import { z } from 'zod';

/** A calendar day, `YYYY-MM-DD`, in the zone of the queue it is said of. */
export const daySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day as YYYY-MM-DD');

/** A BCP 47 tag: a language, or the kind of it that a country writes: `fr`, `en-GB`. */
export const localeSchema = z.string().max(35).refine(isLocale, 'must be a language such as fr or en-GB');

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** The wire form of an error, see `shared/rpc/errors.ts`. */
export const errorShapeSchema = z.object({
  code: z.string(),
  message: z.string(),
  details: z.record(z.string(), z.unknown()),
  retryable: z.boolean(),
});

/** What a reader is told in his language by its code, see `shared/i18n/messages.ts`; `message` is English. */
export const messageSchema = z.object({
  code: z.string(),
  message: z.string(),
  details: z.record(z.string(), z.unknown()).optional(),
});
export type Message = z.infer<typeof messageSchema>;

/** The name of an external system: a section name of `isps_ul.ini`. */
export const systemNameSchema = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^[\]\r\n:=]+$/, 'must not contain [ ] : = or a line end');

export const nothing = z.object({}).strict();
