import { useTranslation } from 'react-i18next';
import { indexOf, openDialog, showData, useStore } from '../../state/index.ts';
import { type MenuEntry, menuItem, separator } from '../../ui/index.ts';
import { copy } from '../copy.ts';
import { focusSources } from '../jump.ts';
import { useCarrying } from '../use-carrying.ts';
import { useCopying } from '../use-copying.ts';
import { carriedLabel, useMappingActs } from '../use-mapping-acts.ts';
import { placeOf, type WfmNode, type WfmQueueNode, type WfmValueTypeNode } from './wfm-nodes.ts';

/** Gives the menu of each row of the WFM tree, as things stand when it is asked for. */
export function useWfmMenu(): (node: WfmNode) => readonly MenuEntry[] {
  const { t } = useTranslation();
  const acts = useMappingActs();
  const carrying = useCarrying();
  const copying = useCopying();
  const ctrl = t('keys.ctrl');

  /** What was taken in the Interface is dropped. */
  function dropItems(node: WfmNode): MenuEntry[] {
    const what = useStore.getState().carrying?.what;
    if (what === undefined) return [];
    const label = t('ways.dropHere', { what: carriedLabel(t, what) });
    return [
      menuItem('drop', label, () => void carrying.drop(placeOf(node)), { shortcut: t('keys.enter') }),
      separator,
    ];
  }

  function copyItems(node: WfmNode): MenuEntry[] {
    const place = placeOf(node);
    const copyReason = copying.copyReason(place);
    const pasteReason = copying.pasteReason(place);
    return [
      menuItem(
        'copy-mapping',
        t('ways.copy'),
        () => copying.copy(place),
        copyReason === undefined ? { shortcut: `${ctrl} C` } : { disabledReason: copyReason },
      ),
      menuItem(
        'paste-mapping',
        t('ways.paste'),
        () => copying.paste(place),
        pasteReason === undefined ? { shortcut: `${ctrl} V` } : { disabledReason: pasteReason },
      ),
      menuItem(
        'copy-to',
        t('ways.copyTo'),
        () => copying.copyTo(place),
        copyReason === undefined ? {} : { disabledReason: copyReason },
      ),
    ];
  }

  function valueTypeMenu(node: WfmValueTypeNode): MenuEntry[] {
    const { target, valueType } = node;
    const isEmpty = (indexOf(useStore.getState().mappings).ofTarget(target)?.entries.length ?? 0) === 0;
    return [
      ...dropItems(node),
      menuItem('scenario', t('wfm.openScenario'), () => openDialog({ kind: 'scenario', target }), {
        shortcut: t('keys.enter'),
      }),
      menuItem(
        'remove-all',
        t('wfm.removeAll'),
        () => void acts.removeAll(target),
        isEmpty ? { disabledReason: t('mapping.noSourceFilter') } : { shortcut: t('keys.delete') },
      ),
      menuItem('sources', t('ways.jumpToMapping'), focusSources, { shortcut: `${ctrl} J` }),
      menuItem('data', t('data.show'), () => showData(target)),
      separator,
      ...copyItems(node),
      separator,
      menuItem('copy', t('interface.copyName'), () => copy(valueType.name)),
    ];
  }

  function queueMenu(node: WfmQueueNode): MenuEntry[] {
    const { queue, below } = node;
    const { ownValueTypes, toggleOwnValueTypes } = useStore.getState();
    const own = menuItem('own', t('wfm.ownValueTypes'), () => toggleOwnValueTypes(queue.id), {
      checked: ownValueTypes.has(queue.id),
    });
    return [
      ...dropItems(node),
      ...(below.length > 0 ? [own, separator] : []),
      menuItem('import', t('wfm.importQueue'), () => openDialog({ kind: 'import' })),
      menuItem('data', t('data.show'), () => showData({ queueId: queue.id })),
      separator,
      ...copyItems(node),
      separator,
      menuItem('copy', t('interface.copyName'), () => copy(queue.name)),
    ];
  }

  return (node) => (node.kind === 'queue' ? queueMenu(node) : valueTypeMenu(node));
}
