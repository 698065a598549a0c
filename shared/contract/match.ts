import { z } from 'zod';
import { call } from '../rpc/contract.ts';

/** Why an external queue is proposed for a WFM queue, most certain first. */
export const matchReasonSchema = z.enum([
  /** The same name, letter by letter. */
  'same-name',
  /** The same but for case, accents, blanks and separators. */
  'same-letters',
  /** The same words in another order, language or abbreviation. */
  'same-words',
  /** A number in both names that no other queue has. */
  'same-number',
  /** Some words, or much of the spelling, in common. */
  'similar',
]);
export type MatchReason = z.infer<typeof matchReasonSchema>;

export const matchCandidateSchema = z.object({
  /** Kind of queues, as in the tree: `''`, `split`, `vdn` … */
  kind: z.string(),
  path: z.array(z.string()),
  /** 0…1; from 0.85 on it may be accepted unseen. */
  confidence: z.number(),
  reason: matchReasonSchema,
  /** The queue it is proposed for instead, where two WFM queues want the same external queue. */
  takenBy: z.number().optional(),
});
export type MatchCandidate = z.infer<typeof matchCandidateSchema>;

export const matchRowSchema = z.object({
  queueId: z.number(),
  /** Most likely first, at most five; empty where no external queue resembles it. */
  candidates: z.array(matchCandidateSchema),
  /** Which candidate is proposed (0-based); null where none is, for instance since another queue has it. */
  proposed: z.number().nullable(),
});
export type MatchRow = z.infer<typeof matchRowSchema>;

const pairReason = z.enum(['same-name', 'same-letters', 'synonym', 'similar']);

/** How the value types of a kind of external queues go with those of WFM, see `shared/domain/mapping/pair.ts`. */
export const valueTypePairingSchema = z.object({
  /** Certain: each external value type with the one of WFM it feeds. */
  pairs: z.array(z.object({ valueType: z.string(), valueTypeId: z.number(), reason: pairReason })),
  /** Value types of WFM for which several external ones come into question, or one that is not certain: ask. */
  unsure: z.array(
    z.object({
      valueTypeId: z.number(),
      candidates: z.array(z.object({ valueType: z.string(), confidence: z.number(), reason: pairReason })),
    }),
  ),
  unpairedExternal: z.array(z.string()),
  unpairedWfm: z.array(z.number()),
});
export type ValueTypePairing = z.infer<typeof valueTypePairingSchema>;

export const matchContract = {
  /**
   * Proposes an external queue of the system for each WFM queue that is active and has nothing mapped from it yet.
   * Reads the tree as `tree.read` does, from memory where it was read before.
   */
  'match.propose': call({
    input: z.object({
      system: z.string(),
      /** Only these, mapped or not. */
      queueIds: z.array(z.number().int()).optional(),
      /** Read the tree again. */
      fresh: z.boolean().optional(),
    }),
    output: z.object({
      system: z.string(),
      rows: z.array(matchRowSchema),
      /** By kind of queues: what whole queues of it would feed. */
      kinds: z.array(
        z.object({ id: z.string(), valueTypes: z.array(z.string()), pairing: valueTypePairingSchema }),
      ),
      externalQueues: z.number(),
      elapsedMs: z.number(),
    }),
  }),
};
