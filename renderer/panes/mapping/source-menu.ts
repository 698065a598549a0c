import { useTranslation } from 'react-i18next';
import { type ExternalRef, indexOf, type MappingTarget, useStore } from '../../state/index.ts';
import { type MenuEntry, menuItem, separator, useMessageText } from '../../ui/index.ts';
import { copy } from '../copy.ts';
import { ancestorsOf, valueTypeId } from '../interface/external-nodes.ts';
import { useMappingActs } from '../use-mapping-acts.ts';
import type { MappingEntry } from './sources-card.tsx';

/** Gives the menu of a source in its place. */
export function useSourceMenu(target: MappingTarget): (entry: MappingEntry, index: number) => MenuEntry[] {
  const { t } = useTranslation();
  const tell = useMessageText();
  const acts = useMappingActs();
  return (entry, index) => {
    const last = (indexOf(useStore.getState().mappings).ofTarget(target)?.entries.length ?? 0) - 1;
    const external = externalOf(entry);
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
        () => external !== null && showExternal(external),
        external === null
          ? { disabledReason: entry.problem ? tell(entry.problem) : t('mapping.unknownSource') }
          : {},
      ),
      menuItem('copy', t('interface.copySource'), () => copy(entry.source)),
    ];
  };
}

function externalOf({ system, path, valueType }: MappingEntry): ExternalRef | null {
  return system === undefined || path === undefined || valueType === undefined
    ? null
    : { system, path, valueType };
}

function showExternal(external: ExternalRef): void {
  useStore.getState().revealNode('interface', valueTypeId(external), ancestorsOf(external));
}
