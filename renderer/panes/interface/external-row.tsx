import { useTranslation } from 'react-i18next';
import { type MappingIndex, openDialog, useInterfaceName, type WfmData } from '../../state/index.ts';
import { Button, Chip, ErrorBox, Skeleton, useAgo, useNumber } from '../../ui/index.ts';
import type { RowContent } from '../../ui/tree/index.ts';
import { wfmQueue } from '../wfm/wfm-nodes.ts';
import {
  type ExternalNode,
  type QueueNode,
  queueCount,
  type SystemNode,
  type ValueTypeNode,
} from './external-nodes.ts';

export type SystemStateWord = 'unread' | 'reading' | 'read' | 'failed' | 'unconfigured';

export function stateOf({ system, state }: SystemNode): SystemStateWord {
  return system.configured || state.tree !== undefined ? state.status : 'unconfigured';
}

/** Gives the content of each row of the Interface tree. */
export function useExternalRow(index: MappingIndex, wfm: WfmData | undefined) {
  const { t } = useTranslation();
  const number = useNumber();
  const ago = useAgo();
  const interfaceName = useInterfaceName();

  function systemRow(node: SystemNode): RowContent {
    const { system, state } = node;
    const word = stateOf(node);
    const kind = interfaceName(system);
    const count = state.tree === undefined ? 0 : queueCount(state.tree);
    const counted = t('interface.queues', { count, number: number(count) });
    const description = t(`interface.state.${word}`);
    const end = () => {
      if (word === 'read') return counted;
      if (word === 'failed' && state.tree !== undefined) {
        return t('interface.stale', { ago: ago(state.tree.readAtUtc) });
      }
      return description;
    };
    return {
      className: 'external--system',
      description: [kind, description, word === 'read' ? counted : ''].filter(Boolean).join(', '),
      content: (
        <>
          <span className={`state-dot state-dot--${word}`} aria-hidden="true" />
          <b className="tree__name">{system.name}</b>
          {kind !== system.name && (
            <span className="tree__aside" aria-hidden="true">
              <Chip>{kind}</Chip>
            </span>
          )}
          <span className="tree__end" aria-hidden="true">
            {end()}
          </span>
        </>
      ),
      below: belowSystem(node),
    };
  }

  function belowSystem({ system, state }: SystemNode) {
    const configure = (
      <Button look="link" onClick={() => openDialog({ kind: 'configuration', system: system.name })}>
        {t('interface.configuration')}
      </Button>
    );
    if (state.status === 'failed' && state.error !== undefined) {
      return (
        <ErrorBox
          error={state.error}
          // Said once when it comes, not whenever the row scrolls into the page.
          announce={false}
          actions={
            <>
              {configure}
              <Button look="link" onClick={() => openDialog({ kind: 'log', name: 'call_tree.log' })}>
                {t('interface.openLog')}
              </Button>
            </>
          }
        />
      );
    }
    if (system.configured) return undefined;
    return (
      <div className="external__note">
        {t('interface.unconfiguredText')} {configure}
      </div>
    );
  }

  function queueRow(node: QueueNode): RowContent {
    const used = node.isQueue ? index.usedIn(node.system, node.path) : 0;
    const said = { used: number(used), total: number(node.valueTypes.length) };
    const usedOf = used > 0 ? t('interface.usedOf', said) : undefined;
    return {
      description: usedOf,
      content: (
        <>
          <span className="tree__name">{node.path.at(-1)}</span>
          {usedOf !== undefined && (
            <span className="tree__end" aria-hidden="true">
              <span className="tree__long">{usedOf}</span>
              <span className="tree__short">{`${said.used}/${said.total}`}</span>
            </span>
          )}
        </>
      ),
    };
  }

  function valueTypeRow(node: ValueTypeNode): RowContent {
    const uses = index.usesOf(node);
    // A queue that uses the figure in two of its value types is one queue all the same.
    const queueIds = [...new Set(uses.map(({ queueId }) => queueId))];
    const names = queueIds.map((queueId) => wfmQueue(wfm, queueId)?.name ?? `${queueId}`);
    const [queue] = names;
    const more = names.length - 1;
    return {
      className: 'external--value-type',
      description:
        queue === undefined ? undefined : t('interface.usedBySpoken', { queues: names.join(', ') }),
      content: (
        <>
          <span className="tree__name mono">{node.valueType}</span>
          {queue !== undefined && (
            <span className="tree__end external__use" aria-hidden="true">
              {more > 0 ? t('interface.usedByMore', { queue, more }) : t('interface.usedBy', { queue })}
            </span>
          )}
        </>
      ),
    };
  }

  return (node: ExternalNode): RowContent => {
    switch (node.kind) {
      case 'system':
        return systemRow(node);
      case 'queue':
        return queueRow(node);
      case 'value-type':
        return valueTypeRow(node);
      case 'waiting':
        return { content: <Skeleton width="45%" />, description: t('common.loading') };
      case 'no-queues':
        return { content: <span className="external__note">{t('interface.noQueues')}</span> };
    }
  };
}
