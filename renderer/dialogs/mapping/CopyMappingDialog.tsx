import { X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HomeCommand } from '#shared/contract/mapping.ts';
import { type ErrorShape, errorShape } from '#shared/rpc/errors.ts';
import { placeLabel } from '../../panes/use-mapping-acts.ts';
import { queuePath, wfmQueue } from '../../panes/wfm/wfm-nodes.ts';
import { type CopiedMapping, useStore } from '../../state/index.ts';
import { Button, Chip, Dialog, ErrorBox, Field, IconButton, useNumber } from '../../ui/index.ts';
import type { QueueOption } from '../queue-field/find-options.ts';
import { QueueField } from '../queue-field/QueueField.tsx';
import { type CopyRow, useCopyMapping } from './use-copy-mapping.ts';
import { externalQueueOption, useExternalQueues } from './use-external-queues.ts';
import './mapping-dialogs.css';

export interface CopyMappingDialogProps {
  readonly from: CopiedMapping;
  readonly to: readonly number[];
  readonly valueTypeId?: number | undefined;
  readonly onClose: () => void;
}

/** Copies a mapping with its script to other WFM queues; each gets its sources from an external queue of its own. */
export function CopyMappingDialog({ from, to, valueTypeId, onClose }: CopyMappingDialogProps) {
  const { t } = useTranslation();
  const number = useNumber();
  const wfm = useStore((state) => state.wfm);
  const applyCommands = useStore((state) => state.applyCommands);
  const copy = useCopyMapping(from, to, valueTypeId);
  const externals = useExternalQueues(copy.system);
  const [error, setError] = useState<ErrorShape>();

  const { rows, system } = copy;
  const name = placeLabel(from);
  const nameOf = (queueId: number) => wfmQueue(wfm, queueId)?.name ?? `${queueId}`;
  // A mapping of one value type may go to another one of its own queue; copied to others, that queue is no target.
  const others = useMemo(
    () => (wfm?.queues ?? []).filter(({ id }) => id !== copy.fromQueueId).map(({ id }) => id),
    [wfm, copy.fromQueueId],
  );
  const queues = useMemo((): readonly QueueOption[] => {
    if (wfm === undefined) return [];
    return others.map((id) => {
      const path = queuePath(wfm, id);
      const above = path.slice(0, -1).map((queue) => queue.name);
      return { key: `${id}`, text: path.at(-1)?.name ?? '', note: above.join(' › ') };
    });
  }, [wfm, others]);
  const isWhole = rows.length > 0 && (system === undefined || rows.every(({ path }) => path !== null));
  const count = rows.length;

  async function apply(): Promise<void> {
    if (!isWhole) return;
    setError(undefined);
    try {
      const commands = await copy.commands();
      const [only] = rows;
      const label =
        count === 1 && only !== undefined
          ? t('ways.done.pasted', { from: name, to: nameOf(only.queueId) })
          : t('ways.done.pastedMany', { from: name, count, number: number(count) });
      if (await applyCommands(commands as HomeCommand[], label)) onClose();
    } catch (thrown) {
      setError(errorShape(thrown));
    }
  }

  return (
    <Dialog
      title={t('ways.copying.title')}
      subtitle={t('ways.copying.subtitle', { from: name })}
      size="large"
      onClose={onClose}
      onSubmit={() => void apply()}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            type="submit"
            look="primary"
            disabledReason={
              isWhole ? undefined : t(rows.length === 0 ? 'ways.copying.empty' : 'ways.copying.missing')
            }
          >
            {t('ways.copying.apply', { count, number: number(count) })}
          </Button>
        </>
      }
    >
      <p>
        {t('ways.copying.text')} {copy.hasFixed && t('ways.copying.fixed')}
      </p>
      {error !== undefined && <ErrorBox error={error} />}
      {rows.length > 0 && (
        <table className="mapping-table">
          <thead>
            <tr>
              <th scope="col">{t('ways.copying.wfm')}</th>
              {system !== undefined && <th scope="col">{t('ways.copying.external', { system })}</th>}
              <th scope="col">{t('ways.copying.state')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <Row
                key={row.queueId}
                row={row}
                name={nameOf(row.queueId)}
                system={system}
                externals={externals}
                replaced={copy.replaced(row.queueId)}
                isFirst={at === 0}
                onChoose={(path) => copy.choose(row.queueId, path)}
                onRemove={() => copy.remove(row.queueId)}
              />
            ))}
          </tbody>
        </table>
      )}
      <p className="copying__state" role="status">
        {copy.busy && t('ways.copying.proposing')}
      </p>
      <Field label={t('ways.copying.add')}>
        {() => (
          <QueueField
            label={t('ways.copying.add')}
            placeholder={t('ways.copying.addPlaceholder')}
            options={queues}
            value={null}
            onChange={({ key }) => copy.add(Number(key))}
            adds
            autoFocus={to.length === 0}
          />
        )}
      </Field>
    </Dialog>
  );
}

interface RowProps {
  readonly row: CopyRow;
  readonly name: string;
  readonly system: string | undefined;
  readonly externals: ReturnType<typeof useExternalQueues>;
  readonly replaced: number;
  readonly isFirst: boolean;
  readonly onChoose: (path: readonly string[]) => void;
  readonly onRemove: () => void;
}

function Row({ row, name, system, externals, replaced, isFirst, onChoose, onRemove }: RowProps) {
  const { t } = useTranslation();
  const number = useNumber();
  return (
    <tr>
      <th scope="row">{name}</th>
      {system !== undefined && (
        <td>
          <QueueField
            label={t('ways.copying.externalFor', { queue: name })}
            options={externals}
            value={row.path === null ? null : externalQueueOption(row.path)}
            onChange={(option) => {
              const found = externals.find(({ key }) => key === option.key);
              if (found !== undefined) onChoose(found.path);
            }}
            autoFocus={isFirst}
            mono
          />
        </td>
      )}
      <td className="mapping-table__state">
        {row.isProposed && <Chip>{t('ways.copying.proposed')}</Chip>}{' '}
        {replaced === 0 ? (
          t('ways.copying.free')
        ) : (
          <Chip tone="warn">{t('ways.copying.replaces', { count: replaced, number: number(replaced) })}</Chip>
        )}
      </td>
      <td>
        <IconButton
          small
          look="quiet"
          label={t('ways.copying.remove', { queue: name })}
          icon={<X size={14} />}
          onClick={onRemove}
        />
      </td>
    </tr>
  );
}
