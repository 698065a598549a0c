import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MappingView } from '#shared/contract/mapping.ts';
import type { MappingStates } from '#shared/domain/mapping/states.ts';
import type { Carrying, MappingIndex } from '../../state/index.ts';
import { Chip, useNumber } from '../../ui/index.ts';
import type { RowContent } from '../../ui/tree/index.ts';
import type { DropPlan } from '../drop.ts';
import { planNow } from '../use-mapping-acts.ts';
import {
  type MappedCount,
  placeOf,
  type WfmNode,
  type WfmQueueNode,
  type WfmValueTypeNode,
} from './wfm-nodes.ts';

/** What is on its way to the rows, and the row it is held over. */
export interface Drop {
  readonly carrying: Carrying;
  readonly over: string | null;
}

/** Gives the content of each row of the WFM tree. */
export function useWfmRow(
  index: MappingIndex,
  states: MappingStates,
  counts: ReadonlyMap<number, MappedCount>,
  drop: Drop | null,
): (node: WfmNode) => RowContent {
  const { t } = useTranslation();
  const number = useNumber();

  function queueRow(node: WfmQueueNode): RowContent {
    const { queue, below } = node;
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
            {over(node) ??
              (total > 0 && <Chip tone={isDone ? 'ok' : 'neutral'}>{t('wfm.count', said)}</Chip>)}
          </span>
        </>
      ),
    };
  }

  function valueTypeRow(node: WfmValueTypeNode): RowContent {
    const { target, valueType } = node;
    const mapping = index.ofTarget(target);
    const shown = statesOf(mapping);
    return {
      description: shown.map(({ words }) => words).join(', '),
      content: (
        <>
          <span className="tree__name">{valueType.name}</span>
          <span className="tree__end" aria-hidden="true">
            {over(node) ??
              shown.map(({ words, tone, short }) =>
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
    const shown: State[] = [];
    if (entries.length > 0) {
      const count = entries.length;
      shown.push({
        words: t('wfm.sources', { count, number: number(count) }),
        short: number(count),
        tone: 'ok',
      });
    }
    const isGone =
      mapping !== undefined && states.brokenWhy(mapping).some(({ code }) => SOURCE_GONE.has(code));
    if (isGone || entries.some(({ problem }) => problem !== undefined)) {
      shown.push({ words: t('wfm.broken'), tone: 'bad' });
    }
    const script = mapping?.scenario?.state;
    if (script === 'changed') shown.push({ words: t('wfm.script'), tone: 'warn' });
    if (script === 'missing') shown.push({ words: t('wfm.scriptMissing'), tone: 'bad' });
    if (script === 'invalid') shown.push({ words: t('wfm.scriptInvalid'), tone: 'bad' });
    return shown.length > 0 ? shown : [{ words: t('wfm.unmapped') }];
  }

  const planOf = (node: WfmNode) => (drop === null ? null : planNow(drop.carrying.what, placeOf(node)));

  /** At the end of the row that something is held over: what letting it go would do. */
  function over(node: WfmNode): string | undefined {
    if (drop === null || drop.over !== node.id) return undefined;
    const plan = planOf(node);
    return plan === null ? undefined : shortly(plan);
  }

  function shortly(plan: DropPlan): string {
    if (plan.kind === 'already') return t('ways.drop.already');
    if (plan.kind === 'add') {
      const count = plan.externals.length;
      return t('ways.drop.add', { count, number: number(count) });
    }
    const { count, questions } = plan;
    return [
      count === 0 ? '' : t('ways.drop.pair', { count, number: number(count) }),
      questions.length === 0
        ? ''
        : t('ways.drop.ask', { count: questions.length, number: number(questions.length) }),
    ]
      .filter(Boolean)
      .join(' · ');
  }

  function spoken(plan: DropPlan | null): string {
    if (plan === null) return t('ways.drop.noSpoken');
    if (plan.kind === 'already') return t('ways.drop.alreadySpoken');
    if (plan.kind === 'add') {
      const count = plan.externals.length;
      return t('ways.drop.addSpoken', { count, number: number(count) });
    }
    return t('ways.drop.pairSpoken', {
      pairs: number(plan.count),
      questions: number(plan.questions.length),
    });
  }

  return (node) => {
    const content = node.kind === 'queue' ? queueRow(node) : valueTypeRow(node);
    if (drop === null) return content;
    const plan = planOf(node);
    const takes = plan !== null && plan.kind !== 'already';
    const isOver = drop.over === node.id && plan !== null;
    return {
      ...content,
      className: isOver ? 'wfm--drop' : takes ? 'wfm--takes' : 'wfm--passive',
      description: [content.description, spoken(plan)].filter(Boolean).join(', '),
    };
  };
}

/** Of a mapping whose source is understood but not there any more. */
const SOURCE_GONE: ReadonlySet<string> = new Set(['MAPPED_QUEUE_GONE', 'MAPPED_VALUE_TYPE_GONE']);

interface State {
  readonly words: string;
  /** None: nothing is the matter, a stroke is drawn. */
  readonly tone?: 'ok' | 'warn' | 'bad';
  /** What stands behind a tick where there is no room for the words. */
  readonly short?: string;
}
