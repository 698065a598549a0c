import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JournalEntry } from '#shared/contract/journal.ts';
import type { ErrorShape } from '#shared/rpc/errors.ts';
import { selectedQueueId } from '../../panes/use-carrying.ts';
import { wfmQueue } from '../../panes/wfm/wfm-nodes.ts';
import { outcomeOf, useClient, useStore } from '../../state/index.ts';
import { Button, Checkbox, Chip, Dialog, EmptyState, ErrorBox, Skeleton, useNumber } from '../../ui/index.ts';
import { useWords } from '../words.ts';
import '../../views/table.css';
import './mapping-dialogs.css';

const PAGE = 100;

/** Who changed what when; each change can be taken back where the files still allow it. */
export function ChangesDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const client = useClient();
  const wfm = useStore((state) => state.wfm);
  const revision = useStore((state) => state.scenariosRevision);
  const takeBack = useStore((state) => state.takeBack);
  const [queueId] = useState(selectedQueueId);
  const [onlyQueue, setOnlyQueue] = useState(false);
  const [limit, setLimit] = useState(PAGE);
  const [read, setRead] = useState<{ readonly entries: readonly JournalEntry[]; readonly more: boolean }>();
  const [error, setError] = useState<ErrorShape>();
  const [busy, setBusy] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision says that something was changed
  useEffect(() => {
    const controller = new AbortController();
    const wanted = { limit, ...(onlyQueue && queueId !== null ? { queueId } : {}) };
    void outcomeOf(client.call('journal.read', wanted, { signal: controller.signal })).then((outcome) => {
      if (controller.signal.aborted) return;
      if (outcome.ok) setRead(outcome.value);
      else setError(outcome.error);
    });
    return () => controller.abort();
  }, [client, limit, onlyQueue, queueId, revision]);

  async function take(kind: 'undo' | 'redo', id: number): Promise<void> {
    if (busy) return;
    setBusy(true);
    setError(undefined);
    const outcome = await takeBack(kind, id);
    setBusy(false);
    if (!outcome.ok) setError(outcome.error);
  }

  const queueName = queueId === null ? undefined : wfmQueue(wfm, queueId)?.name;
  return (
    <Dialog
      title={t('ways.journal.title')}
      size="full"
      onClose={onClose}
      footer={
        <Button look="primary" autoFocus onClick={onClose}>
          {t('common.close')}
        </Button>
      }
    >
      {queueName !== undefined && (
        <div className="changes__bar">
          <Checkbox
            label={t('ways.journal.onlyQueue', { queue: queueName })}
            checked={onlyQueue}
            onChange={setOnlyQueue}
          />
        </div>
      )}
      {error !== undefined && <ErrorBox error={error} />}
      {read === undefined && error === undefined && <Skeleton width="60%" />}
      {read?.entries.length === 0 && <EmptyState title={t('ways.journal.empty')} />}
      {read !== undefined && read.entries.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region has to be reachable by keyboard.
        <section className="view-table changes" tabIndex={0} aria-label={t('ways.journal.table')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('ways.journal.when')}</th>
                <th scope="col">{t('ways.journal.who')}</th>
                <th scope="col">{t('ways.journal.what')}</th>
                <th scope="col">{t('ways.journal.state')}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {read.entries.map((entry) => (
                <Row key={entry.id} entry={entry} busy={busy} onTake={(kind) => void take(kind, entry.id)} />
              ))}
            </tbody>
          </table>
          {read.more && (
            <Button small look="link" onClick={() => setLimit(Math.min(1000, limit + PAGE))}>
              {t('ways.journal.more')}
            </Button>
          )}
        </section>
      )}
    </Dialog>
  );
}

interface RowProps {
  readonly entry: JournalEntry;
  readonly busy: boolean;
  readonly onTake: (kind: 'undo' | 'redo') => void;
}

function Row({ entry, busy, onTake }: RowProps) {
  const { t } = useTranslation();
  const { formats } = useWords();
  const number = useNumber();
  const { kind, label, state, commandCount, details, origin, user, host } = entry;
  const what =
    kind === 'change'
      ? label
      : t(kind === 'undo' ? 'ways.journal.undoOf' : 'ways.journal.redoOf', { what: label });
  const act = state === undefined ? null : state === 'done' ? 'undo' : 'redo';
  return (
    <tr>
      <td>{formats.dateTime(entry.atUtc)}</td>
      <td title={host}>
        {user}
        {origin !== 'console' && ` (${t(`ways.journal.${origin}`)})`}
      </td>
      <td className="changes__what">
        {what}
        {details.length > 0 && (
          <details>
            <summary>
              {t('ways.journal.commands', { count: commandCount, number: number(commandCount) })}
            </summary>
            <ul className="changes__details">
              {details.map((detail) => (
                <li key={detail}>{detail}</li>
              ))}
              {commandCount > details.length && <li>…</li>}
            </ul>
          </details>
        )}
      </td>
      <td>
        {state !== undefined && (
          <Chip tone={state === 'done' ? 'ok' : 'neutral'}>{t(`ways.journal.${state}`)}</Chip>
        )}
      </td>
      <td>
        {act !== null && (
          <Button
            small
            disabled={busy}
            aria-label={t(`ways.journal.${act}This`, { what: label })}
            onClick={() => onTake(act)}
          >
            {t(`ways.journal.${act}`)}
          </Button>
        )}
      </td>
    </tr>
  );
}
