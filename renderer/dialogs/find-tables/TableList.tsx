import { useRef, useState } from 'react';
import type { FoundTable, FoundTables, TableRef } from '#shared/contract/find-tables.ts';
import { EmptyState, FilterField } from '../../ui/index.ts';
import { SideList } from '../SideList.tsx';
import { useWords } from '../words.ts';

/** More rows than these nobody looks through: the filter finds the others. */
const mostListed = 300;

export interface TableListProps {
  readonly found: FoundTables;
  readonly selected: TableRef | undefined;
  readonly onSelect: (table: TableRef) => void;
}

/** Tables and views, the likeliest first. */
export function TableList({ found, selected, onSelect }: TableListProps) {
  const { t } = useWords();
  const [filter, setFilter] = useState('');
  const place = useRef<HTMLDivElement>(null);
  const wanted = filter.trim().toLowerCase();
  const matching =
    wanted === ''
      ? found.tables
      : found.tables.filter((table) => tableName(table).toLowerCase().includes(wanted));
  const listed = matching.slice(0, mostListed);
  return (
    <div className="find-tables__list" ref={place}>
      <FilterField
        label={t('findTables.filter')}
        value={filter}
        onChange={setFilter}
        hidden={0}
        onLeave={() => place.current?.querySelector<HTMLElement>('[role=listbox]')?.focus()}
      />
      {listed.length === 0 ? (
        <EmptyState title={t('findTables.noMatch')} />
      ) : (
        <SideList
          label={t('findTables.tables')}
          items={listed.map((table) => ({
            id: tableId(table),
            name: tableName(table),
            note: [
              t(`findTables.${likelihoodWord(table)}`),
              ...(table.kind === 'view' ? [t('findTables.view')] : []),
            ].join(' · '),
          }))}
          selected={selected === undefined ? undefined : tableId(selected)}
          onSelect={(id) => {
            const table = listed.find((one) => tableId(one) === id);
            if (table) onSelect(table);
          }}
        />
      )}
      {matching.length > listed.length && (
        <p className="find-tables__more">
          {t('findTables.more', { shown: listed.length, all: matching.length })}
        </p>
      )}
    </div>
  );
}

export function tableName({ catalog, schema, name }: TableRef): string {
  return [catalog, schema, name].filter((part) => part !== undefined).join('.');
}

export function tableId({ catalog, schema, name }: TableRef): string {
  return JSON.stringify([catalog, schema, name]);
}

function likelihoodWord({ likelihood }: FoundTable): 'likely' | 'maybe' | 'unlikely' {
  return likelihood >= 0.6 ? 'likely' : likelihood >= 0.3 ? 'maybe' : 'unlikely';
}
