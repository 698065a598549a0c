import { TableProperties } from 'lucide-react';
import type { InterfaceDefinition } from '#shared/contract/systems.ts';
import { openDialog } from '../../state/index.ts';
import { Button } from '../../ui/index.ts';
import { useWords } from '../words.ts';
import { findsTables } from './finds-tables.ts';

export interface FindTablesButtonProps {
  readonly system: string;
  readonly definition: InterfaceDefinition | undefined;
}

export function FindTablesButton({ system, definition }: FindTablesButtonProps) {
  const { t } = useWords();
  if (!findsTables(definition)) return null;
  return (
    <Button small onClick={() => openDialog({ kind: 'find-tables', system })}>
      <TableProperties size={14} aria-hidden />
      {t('findTables.open')}
    </Button>
  );
}
