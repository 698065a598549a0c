import { useState } from 'react';
import type { ShownStatement } from '#shared/contract/systems.ts';
import { useClient } from '../../state/index.ts';
import { Button, EmptyState, ErrorBox, Skeleton } from '../../ui/index.ts';
import { localDay } from '../imports/range.ts';
import { useCopy } from '../use-copy.ts';
import { useReading } from '../use-reading.ts';
import { useWords } from '../words.ts';
import './statements-tab.css';

export interface StatementsTabProps {
  readonly name: string;
  /** Changes when the section was saved or changed: the statements are made anew. */
  readonly revision: string;
  /** There are edits that the statements do not know yet. */
  readonly dirty: boolean;
}

/** What an import of yesterday would send to the source, for call data or for the agents' activities. */
export function StatementsTab({ name, revision, dirty }: StatementsTabProps) {
  const client = useClient();
  const { t, formats } = useWords();
  const [agents, setAgents] = useState(false);
  const day = localDay(new Date(), -1);
  const { data, error, busy } = useReading(
    async (signal) => {
      const input = { name, from: day, to: day, agents };
      return { ...(await client.call('systems.statements', input, { signal })), agents };
    },
    [client, name, day, revision, agents],
  );
  // What was read for the other stream is not shown under the name of this one.
  const statements = data?.agents === agents && error === undefined ? data.statements : undefined;
  return (
    <div className="system-statements" aria-busy={busy}>
      <div className="statements-head">
        <p className="field__hint">
          {t('systems.statementsFor', { day: formats.day(day) })} {dirty && t('systems.statementsUnsaved')}
        </p>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would stand above the buttons. */}
        <div className="statements-streams" role="group" aria-label={t('systems.statementsStream')}>
          <Stream pressed={!agents} onPress={() => setAgents(false)} words={t('systems.statementsCalls')} />
          <Stream pressed={agents} onPress={() => setAgents(true)} words={t('systems.statementsAgents')} />
        </div>
      </div>
      {error !== undefined && <ErrorBox error={error} />}
      {statements === undefined && error === undefined && <Skeleton width="80%" />}
      {statements?.length === 0 && <EmptyState title={t('systems.statementsEmpty')} />}
      {statements?.map((statement) => (
        <Statement
          key={`${statement.title} ${statement.sql}`}
          statement={statement}
          title={
            statement.day === undefined
              ? statement.title
              : statement.title.replace(statement.day, formats.day(statement.day))
          }
        />
      ))}
    </div>
  );
}

interface StreamProps {
  readonly pressed: boolean;
  readonly onPress: () => void;
  readonly words: string;
}

function Stream({ pressed, onPress, words }: StreamProps) {
  return (
    <Button small aria-pressed={pressed} className={pressed ? 'button--on' : ''} onClick={onPress}>
      {words}
    </Button>
  );
}

interface StatementProps {
  readonly statement: ShownStatement;
  readonly title: string;
}

function Statement({ statement: { sql, parameters }, title }: StatementProps) {
  const { t } = useWords();
  const { copied, copy } = useCopy();
  const text = parameters.length === 0 ? sql : `${sql}\n-- ${parameters.join(', ')}`;
  return (
    <section className="statement" aria-label={title}>
      <div className="statement__head">
        <h3>{title}</h3>
        <Button small look="quiet" onClick={() => copy(text)}>
          {t(copied ? 'common.copied' : 'common.copy')}
        </Button>
      </div>
      <pre>{text}</pre>
    </section>
  );
}
