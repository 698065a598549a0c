import { useTranslation } from 'react-i18next';
import { findsTables } from '../../dialogs/find-tables/finds-tables.ts';
import {
  type Carried,
  type ConsoleState,
  type ExternalRef,
  indexOf,
  openDialog,
  sameSource,
  sourceOf,
  useStore,
} from '../../state/index.ts';
import { type MenuEntry, menuItem, separator } from '../../ui/index.ts';
import { copy } from '../copy.ts';
import { showMappingOf, showTarget } from '../jump.ts';
import { selectedQueueId, useCarrying } from '../use-carrying.ts';
import { planNow, useMappingActs } from '../use-mapping-acts.ts';
import { targetLabel, wfmQueue, wfmValueTypeId } from '../wfm/wfm-nodes.ts';
import {
  carriedOf,
  type ExternalNode,
  meantWith,
  type QueueNode,
  type SystemNode,
  type ValueTypeNode,
} from './external-nodes.ts';

/** Gives the menu of each row of the Interface tree, as things stand when it is asked for. */
export function useExternalMenu() {
  const { t } = useTranslation();
  const acts = useMappingActs();
  const carrying = useCarrying();
  const ctrl = t('keys.ctrl');

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
      menuItem(
        'match',
        t('interface.matchAll'),
        () => openDialog({ kind: 'match', system: name }),
        configured ? {} : { disabledReason: t('interface.state.unconfigured') },
      ),
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
    const { target, wfm, mappings, externalChoice } = state;
    const index = indexOf(mappings);
    const uses = index.usesOf(node);
    const meant = meantWith(node, externalChoice.chosen);
    return [
      mapItem(meant, state),
      ...carryItems({ kind: 'value-types', externals: meant }),
      ...(uses.length > 0 ? [separator] : []),
      ...uses.map((use) =>
        menuItem(
          `unmap ${use.queueId} ${use.valueTypeId}`,
          t('interface.unmapFrom', { target: targetLabel(wfm, use) ?? '' }),
          () => void acts.unmap([node], use),
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
      menuItem(
        'mapping',
        t('ways.jumpToMapping'),
        () => showMappingOf(node, t),
        uses.length === 0 ? { disabledReason: t('ways.notUsed') } : { shortcut: `${ctrl} J` },
      ),
      separator,
      menuItem('copy', t('interface.copyName'), () => copy(node.valueType)),
      menuItem('copy-source', t('interface.copySource'), () => copy(sourceOf(node))),
    ];
  }

  /** Taking it to be dropped by key, and pairing it with the selected WFM queue. */
  function carryItems(carried: Carried): MenuEntry[] {
    const queueId = selectedQueueId();
    const queue = queueId === null ? undefined : wfmQueue(useStore.getState().wfm, queueId);
    const isQueue = carried.kind === 'queue';
    const take = menuItem('take', t('ways.take'), () => carrying.take(carried), {
      shortcut: `${ctrl} ${t('keys.enter')}`,
    });
    if (queueId === null || queue === undefined) {
      const reason = { disabledReason: t('ways.chooseQueue') };
      return [take, menuItem('pair', t('ways.mapQueueToNothing'), () => {}, reason)];
    }
    const place = { kind: 'queue', queueId } as const;
    const plan = planNow(carried, place);
    return [
      take,
      menuItem(
        'pair',
        t(isQueue ? 'ways.mapQueueTo' : 'ways.pairTypesTo', { queue: queue.name }),
        () => void acts.drop(carried, place),
        plan === null
          ? { disabledReason: t('ways.nothingHere', { place: queue.name }) }
          : plan.kind === 'already'
            ? { disabledReason: t('ways.alreadyHere', { place: queue.name }) }
            : { shortcut: `${t('keys.shift')} ${t('keys.enter')}` },
      ),
    ];
  }

  function queueMenu(node: QueueNode): MenuEntry[] {
    const { system, path } = node;
    const carried = carriedOf(node.id, new Set(), useStore.getState().trees);
    const isUsed = indexOf(useStore.getState().mappings).usedIn(system, path) > 0;
    return [
      ...(carried === null ? [] : [...carryItems(carried), separator]),
      menuItem('read', t('interface.readAgain'), () => void useStore.getState().readTree(system, true), {
        shortcut: 'F5',
      }),
      menuItem('import', t('interface.importFrom'), () => openDialog({ kind: 'import', systems: [system] })),
      separator,
      menuItem(
        'replace',
        t('ways.replace'),
        () => openDialog({ kind: 'replace-queue', system, path }),
        isUsed ? { shortcut: `${ctrl} H` } : { disabledReason: t('ways.replaceReason') },
      ),
      menuItem('copy', t('interface.copyName'), () => copy(path.at(-1)!)),
    ];
  }

  function mapItem(meant: readonly ExternalRef[], { target, wfm, mappings }: ConsoleState): MenuEntry {
    const name = targetLabel(wfm, target);
    if (target === null || name === null) {
      return menuItem('map', t('interface.mapToNothing'), () => {}, {
        disabledReason: t('interface.chooseTarget'),
      });
    }
    const entries = indexOf(mappings).ofTarget(target)?.entries ?? [];
    const isMapped = meant.every((external) =>
      entries.some(({ source }) => sameSource(source, sourceOf(external))),
    );
    return menuItem(
      'map',
      t('interface.mapTo', { target: name }),
      () => void acts.map(meant, target),
      isMapped
        ? { disabledReason: t('interface.alreadyMapped', { target: name }) }
        : { shortcut: t('keys.enter') },
    );
  }

  return (node: ExternalNode): readonly MenuEntry[] => {
    if (node.kind === 'system') return systemMenu(node);
    if (node.kind === 'value-type') return valueTypeMenu(node);
    return node.kind === 'queue' ? queueMenu(node) : [];
  };
}
