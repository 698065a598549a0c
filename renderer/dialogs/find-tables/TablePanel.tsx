import { useEffect, useState } from 'react';
import type { FoundTables, SectionKeys, TableRef } from '#shared/contract/find-tables.ts';
import type { SystemDetail } from '#shared/contract/systems.ts';
import { useClient } from '../../state/index.ts';
import { ErrorBox } from '../../ui/index.ts';
import { useReading } from '../use-reading.ts';
import { useWords } from '../words.ts';
import { ColumnsTable } from './ColumnsTable.tsx';
import { choicesOf, type Draft, draftOf } from './draft.ts';
import { KeysCard } from './KeysCard.tsx';
import { Options } from './Options.tsx';
import { PreviewCard } from './PreviewCard.tsx';
import { Questions } from './Questions.tsx';
import { tableName } from './TableList.tsx';
import { usePreview } from './use-preview.ts';

export interface TablePanelProps {
  readonly system: string;
  readonly product: FoundTables['product'];
  readonly table: TableRef;
  /** The section as it is now. */
  readonly base: SystemDetail | undefined;
  /** The keys as they would be written; none while something is missing. */
  readonly onKeys: (keys: SectionKeys) => void;
}

/** One table: its columns with their roles, the keys that follow, and what they give. Made anew for another table. */
export function TablePanel({ system, product, table, base, onKeys }: TablePanelProps) {
  const client = useClient();
  const { t } = useWords();
  const input = { system, table };
  const detail = useReading((signal) => client.call('findTables.table', input, { signal }), [client]);
  const proposed = useReading((signal) => client.call('findTables.propose', input, { signal }), [client]);
  const [draft, setDraft] = useState<Draft>();
  const proposal = proposed.data;
  useEffect(() => {
    if (proposal !== undefined) setDraft((before) => before ?? draftOf(proposal.choices));
  }, [proposal]);

  const columns = detail.data?.columns;
  const openFormat = proposal?.questions.some(
    ({ about, message }) => about === 'stamp' && message.details?.column === draft?.stamp?.column,
  );
  const made = useReading(
    async (signal) => {
      if (draft === undefined || columns === undefined) return undefined;
      const choices = choicesOf(draft, openFormat === true);
      return client.call('findTables.keys', { product, columns, choices }, { signal });
    },
    [client, product, draft, columns, openFormat],
  );
  const keys = made.error === undefined ? (made.data?.keys ?? none) : none;
  // Keys that are being made anew are not yet those of what is chosen.
  const settled = made.busy ? none : keys;
  useEffect(() => onKeys(settled), [settled, onKeys]);
  const preview = usePreview(system, keys);

  const error = detail.error ?? proposed.error;
  const name = tableName(table);
  if (error !== undefined) return <ErrorBox title={t('findTables.tableFailed')} error={error} />;
  if (detail.data === undefined || proposal === undefined || draft === undefined) {
    return <p role="status">{t('findTables.readingTable', { table: name })}</p>;
  }
  const { rowCount } = detail.data;
  return (
    <>
      <div className="find-tables__head">
        <h3>{name}</h3>
        {rowCount !== undefined && (
          <span>
            {rowCount.orMore
              ? t('findTables.rowsOrMore', { number: rowCount.count })
              : t('findTables.rows', { count: rowCount.count })}
          </span>
        )}
      </div>
      <Questions proposal={proposal} columns={detail.data.columns} draft={draft} onDraft={setDraft} />
      <ColumnsTable name={name} detail={detail.data} proposal={proposal} draft={draft} onDraft={setDraft} />
      <Options proposal={proposal} draft={draft} onDraft={setDraft} />
      {made.error !== undefined && <ErrorBox error={made.error} />}
      <div className="find-tables__outcome">
        <KeysCard keys={keys} missing={made.data?.missing ?? []} base={base} />
        <PreviewCard shown={preview} />
      </div>
    </>
  );
}

const none: SectionKeys = [];
