import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MappingView } from '#shared/contract/mapping.ts';
import type { MappingIndex } from '../../state/index.ts';
import { Chip, useNumber } from '../../ui/index.ts';
import type { RowContent } from '../../ui/tree/index.ts';
import type { MappedCount, WfmNode, WfmQueueNode, WfmValueTypeNode } from './wfm-nodes.ts';

/** A value type that something is dragged over, and what dropping it there would do. */
export interface Drop {
  readonly id: string;
  readonly isMapped: boolean;
}

/** Gives the content of each row of the WFM tree. */
export function useWfmRow(
  index: MappingIndex,
  counts: ReadonlyMap<number, MappedCount>,
  drop: Drop | null,
): (node: WfmNode) => RowContent {
  const { t } = useTranslation();
  const number = useNumber();

  function queueRow({ queue, below }: WfmQueueNode): RowContent {
    const { mapped, total } = counts.get(queue.id) ?? { mapped: 0, total: 0 };
    const said = { mapped: number(mapped), total: number(total) };
    const isDone = total > 0 && mapped === total;
    return {
      description: [queue.active ? '' : t('wfm.inactive'), t('wfm.countSpoken', said)]
        .filter(Boolean)
        .join(', '),
      content: (
        <>
          <span className={below.length > 0 ? 'tree__name wfm__group' : 'tree__name'}>{queue.name}</span>
          {!queue.active && (
            <span aria-hidden="true">
              <Chip>{t('wfm.inactive')}</Chip>
            </span>
          )}
          <span className="tree__end" aria-hidden="true">
            {total > 0 && <Chip tone={isDone ? 'ok' : 'neutral'}>{t('wfm.count', said)}</Chip>}
          </span>
        </>
      ),
    };
  }

  function valueTypeRow({ id, target, valueType }: WfmValueTypeNode): RowContent {
    const mapping = index.ofTarget(target);
    const isOver = drop?.id === id;
    const states = statesOf(mapping);
    return {
      className: isOver ? 'wfm--drop' : undefined,
      description: states.map(({ words }) => words).join(', '),
      content: (
        <>
          <span className="tree__name">{valueType.name}</span>
          <span className="tree__end" aria-hidden="true">
            {isOver
              ? t(drop.isMapped ? 'wfm.dropAlready' : 'wfm.dropToMap')
              : states.map(({ words, tone, short }) =>
                  tone === undefined ? (
                    <span key={words}>–</span>
                  ) : (
                    <Chip key={words} tone={tone}>
                      {short === undefined ? (
                        words
                      ) : (
                        <>
                          <Check className="wfm__check" size={11} aria-hidden />
                          <span className="tree__long">{words}</span>
                          <span className="tree__short">{short}</span>
                        </>
                      )}
                    </Chip>
                  ),
                )}
          </span>
        </>
      ),
    };
  }

  function statesOf(mapping: MappingView | undefined): readonly State[] {
    const entries = mapping?.entries ?? [];
    const states: State[] = [];
    if (entries.length > 0) {
      const count = entries.length;
      states.push({
        words: t('wfm.sources', { count, number: number(count) }),
        short: number(count),
        tone: 'ok',
      });
    }
    if (entries.some(({ problem }) => problem !== undefined)) {
      states.push({ words: t('wfm.broken'), tone: 'bad' });
    }
    const script = mapping?.scenario?.state;
    if (script === 'changed') states.push({ words: t('wfm.script'), tone: 'warn' });
    if (script === 'missing') states.push({ words: t('wfm.scriptMissing'), tone: 'bad' });
    if (script === 'invalid') states.push({ words: t('wfm.scriptInvalid'), tone: 'bad' });
    return states.length > 0 ? states : [{ words: t('wfm.unmapped') }];
  }

  return (node) => (node.kind === 'queue' ? queueRow(node) : valueTypeRow(node));
}

interface State {
  readonly words: string;
  /** None: nothing is the matter, a stroke is drawn. */
  readonly tone?: 'ok' | 'warn' | 'bad';
  /** What stands behind a tick where there is no room for the words. */
  readonly short?: string;
}
