import type { QueueOption } from '../queue-field/find-options.ts';
import type { Translate } from '../words.ts';
import { Confidence } from './Confidence.tsx';
import { type ExternalQueue, type MatchLine, queueKey, queueText } from './match-model.ts';

/** An external queue for a WFM queue, or none. */
export interface ExternalOption extends QueueOption {
  readonly queue: ExternalQueue | null;
}

export function externalOptions(queues: readonly ExternalQueue[]): readonly ExternalOption[] {
  return queues.map((queue) => ({ key: queueKey(queue), text: queueText(queue), queue }));
}

/** What is offered before one searches: what was proposed, then to leave it unmapped, then all others. */
export function offeredOptions(
  { candidates, choice }: MatchLine,
  all: readonly ExternalOption[],
  t: Translate,
  nameOf: (queueId: number) => string,
): readonly ExternalOption[] {
  const proposed = candidates.map((candidate): ExternalOption => {
    const { confidence, reason, takenBy } = candidate;
    const taken = takenBy === undefined ? undefined : t('match.takenBy', { queue: nameOf(takenBy) });
    const sure = `${t('match.percent', { percent: Math.round(confidence * 100) })} ${t(`match.reasons.${reason}`)}`;
    return {
      key: queueKey(candidate),
      text: queueText(candidate),
      queue: candidate,
      note: [taken, sure].filter(Boolean).join(', '),
      aside: (
        <>
          {taken !== undefined && <small>{taken}</small>}
          <Confidence value={confidence} reason={reason} />
        </>
      ),
    };
  });
  const keys = new Set(proposed.map(({ key }) => key));
  const none: ExternalOption = { key: '', text: t('match.clear'), queue: null, isNone: true };
  return [...proposed, ...(choice === null ? [] : [none]), ...all.filter(({ key }) => !keys.has(key))];
}
