import { useMemo } from 'react';
import { QueueField } from '../queue-field/QueueField.tsx';
import { useWords } from '../words.ts';
import type { ExternalQueue, MatchLine } from './match-model.ts';
import { type ExternalOption, offeredOptions } from './queue-options.tsx';

export interface ExternalQueueFieldProps {
  readonly line: MatchLine;
  /** Every queue of the system. */
  readonly options: readonly ExternalOption[];
  readonly nameOf: (queueId: number) => string;
  readonly onChoose: (queue: ExternalQueue | null) => void;
  readonly onLeave: (byKey: boolean) => void;
}

/** Another external queue for a WFM queue: first what was proposed, then all others by their name. */
export function ExternalQueueField({ line, options, nameOf, onChoose, onLeave }: ExternalQueueFieldProps) {
  const { t } = useWords();
  const first = useMemo(() => offeredOptions(line, options, t, nameOf), [line, options, t, nameOf]);
  return (
    <QueueField
      label={t('match.choose', { queue: line.name })}
      options={options}
      first={first}
      value={null}
      onChange={({ key }) => {
        const chosen = first.find((option) => option.key === key);
        if (chosen !== undefined) onChoose(chosen.queue);
      }}
      onLeave={onLeave}
      autoFocus
      mono
    />
  );
}
