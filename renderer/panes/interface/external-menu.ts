import { useTranslation } from 'react-i18next';
import { findsTables } from '../../dialogs/find-tables/finds-tables.ts';
import {
  type ConsoleState,
  indexOf,
  type MappingTarget,
  openDialog,
  sameSource,
  sourceOf,
  useStore,
} from '../../state/index.ts';
import { type MenuEntry, menuItem, separator } from '../../ui/index.ts';
import { copy } from '../copy.ts';
import { externalLabel, useMappingActs } from '../use-mapping-acts.ts';
import { queuePath, targetLabel, wfmQueueId, wfmValueTypeId } from '../wfm/wfm-nodes.ts';
import type { ExternalNode, SystemNode, ValueTypeNode } from './external-nodes.ts';

/** Gives the menu of each row of the Interface tree, as things stand when it is asked for. */
export function useExternalMenu() {
  const { t } = useTranslation();
  const acts = useMappingActs();

  function systemMenu({ system: { name, configured, interface: id } }: SystemNode): MenuEntry[] {
    const definition = useStore.getState().interfaces?.find((found) => found.id === id);
    return [
      menuItem('configuration', t('interface.configuration'), () =>
        openDialog({ kind: 'configuration', system: name }),
      ),
      menuItem('test', t('interface.testOdbc'), () =>
        openDialog({ kind: 'configuration', system: name, test: true }),
      ),
      menuItem(
        'read',
        t('interface.readAgain'),
        () => void useStore.getState().readTree(name, true),
        configured ? { shortcut: 'F5' } : { disabledReason: t('interface.state.unconfigured') },
      ),
      separator,
      menuItem('import', t('interface.importFrom'), () => openDialog({ kind: 'import', systems: [name] })),
      separator,
      menuItem('section', t('interface.editSection'), () => openDialog({ kind: 'systems', system: name })),
      ...(findsTables(definition)
        ? [
            menuItem(
              'find-tables',
              t('interface.findTables'),
              () => openDialog({ kind: 'find-tables', system: name }),
              configured ? {} : { disabledReason: t('interface.state.unconfigured') },
            ),
          ]
        : []),
      menuItem('log', t('interface.showLog'), () => openDialog({ kind: 'log', name: 'call_tree.log' })),
      menuItem('copy', t('interface.copyName'), () => copy(name)),
    ];
  }

  function valueTypeMenu(node: ValueTypeNode): MenuEntry[] {
    const state = useStore.getState();
    const { target, wfm, mappings } = state;
    const index = indexOf(mappings);
    const uses = index.usesOf(node);
    return [
      mapItem(node, state),
      ...uses.map((use) =>
        menuItem(
          `unmap ${use.queueId} ${use.valueTypeId}`,
          t('interface.unmapFrom', { target: targetLabel(wfm, use) ?? '' }),
          () => void acts.unmap(node, use),
          target !== null && wfmValueTypeId(use) === wfmValueTypeId(target)
            ? { shortcut: t('keys.delete') }
            : {},
        ),
      ),
      ...(uses.length > 0 ? [separator] : []),
      ...uses.map((use) =>
        menuItem(
          `show ${use.queueId} ${use.valueTypeId}`,
          `${t('interface.showIn')}: ${targetLabel(wfm, use) ?? ''}`,
          () => showTarget(use),
        ),
      ),
      separator,
      menuItem('copy', t('interface.copyName'), () => copy(node.valueType)),
      menuItem('copy-source', t('interface.copySource'), () => copy(sourceOf(node))),
    ];
  }

  function mapItem(node: ValueTypeNode, { target, wfm, mappings }: ConsoleState): MenuEntry {
    const name = targetLabel(wfm, target);
    if (target === null || name === null) {
      return menuItem('map', t('interface.mapToNothing'), () => {}, {
        disabledReason: t('interface.chooseTarget'),
      });
    }
    const entries = indexOf(mappings).ofTarget(target)?.entries ?? [];
    const isMapped = entries.some(({ source }) => sameSource(source, sourceOf(node)));
    return menuItem(
      'map',
      t('interface.mapTo', { target: name }),
      () => void acts.map(node, target),
      isMapped
        ? { disabledReason: t('interface.alreadyMapped', { target: name }) }
        : { shortcut: t('keys.enter') },
    );
  }

  return (node: ExternalNode): readonly MenuEntry[] => {
    if (node.kind === 'system') return systemMenu(node);
    if (node.kind === 'value-type') return valueTypeMenu(node);
    if (node.kind !== 'queue') return [];
    const { system, path } = node;
    return [
      menuItem('read', t('interface.readAgain'), () => void useStore.getState().readTree(system, true), {
        shortcut: 'F5',
      }),
      menuItem('import', t('interface.importFrom'), () => openDialog({ kind: 'import', systems: [system] })),
      separator,
      menuItem('copy', t('interface.copyName'), () =>
        copy(externalLabel({ system, path: [], valueType: path.at(-1)! })),
      ),
    ];
  };
}

/** Selects a WFM value type and shows it in its tree. */
export function showTarget(target: MappingTarget): void {
  const { wfm, revealNode, setTarget } = useStore.getState();
  if (wfm === undefined) return;
  const ancestors = queuePath(wfm, target.queueId).map(({ id }) => wfmQueueId(id));
  setTarget(target);
  revealNode('wfm', wfmValueTypeId(target), ancestors);
}

/** Puts the cursor of the WFM tree on a queue. */
export function showQueue(queueId: number): void {
  const { wfm, revealNode } = useStore.getState();
  if (wfm === undefined) return;
  const ids = queuePath(wfm, queueId).map(({ id }) => wfmQueueId(id));
  revealNode('wfm', wfmQueueId(queueId), ids);
}
