import { useTranslation } from 'react-i18next';
import { indexOf, openDialog, useStore } from '../../state/index.ts';
import { type MenuEntry, menuItem, separator } from '../../ui/index.ts';
import { copy } from '../copy.ts';
import { useMappingActs } from '../use-mapping-acts.ts';
import type { WfmNode, WfmQueueNode, WfmValueTypeNode } from './wfm-nodes.ts';

/** Gives the menu of each row of the WFM tree, as things stand when it is asked for. */
export function useWfmMenu(): (node: WfmNode) => readonly MenuEntry[] {
  const { t } = useTranslation();
  const acts = useMappingActs();

  function valueTypeMenu({ target, valueType }: WfmValueTypeNode): MenuEntry[] {
    const isEmpty = (indexOf(useStore.getState().mappings).ofTarget(target)?.entries.length ?? 0) === 0;
    return [
      menuItem('scenario', t('wfm.openScenario'), () => openDialog({ kind: 'scenario', target }), {
        shortcut: t('keys.enter'),
      }),
      menuItem(
        'remove-all',
        t('wfm.removeAll'),
        () => void acts.removeAll(target),
        isEmpty ? { disabledReason: t('mapping.noSourceFilter') } : { shortcut: t('keys.delete') },
      ),
      separator,
      menuItem('copy', t('interface.copyName'), () => copy(valueType.name)),
    ];
  }

  function queueMenu({ queue, below }: WfmQueueNode): MenuEntry[] {
    const { ownValueTypes, toggleOwnValueTypes } = useStore.getState();
    const own = menuItem('own', t('wfm.ownValueTypes'), () => toggleOwnValueTypes(queue.id), {
      checked: ownValueTypes.has(queue.id),
    });
    return [
      ...(below.length > 0 ? [own, separator] : []),
      menuItem('import', t('wfm.importQueue'), () => openDialog({ kind: 'import' })),
      separator,
      menuItem('copy', t('interface.copyName'), () => copy(queue.name)),
    ];
  }

  return (node) => (node.kind === 'queue' ? queueMenu(node) : valueTypeMenu(node));
}
