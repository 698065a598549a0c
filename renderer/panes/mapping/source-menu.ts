import { useTranslation } from 'react-i18next';
import { indexOf, type MappingTarget, openDialog, useStore } from '../../state/index.ts';
import { type MenuEntry, menuItem, separator, useMessageText } from '../../ui/index.ts';
import { copy } from '../copy.ts';
import { focusPane } from '../focus.ts';
import { externalOfEntry, showExternal, showTarget } from '../jump.ts';
import { useMappingActs } from '../use-mapping-acts.ts';
import type { MappingEntry } from './sources-card.tsx';

/** Gives the menu of a source in its place. */
export function useSourceMenu(target: MappingTarget): (entry: MappingEntry, index: number) => MenuEntry[] {
  const { t } = useTranslation();
  const tell = useMessageText();
  const acts = useMappingActs();
  const ctrl = t('keys.ctrl');
  return (entry, index) => {
    const last = (indexOf(useStore.getState().mappings).ofTarget(target)?.entries.length ?? 0) - 1;
    const external = externalOfEntry(entry);
    const unknown = entry.problem ? tell(entry.problem) : t('mapping.unknownSource');
    return [
      menuItem('remove', t('mapping.remove'), () => void acts.remove(target, index), {
        shortcut: t('keys.delete'),
      }),
      separator,
      menuItem(
        'up',
        t('mapping.moveUp'),
        () => void acts.move(target, index, index - 1),
        index === 0 ? { disabledReason: t('mapping.firstEntry') } : { shortcut: 'Alt ↑' },
      ),
      menuItem(
        'down',
        t('mapping.moveDown'),
        () => void acts.move(target, index, index + 1),
        index === last ? { disabledReason: t('mapping.lastEntry') } : { shortcut: 'Alt ↓' },
      ),
      separator,
      menuItem(
        'show',
        t('mapping.showInInterface'),
        () => {
          if (external === null) return;
          showExternal(external);
          focusPane('interface');
        },
        external === null ? { disabledReason: unknown } : { shortcut: `${ctrl} J` },
      ),
      menuItem(
        'show-wfm',
        t('ways.jumpToWfm'),
        () => {
          showTarget(target);
          focusPane('wfm');
        },
        { shortcut: `${ctrl} ${t('keys.shift')} J` },
      ),
      menuItem(
        'replace',
        t('ways.replace'),
        () => external !== null && openDialog({ kind: 'replace-queue', ...external }),
        external === null ? { disabledReason: unknown } : { shortcut: `${ctrl} H` },
      ),
      separator,
      menuItem('copy', t('interface.copySource'), () => copy(entry.source)),
    ];
  };
}
