import { useClient } from '../../state/index.ts';
import { Button, EmptyState, ErrorBox, Skeleton } from '../../ui/index.ts';
import { localDay } from '../imports/range.ts';
import { useCopy } from '../use-copy.ts';
import { useReading } from '../use-reading.ts';
import { useWords } from '../words.ts';

export interface StatementsTabProps {
  readonly name: string;
  /** Changes when the section was saved or changed: the statements are made anew. */
  readonly revision: string;
  /** There are edits that the statements do not know yet. */
  readonly dirty: boolean;
}

/** What an import of yesterday would send to the source. */
export function StatementsTab({ name, revision, dirty }: StatementsTabProps) {
  const client = useClient();
  const { t, formats } = useWords();
  const day = localDay(new Date(), -1);
  const { data, error, busy } = useReading(
    (signal) => client.call('systems.statements', { name, from: day, to: day }, { signal }),
    [client, name, day, revision],
  );
  return (
    <div className="system-statements" aria-busy={busy}>
      <p className="field__hint">
        {t('systems.statementsFor', { day: formats.day(day) })} {dirty && t('systems.statementsUnsaved')}
      </p>
      {error !== undefined && <ErrorBox error={error} />}
      {data === undefined && error === undefined && <Skeleton width="80%" />}
      {error === undefined && data?.statements.length === 0 && (
        <EmptyState title={t('systems.statementsEmpty')} />
      )}
      {error === undefined &&
        data?.statements.map(({ title, sql }) => (
          <Statement key={`${title} ${sql}`} title={isDay(title) ? formats.day(title) : title} sql={sql} />
        ))}
    </div>
  );
}

/** The statement of a day has the day for its title. */
function isDay(title: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(title);
}

function Statement({ title, sql }: { readonly title: string; readonly sql: string }) {
  const { t } = useWords();
  const { copied, copy } = useCopy();
  return (
    <section className="statement" aria-label={title}>
      <div className="statement__head">
        <h3>{title}</h3>
        <Button small look="quiet" onClick={() => copy(sql)}>
          {t(copied ? 'common.copied' : 'common.copy')}
        </Button>
      </div>
      <pre>{sql}</pre>
    </section>
  );
}
