import type { SystemSummary } from '#shared/contract/systems.ts';
import { useInterfaceName } from '../../state/index.ts';
import { Chip } from '../../ui/index.ts';
import { SideList } from '../SideList.tsx';
import { useWords } from '../words.ts';

export interface SystemListProps {
  readonly systems: readonly SystemSummary[];
  readonly selected: string | undefined;
  readonly onSelect: (name: string) => void;
  readonly onRemove: (name: string) => void;
}

export function SystemList({ systems, selected, onSelect, onRemove }: SystemListProps) {
  const { t } = useWords();
  const interfaceName = useInterfaceName();
  return (
    <SideList
      label={t('systems.list')}
      items={systems.map((system) => ({
        id: system.name,
        name: system.name,
        note: system.configured ? (
          interfaceName(system)
        ) : (
          <Chip tone="warn">{t('systems.notConfigured')}</Chip>
        ),
      }))}
      selected={selected}
      onSelect={onSelect}
      onRemove={onRemove}
    />
  );
}
