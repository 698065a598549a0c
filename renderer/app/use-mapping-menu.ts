import { useTranslation } from 'react-i18next';
import { focusPane } from '../panes/focus.ts';
import { externalOfId, queueOfId } from '../panes/interface/external-nodes.ts';
import { externalOfEntry, showExternal, showMappingOf } from '../panes/jump.ts';
import { selectedCarried, selectedQueueId, useCarrying } from '../panes/use-carrying.ts';
import { useCopying } from '../panes/use-copying.ts';
import { carriedLabel, planNow, useMappingActs } from '../panes/use-mapping-acts.ts';
import { placeOfRow, targetLabel, wfmQueue } from '../panes/wfm/wfm-nodes.ts';
import { indexOf, openDialog, useStore } from '../state/index.ts';
import { type MenuEntry, type MenuItem, menuItem, separator } from '../ui/index.ts';

/** What can be done with what is selected in the panes, for those who do not look for it there. */
export function useMappingMenu(): readonly MenuEntry[] {
  const { t } = useTranslation();
  const acts = useMappingActs();
  const carrying = useCarrying();
  const copying = useCopying();
  const ctrl = t('keys.ctrl');
  const enter = t('keys.enter');
  // One by one: the menus are not drawn again for every letter of a filter.
  const wfm = useStore((state) => state.wfm);
  const target = useStore((state) => state.target);
  const trees = useStore((state) => state.trees);
  const mappings = useStore((state) => state.mappings);
  const cursor = useStore((state) => state.treeViews.interface.cursor);
  const wfmCursor = useStore((state) => state.treeViews.wfm.cursor);
  const sourceCursor = useStore((state) => state.sourceCursor);
  useStore((state) => state.externalChoice);
  useStore((state) => state.copied);

  const carried = selectedCarried();
  const what = carried === null ? '' : carriedLabel(t, carried);
  const nothing = carried === null ? t('ways.nothingTaken') : undefined;
  const external = externalOfId(cursor ?? '');
  const queue = queueOfId(cursor, trees);
  const queueId = selectedQueueId();
  const queueName = queueId === null ? undefined : wfmQueue(wfm, queueId)?.name;
  const place = placeOfRow(wfmCursor);
  const entry = target === null ? undefined : indexOf(mappings).ofTarget(target)?.entries[sourceCursor];
  const source = entry === undefined ? null : externalOfEntry(entry);

  function mapItem(): MenuItem {
    const name = targetLabel(wfm, target);
    if (name === null || target === null) {
      return menuItem('map', t('interface.mapToNothing'), () => {}, {
        disabledReason: t('interface.chooseTarget'),
      });
    }
    return orReason(
      menuItem('map', t('interface.mapTo', { target: name }), () => {
        if (carried !== null) void acts.drop(carried, { kind: 'value-type', target });
      }),
      nothing ?? reasonAgainst({ kind: 'value-type', target }, name),
      enter,
    );
  }

  function pairItem(): MenuItem {
    if (queueId === null || queueName === undefined) {
      return menuItem('pair', t('ways.mapQueueToNothing'), () => {}, {
        disabledReason: t('ways.chooseQueue'),
      });
    }
    const label = t(carried?.kind === 'value-types' ? 'ways.pairTypesTo' : 'ways.mapQueueTo', {
      queue: queueName,
    });
    return orReason(
      menuItem('pair', label, () => {
        if (carried !== null) void acts.drop(carried, { kind: 'queue', queueId });
      }),
      nothing ?? reasonAgainst({ kind: 'queue', queueId }, queueName),
      `${t('keys.shift')} ${enter}`,
    );
  }

  function reasonAgainst(at: Parameters<typeof planNow>[1], name: string): string | undefined {
    const plan = carried === null ? null : planNow(carried, at);
    if (plan === null) return t('ways.nothingHere', { place: name });
    return plan.kind === 'already' ? t('ways.alreadyHere', { place: name }) : undefined;
  }

  const noPlace = t('ways.chooseQueue');
  return [
    mapItem(),
    pairItem(),
    orReason(
      menuItem('take', what === '' ? t('ways.take') : t('ways.takeWhat', { what }), () =>
        carrying.take(carried),
      ),
      nothing,
      `${ctrl} ${enter}`,
    ),
    separator,
    orReason(
      menuItem('copy-mapping', t('ways.copy'), () => place !== null && copying.copy(place)),
      place === null ? noPlace : copying.copyReason(place),
      `${ctrl} C`,
    ),
    orReason(
      menuItem('paste-mapping', t('ways.paste'), () => place !== null && copying.paste(place)),
      place === null ? noPlace : copying.pasteReason(place),
      `${ctrl} V`,
    ),
    orReason(
      menuItem('copy-to', t('ways.copyTo'), () => place !== null && copying.copyTo(place)),
      place === null ? noPlace : copying.copyReason(place),
    ),
    separator,
    orReason(
      menuItem('replace', t('ways.replace'), () => {
        if (queue !== undefined)
          openDialog({ kind: 'replace-queue', system: queue.system, path: queue.path });
      }),
      queue !== undefined && indexOf(mappings).usedIn(queue.system, queue.path) > 0
        ? undefined
        : t('ways.replaceReason'),
      `${ctrl} H`,
    ),
    separator,
    orReason(
      menuItem(
        'mapping',
        t('ways.jumpToMapping'),
        () => external !== undefined && showMappingOf(external, t),
      ),
      external !== undefined && indexOf(mappings).usesOf(external).length > 0 ? undefined : t('ways.notUsed'),
      `${ctrl} J`,
    ),
    orReason(
      menuItem('show', t('ways.jumpToInterface'), () => {
        if (source === null) return;
        showExternal(source);
        focusPane('interface');
      }),
      source === null ? t('mapping.noEntrySelected') : undefined,
      `${ctrl} J`,
    ),
  ];
}

function orReason(item: MenuItem, disabledReason: string | undefined, shortcut?: string): MenuItem {
  if (disabledReason !== undefined) return { ...item, disabledReason };
  return shortcut === undefined ? item : { ...item, shortcut };
}
