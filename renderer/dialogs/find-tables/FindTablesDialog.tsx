import { useCallback, useEffect, useRef, useState } from 'react';
import type { SectionKeys, TableRef } from '#shared/contract/find-tables.ts';
import type { SystemDetail } from '#shared/contract/systems.ts';
import { type ErrorShape, errorShape } from '#shared/rpc/errors.ts';
import { useClient, useStore } from '../../state/index.ts';
import { Button, Dialog, EmptyState, ErrorBox } from '../../ui/index.ts';
import { useFirstFocus } from '../use-first-focus.ts';
import { useReading } from '../use-reading.ts';
import { useWords } from '../words.ts';
import { TableList, tableId } from './TableList.tsx';
import { TablePanel } from './TablePanel.tsx';
import './find-tables.css';

export interface FindTablesDialogProps {
  readonly system: string;
  readonly onClose: () => void;
}

/** From here on the likeliest table is shown at once. */
const likelyEnough = 0.5;

/** Finds the call data in a database nobody here knows, and writes the section that reads it. */
export function FindTablesDialog({ system, onClose }: FindTablesDialogProps) {
  const client = useClient();
  const { t } = useWords();
  const section = useReading(
    (signal) => client.call('systems.read', { name: system }, { signal }),
    [client, system],
  );
  const list = useReading(
    (signal) => client.call('findTables.list', { system }, { signal }),
    [client, system],
  );
  const [base, setBase] = useState<SystemDetail>();
  const [table, setTable] = useState<TableRef>();
  const [keys, setKeys] = useState<SectionKeys>([]);
  const [saving, setSaving] = useState(false);
  const [changed, setChanged] = useState(false);
  const [error, setError] = useState<ErrorShape>();
  useEffect(() => {
    if (section.data !== undefined) setBase(section.data);
  }, [section.data]);
  const found = list.data;
  useEffect(() => {
    const [first] = found?.tables ?? [];
    if (first !== undefined && first.likelihood >= likelyEnough) select(first, setTable);
  }, [found]);
  // Until the tables are there; their list then takes the focus.
  const cancel = useRef<HTMLButtonElement>(null);
  useFirstFocus(cancel);
  const onKeys = useCallback((made: SectionKeys) => setKeys(made), []);

  const write = async () => {
    if (base === undefined || keys.length === 0 || saving) return;
    setSaving(true);
    setError(undefined);
    const change = {
      kind: 'keys' as const,
      keys: Object.fromEntries(keys.map(({ key, value }) => [key, value])),
    };
    try {
      await client.call('systems.save', { name: system, revision: base.revision, change });
      const { loadSystems, readTree, announce } = useStore.getState();
      void loadSystems().then(() => readTree(system, true));
      announce(t('findTables.written', { system }));
      onClose();
    } catch (thrown) {
      setSaving(false);
      const shape = errorShape(thrown);
      if (shape.code === 'HOME_FILE_CHANGED') await onChangedOutside(shape);
      else setError(shape);
    }
  };
  /** What the keys would replace may be something else now: it is shown, and the reader writes again. */
  const onChangedOutside = async (shape: ErrorShape) => {
    try {
      setBase(await client.call('systems.read', { name: system }));
      setChanged(true);
    } catch {
      setError(shape);
    }
  };

  return (
    <Dialog
      title={`${t('findTables.title')} · ${system}`}
      subtitle={t('findTables.subtitle')}
      size="full"
      onClose={onClose}
      onSubmit={write}
      footerStart={found !== undefined && <span className="find-tables__database">{found.databaseName}</span>}
      footer={
        <>
          <Button ref={cancel} onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" look="primary" disabled={keys.length === 0 || base === undefined || saving}>
            {t('findTables.write')}
          </Button>
        </>
      }
    >
      {section.error !== undefined && <ErrorBox error={section.error} />}
      {error !== undefined && (
        <ErrorBox title={t('findTables.saveFailed')} error={error} onDismiss={() => setError(undefined)} />
      )}
      {changed && (
        <p className="find-tables__changed" role="alert">
          {t('findTables.changedOutside')}
        </p>
      )}
      {body()}
    </Dialog>
  );

  function body() {
    if (list.error !== undefined) {
      return <ErrorBox title={t('findTables.listFailed')} error={list.error} onRetry={list.again} />;
    }
    if (found === undefined) return <p role="status">{t('findTables.readingTables')}</p>;
    if (found.tables.length === 0) {
      return <EmptyState title={t('findTables.none')}>{t('findTables.noneText')}</EmptyState>;
    }
    return (
      <div className="find-tables">
        <TableList found={found} selected={table} onSelect={(one) => select(one, setTable)} />
        <div className="find-tables__panel">
          {table === undefined ? (
            <EmptyState title={t('findTables.choose')}>{t('findTables.chooseText')}</EmptyState>
          ) : (
            <TablePanel
              key={tableId(table)}
              system={system}
              product={found.product}
              table={table}
              base={base}
              onKeys={onKeys}
            />
          )}
        </div>
      </div>
    );
  }
}

/** The place of a table without what was found out about it. */
function select({ catalog, schema, name }: TableRef, setTable: (table: TableRef) => void): void {
  setTable({
    ...(catalog === undefined ? {} : { catalog }),
    ...(schema === undefined ? {} : { schema }),
    name,
  });
}
