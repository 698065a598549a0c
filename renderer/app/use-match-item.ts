import { useTranslation } from 'react-i18next';
import { systemOfId } from '../panes/interface/external-nodes.ts';
import { openDialog, useStore } from '../state/index.ts';
import { type MenuItem, menuItem } from '../ui/index.ts';

/** Match all… for the system that the Interface pane stands on, else for the first one that is configured. */
export function useMatchItem(): MenuItem {
  const { t } = useTranslation();
  const systems = useStore((state) => state.systems) ?? [];
  const current = useStore((state) => systemOfId(state.treeViews.interface.cursor));
  const system =
    systems.find(({ name, configured }) => configured && name === current) ??
    systems.find(({ configured }) => configured);
  return menuItem(
    'match',
    t('interface.matchAll'),
    () => system !== undefined && openDialog({ kind: 'match', system: system.name }),
    system === undefined ? { disabledReason: t('menu.noSystem') } : {},
  );
}
